/**
 * WebAssembly's instructions as functions of what they take: an expression reads like one, and is its machine code.
 * Vectors are of 128 bits: two doubles.
 */
import { double, signed, TYPE, unsigned } from './encoding';

/** Machine code that leaves a value, or none. */
export type Code = readonly number[];

type ValueType = 'i32' | 'i64' | 'f64' | 'v128';

const op =
  (...bytes: number[]) =>
  (...operands: Code[]): Code => [...operands.flat(), ...bytes];
const vector = (number: number): ((...operands: Code[]) => Code) => op(0xfd, ...unsigned(number));
const memory =
  (align: number, ...bytes: number[]) =>
  (offset: number, ...operands: Code[]): Code => [
    ...operands.flat(),
    ...bytes,
    ...unsigned(align),
    ...unsigned(offset),
  ];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  eqz: op(0x45),
  ne: op(0x47),
  ltS: op(0x48),
  ltU: op(0x49),
  geU: op(0x4f),
  add: op(0x6a),
  sub: op(0x6b),
  mul: op(0x6c),
  and: op(0x71),
  or: op(0x72),
  shl: op(0x74),
  shrU: op(0x76),
  wrap: op(0xa7),
  load: memory(2, 0x28),
  load8: memory(0, 0x2d),
  store: memory(2, 0x36),
};

export const i64 = {
  const: (value: number): Code => [0x42, ...signed(value)],
  add: op(0x7c),
  sub: op(0x7d),
  or: op(0x84),
  shl: op(0x86),
  eqz: op(0x50),
  gtU: op(0x56),
  popcnt: op(0x7b),
  load: memory(3, 0x29),
  store: memory(3, 0x37),
  /** The first where the third is not zero, else the second. */
  select: op(0x1b),
};

export const f64 = {
  const: (value: number): Code => [0x44, ...double(value)],
  eq: op(0x61),
  add: op(0xa0),
  fromI32U: op(0xb8),
  fromI64: op(0xb9),
  load: memory(3, 0x2b),
  store: memory(3, 0x39),
};

export const v128 = {
  load: memory(0, 0xfd, 0x00),
  store: memory(0, 0xfd, 0x0b),
  /** Both lanes from the double at an address. */
  loadSplat: memory(3, 0xfd, 0x0a),
  /** Stores the low eight bytes. */
  storeLow: (offset: number, at: Code, value: Code): Code => [
    ...at,
    ...value,
    0xfd,
    0x5b,
    0,
    ...unsigned(offset),
    0,
  ],
  zero: [0xfd, 0x0c, ...new Array<number>(16).fill(0)] as Code,
  and: vector(0x4e),
  or: vector(0x50),
  xor: vector(0x51),
  /** The bits of the first where the third has ones, of the second elsewhere. */
  select: vector(0x52),
  anyTrue: vector(0x53),
  /** Whether none of the sixteen bytes is zero. */
  allBytes: vector(0x63),
  /** Of two vectors of four words the even words. */
  evenWords: (a: Code, b: Code): Code => [
    ...a,
    ...b,
    0xfd,
    0x0d,
    ...[0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27],
  ],
  narrow16: vector(0x65),
  narrow32: vector(0x85),
};

/** Sixteen bytes from the low one of a word. */
export const i8x16 = { splat: vector(0x0f) };

export const i64x2 = { add: vector(0xce), shl: vector(0xcb), allTrue: vector(0xc3) };

export const f64x2 = {
  const: (value: number): Code => [0xfd, 0x0c, ...double(value), ...double(value)],
  /** A vector of two doubles. */
  both: (low: Code, high: Code): Code => [...low, 0xfd, 0x14, ...high, 0xfd, 0x22, 1],
  /** The two lanes exchanged. */
  swapped: (value: Code): Code => [
    ...value,
    ...value,
    0xfd,
    0x0d,
    ...[8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7],
  ],
  lane: (value: Code, lane: 0 | 1): Code => [...value, 0xfd, 0x21, lane],
  eq: vector(0x47),
  ne: vector(0x48),
  lt: vector(0x49),
  gt: vector(0x4a),
  le: vector(0x4b),
  ge: vector(0x4c),
  ceil: vector(0x74),
  floor: vector(0x75),
  trunc: vector(0x7a),
  nearest: vector(0x94),
  abs: vector(0xec),
  neg: vector(0xed),
  sqrt: vector(0xef),
  add: vector(0xf0),
  sub: vector(0xf1),
  mul: vector(0xf2),
  div: vector(0xf3),
  max: vector(0xf5),
  min: vector(0xf4),
};

/** A parameter or a local variable. */
export interface Variable {
  readonly get: Code;
  set(value: Code): Code;
}

/** Repeats `body` while `condition` is not zero. */
export function whileLoop(condition: Code, ...body: Code[]): Code {
  return [
    ...[0x02, 0x40, 0x03, 0x40],
    ...i32.eqz(condition),
    ...[0x0d, 1],
    ...body.flat(),
    ...[0x0c, 0, 0x0b, 0x0b],
  ];
}

/** Does `body` where `condition` is not zero. */
export function when(condition: Code, ...body: Code[]): Code {
  return [...condition, 0x04, 0x40, ...body.flat(), 0x0b];
}

/** Does `then` where `condition` is not zero, else `otherwise`. */
export function ifElse(condition: Code, then: readonly Code[], otherwise: readonly Code[]): Code {
  return [...condition, 0x04, 0x40, ...then.flat(), 0x05, ...otherwise.flat(), 0x0b];
}

/** Calls the function of this number. */
export function call(number: number, ...operands: Code[]): Code {
  return [...operands.flat(), 0x10, ...unsigned(number)];
}

export const leave = (value: Code): Code => [...value, 0x0f];

/** A function's code, with its variables given out one after another. */
export class Function {
  private readonly locals: ValueType[] = [];
  private count = 0;
  private readonly parameters: readonly ValueType[];
  /** The parameters. */
  readonly given: readonly Variable[];

  constructor(
    parameters: readonly ValueType[],
    readonly result: ValueType,
  ) {
    this.parameters = parameters;
    this.given = parameters.map(() => this.variable());
  }

  private variable(): Variable {
    const index = unsigned(this.count++);
    return { get: [0x20, ...index], set: (value) => [...value, 0x21, ...index] };
  }

  local(type: ValueType): Variable {
    this.locals.push(type);
    return this.variable();
  }

  /** Its type, as a module says it. */
  get type(): Code {
    const types = this.parameters.map((type) => TYPE[type]);
    return [TYPE.function, ...unsigned(types.length), ...types, 1, TYPE[this.result]];
  }

  /** Its body: the variables, then the code. */
  body(...code: Code[]): Code {
    const content = [
      ...unsigned(this.locals.length),
      ...this.locals.flatMap((type) => [1, TYPE[type]]),
      ...code.flat(),
      0x0b,
    ];
    return [...unsigned(content.length), ...content];
  }
}
