/** Pictures as pixels: reading a PNG file's, and compressing pixels as one. Source: W3C, PNG (Third Edition), 7 to 9. */
import { deflateSync, inflateSync } from 'node:zlib';
import type { Chunk } from './chunks';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each, row by row. */
  readonly data: Buffer;
}

/** The prediction of a byte from those to the left (a), above (b) and above to the left (c), by a filter's number. */
function predicted(filter: number, a: number, b: number, c: number): number {
  if (filter === 1) return a;
  if (filter === 2) return b;
  if (filter === 3) return (a + b) >> 1;
  if (filter !== 4) return 0;
  const [fromA, fromB, fromC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (fromA <= fromB && fromA <= fromC) return a;
  return fromB <= fromC ? b : c;
}

/** The pixels of a PNG picture of eight bits to a colour, with or without opacity; throws for other kinds. */
export function pixelsOf(chunks: readonly Chunk[]): Pixels {
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  const [depth, kind, , , interlaced] = header?.subarray(8) ?? [];
  if (!header || depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new Error('This is not a picture as browsers take it.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const each = kind === 2 ? 3 : 4;
  const rowBytes = width * each;
  const packed = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const data = Buffer.alloc(width * height * 4, 255);
  let above = Buffer.alloc(rowBytes);
  for (let y = 0; y < height; y++) {
    const at = y * (rowBytes + 1);
    const filter = packed.readUInt8(at);
    const row = Buffer.from(packed.subarray(at + 1, at + 1 + rowBytes));
    for (let i = 0; i < rowBytes; i++) {
      const [a, c] = i < each ? [0, 0] : [row.readUInt8(i - each), above.readUInt8(i - each)];
      row[i] = row.readUInt8(i) + predicted(filter, a, above.readUInt8(i), c);
      data[(y * width + Math.floor(i / each)) * 4 + (i % each)] = row.readUInt8(i);
    }
    above = row;
  }
  return { width, height, data };
}

/** Pixels as the data of a PNG picture with opacity, in the smaller of two ways: as they are, or each row predicted. */
export function compressed({ width, height, data }: Pixels): Buffer {
  const plain = filtered(width, height, data, [0]);
  const guessed = filtered(width, height, data, [0, 1, 2, 3, 4]);
  const [best = Buffer.alloc(0)] = [plain, guessed]
    .map((bytes) => deflateSync(bytes, { level: 9, memLevel: 9 }))
    .sort((p, q) => p.length - q.length);
  return best;
}

/** Of each row the filter whose bytes lie nearest to 0. */
function filtered(width: number, height: number, data: Buffer, filters: readonly number[]): Buffer {
  const rowBytes = width * 4;
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    const ways = filters.map((filter) => {
      const row = Buffer.alloc(rowBytes + 1, filter);
      let far = 0;
      for (let i = 0; i < rowBytes; i++) {
        const at = y * rowBytes + i;
        const a = i < 4 ? 0 : data.readUInt8(at - 4);
        const b = y === 0 ? 0 : data.readUInt8(at - rowBytes);
        const c = i < 4 || y === 0 ? 0 : data.readUInt8(at - rowBytes - 4);
        const rest = (data.readUInt8(at) - predicted(filter, a, b, c)) & 255;
        row[i + 1] = rest;
        far += Math.min(rest, 256 - rest);
      }
      return { row, far };
    });
    const [best] = ways.sort((p, q) => p.far - q.far);
    if (best) rows.push(best.row);
  }
  return Buffer.concat(rows);
}

/** What of a picture differs from the one before: those pixels, and nothing to be seen in place of the others. */
export function changed(before: Pixels, { width, height, data }: Pixels): Pixels {
  const rest = Buffer.alloc(data.length);
  for (let at = 0; at < data.length; at += 4) {
    if (data.readUInt32LE(at) !== before.data.readUInt32LE(at)) data.copy(rest, at, at, at + 4);
  }
  return { width, height, data: rest };
}

/** The same with every colour in steps of so many: nobody sees steps of four, and a file of many pictures is a quarter smaller. */
export function coarser({ width, height, data }: Pixels, step: number): Pixels {
  const made = data.map((value, i) => (i % 4 === 3 ? value : Math.min(255, Math.round(value / step) * step)));
  return { width, height, data: Buffer.from(made) };
}
