/** The parts that a WebAssembly module is written of, as bytes. */

/** The types of values, and what a function's type begins with. */
export const TYPE = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b, function: 0x60 } as const;

/** What every module begins with: its mark and its version. */
export const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0] as const;

/** One of a module's sections: its number, its length, its content. */
export function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

/** Items behind their number. */
export function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

/** A text of ASCII letters. */
export function bytesOf(name: string): number[] {
  return list(name.split('').map((letter) => [letter.charCodeAt(0)]));
}

/** A whole number from zero, by LEB128. */
export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** A whole number of 32 bits, by LEB128. */
export function signed(value: number): number[] {
  if (value >= -64 && value < 64) return [value & 0x7f];
  return [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

/** A double, as it lies in memory. */
export function double(value: number): number[] {
  return [...new Uint8Array(Float64Array.of(value).buffer)];
}
