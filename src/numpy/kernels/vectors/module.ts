/** The module of all loops: written as machine code and compiled once, connected to each Python's memory. */
import { binary, clip, compare, exp, larger, smaller, unary } from './elementwise';
import type { Entry, Reach } from './elementwise';
import { bytesOf, list, PREAMBLE, section, TYPE, unsigned } from './encoding';
import { addRows, allFinite, anyOther, countOnes, extreme, inner, pairwise } from './folds';
import { f64x2 } from './instructions';
import { choose, fromBytes, fromLongs, pick } from './moves';

/** The loops of two operands. */
const BINARY: Readonly<Record<string, Parameters<typeof binary>[2]>> = {
  add: (x, y) => f64x2.add(x.get, y.get),
  subtract: (x, y) => f64x2.sub(x.get, y.get),
  multiply: (x, y) => f64x2.mul(x.get, y.get),
  divide: (x, y) => f64x2.div(x.get, y.get),
  maximum: larger,
  minimum: smaller,
};
const COMPARE: Readonly<Record<string, Parameters<typeof compare>[1]>> = {
  equal: f64x2.eq,
  not_equal: f64x2.ne,
  less: f64x2.lt,
  less_equal: f64x2.le,
  greater: f64x2.gt,
  greater_equal: f64x2.ge,
};
const UNARY: Readonly<Record<string, Parameters<typeof unary>[0]>> = {
  negative: (x) => f64x2.neg(x),
  absolute: (x) => f64x2.abs(x),
  sqrt: (x) => f64x2.sqrt(x),
  floor: (x) => f64x2.floor(x),
  ceil: (x) => f64x2.ceil(x),
  trunc: (x) => f64x2.trunc(x),
  rint: (x) => f64x2.nearest(x),
};

/** The function for what `exp` leaves to JavaScript is imported: it comes first. */
const IMPORTED = 1;

function entries(): Map<string, Entry> {
  const all = new Map<string, Entry>();
  const reaches: readonly (readonly [Reach, Reach])[] = [
    ['each', 'each'],
    ['each', 'one'],
    ['one', 'each'],
  ];
  all.set('sum', pairwise(IMPORTED));
  for (const [name, compute] of Object.entries(BINARY))
    for (const [a, b] of reaches) all.set(`${name} ${a} ${b}`, binary(a, b, compute));
  for (const a of ['each', 'one'] as const)
    for (const b of ['each', 'one'] as const) all.set(`choose ${a} ${b}`, choose(a, b));
  for (const [name, compute] of Object.entries(COMPARE))
    for (const b of ['each', 'one'] as const) all.set(`${name} ${b}`, compare(b, compute));
  for (const [name, compute] of Object.entries(UNARY)) all.set(name, unary(compute));
  all.set('exp', exp(0));
  all.set('clip', clip());
  all.set('inner', inner());
  all.set('addRows', addRows());
  all.set('largest', extreme(f64x2.max));
  all.set('smallest', extreme(f64x2.min));
  all.set('allFinite', allFinite());
  all.set('anyOther', anyOther());
  all.set('countOnes', countOnes());
  all.set('fromBytes', fromBytes());
  all.set('fromLongs', fromLongs());
  all.set('pick', pick());
  return all;
}

/** The machine code: a module that imports `e.memory` and `e.exp`. */
function written(): Uint8Array<ArrayBuffer> {
  const all = [...entries()];
  const expType = [TYPE.function, 1, TYPE.f64, 1, TYPE.f64];
  return Uint8Array.from([
    ...PREAMBLE,
    ...section(1, list([expType, ...all.map(([, { type }]) => type)])),
    ...section(
      2,
      list([
        [...bytesOf('e'), ...bytesOf('exp'), 0, 0],
        [...bytesOf('e'), ...bytesOf('memory'), 2, 0, 0],
      ]),
    ),
    ...section(3, list(all.map((_, i) => unsigned(i + 1)))),
    ...section(7, list(all.map(([name], i) => [...bytesOf(name), 0, ...unsigned(i + IMPORTED)]))),
    ...section(10, list(all.map(([, { body }]) => body))),
  ]);
}

let compiled: WebAssembly.Module | null = null;

/** A loop as the module has it: of addresses and counts. */
export type Loop = (...given: number[]) => number;

/** The loops over one memory, by their names. */
export function loopsOver(memory: WebAssembly.Memory): (name: string) => Loop | null {
  compiled ??= new WebAssembly.Module(written());
  const { exports } = new WebAssembly.Instance(compiled, { e: { memory, exp: Math.exp } });
  const loops = exports as Readonly<Record<string, Loop | undefined>>;
  return (name) => loops[name] ?? null;
}
