/**
 * The machine code of large products: a WebAssembly module whose one function multiplies tiles of 4 rows by 4 columns, two
 * columns in each 128-bit vector. A vector holds entries of different columns, never parts of one sum, and nothing is
 * fused: every entry is start + a₀b₀ + a₁b₁ + … in this order, each product and each sum rounded, as in `product.ts`.
 */

const TYPE = { i32: 0x7f, v128: 0x7b } as const;

/** A whole number from zero, by LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
];
const list = (...items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];
const text = (letters: string): number[] => list(...Array.from(letters, (one) => [one.charCodeAt(0)]));

/** What the function is given, in order; all are bytes or counts. */
const given = [
  'out',
  'left',
  /** Packed: of each four columns, all their rows one after the other. */
  'right',
  'start',
  'rowTiles',
  'inner',
  'columnTiles',
  /** From a row of the left factor to the next, from one of its columns to the next, and from a row of the result to the next. */
  'rowStep',
  'innerStep',
  'outStep',
] as const;
const counters = ['i', 'k', 'at0', 'at1', 'at2', 'at3', 'from', 'to', 'row'] as const;
const vectors = ['a0', 'a1', 'b0', 'b1', 'c0', 'c1', 'd0', 'd1', 'first', 'second', 'entry'] as const;

const locals: readonly string[] = [...given, ...counters, ...vectors];
type Local = (typeof given)[number] | (typeof counters)[number] | (typeof vectors)[number];
type Code = readonly number[];

const get = (name: Local): Code => [0x20, ...unsigned(locals.indexOf(name))];
const set = (name: Local, value: Code): Code => [...value, 0x21, ...unsigned(locals.indexOf(name))];
const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
/** A shift to the left, which multiplies by a power of two. */
const times = (value: Code, power: number): Code => [...value, 0x41, power, 0x74];
const vector = (number: number): Code => [0xfd, ...unsigned(number)];
/** Where doubles lie, and how far behind a place. */
const place = (offset: number): Code => [3, ...unsigned(offset)];
const load = (at: Local, offset = 0): Code => [...get(at), ...vector(0), ...place(offset)];
const loadTwice = (at: Local): Code => [...get(at), ...vector(10), ...place(0)];
const store = (at: Local, offset: number, value: Local): Code => [
  ...get(at),
  ...get(value),
  ...vector(11),
  ...place(offset),
];
const multiplied = (a: Local, b: Local): Code => [...get(a), ...get(b), ...vector(242)];
const added = (a: Code, b: Code): Code => [...a, ...b, ...vector(240)];
/** Once for each of a count that is at least 1, which is counted down. */
const repeat = (count: Local, body: Code): Code => [
  ...[0x03, 0x40],
  ...body,
  ...set(count, [...get(count), 0x41, 1, 0x6b]),
  ...get(count),
  ...[0x0d, 0, 0x0b],
];

const rows = [
  ['at0', 'a0', 'a1'],
  ['at1', 'b0', 'b1'],
  ['at2', 'c0', 'c1'],
  ['at3', 'd0', 'd1'],
] as const;

/** What one column of the left factor and one row of the right add to a tile. */
const addProducts: Code = [
  ...set('first', load('from')),
  ...set('second', load('from', 16)),
  ...rows.flatMap(([at, left, right]) => [
    ...set('entry', loadTwice(at)),
    ...set(left, added(get(left), multiplied('entry', 'first'))),
    ...set(right, added(get(right), multiplied('entry', 'second'))),
    ...set(at, plus(get(at), get('innerStep'))),
  ]),
  ...set('from', plus(get('from'), [0x41, 32])),
];

const tile: Code = [
  ...set('at0', get('row')),
  ...set('at1', plus(get('at0'), get('rowStep'))),
  ...set('at2', plus(get('at1'), get('rowStep'))),
  ...set('at3', plus(get('at2'), get('rowStep'))),
  ...set('row', plus(get('at3'), get('rowStep'))),
  ...set('from', get('right')),
  ...set('k', get('inner')),
  ...rows.flatMap(([, left, right]) => [...set(left, load('start')), ...set(right, load('start', 16))]),
  ...repeat('k', addProducts),
  ...rows.flatMap(([, left, right]) => [
    ...store('to', 0, left),
    ...store('to', 16, right),
    ...set('to', plus(get('to'), get('outStep'))),
  ]),
];

const all: Code = repeat('columnTiles', [
  ...set('row', get('left')),
  ...set('to', get('out')),
  ...set('i', get('rowTiles')),
  ...repeat('i', tile),
  ...set('right', plus(get('right'), times(get('inner'), 5))),
  ...set('start', plus(get('start'), [0x41, 32])),
  ...set('out', plus(get('out'), [0x41, 32])),
]);

/** The module, with a memory of that many pages of 64 KB, exported as `memory` beside the function `product`. */
export function vectorModule(pages: number): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...list(...given.map(() => [TYPE.i32])), 0];
  const own = list([...unsigned(counters.length), TYPE.i32], [...unsigned(vectors.length), TYPE.v128]);
  const body = [...own, ...all, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(type)),
    ...section(3, list([0])),
    ...section(5, list([1, ...unsigned(pages), ...unsigned(pages)])),
    ...section(7, list([...text('memory'), 2, 0], [...text('product'), 0, 0])),
    ...section(10, list([...unsigned(body.length), ...body])),
  ]);
}
