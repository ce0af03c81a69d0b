/** Pictures into one that moves: an animated PNG, whose frames are the pictures' own compressed data in other chunks. */
import { crc32 } from 'node:zlib';

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data });
    at += 12 + length;
  }
  return chunks;
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function numbers(...values: readonly number[]): Buffer {
  const data = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => data.writeUInt32BE(value, 4 * i));
  return data;
}

/**
 * PNG pictures of the same size and kind as one animated PNG that repeats for ever, each shown for so many
 * milliseconds. What shows no animations shows the first. Throws where the pictures differ in size.
 * Source: W3C, Portable Network Graphics (Third Edition), 11.3.6.
 */
export function animate(pictures: readonly Buffer[], milliseconds: readonly number[]): Buffer {
  const frames = pictures.map(chunksOf);
  const header = frames[0]?.find(({ type }) => type === 'IHDR');
  if (!header) throw new Error('There is no picture to animate.');
  const chunks: Chunk[] = [header, { type: 'acTL', data: numbers(frames.length, 0) }];
  let order = 0;
  for (const [i, frame] of frames.entries()) {
    const own = frame.find(({ type }) => type === 'IHDR');
    if (!own?.data.equals(header.data))
      throw new Error(`Picture ${String(i + 1)} is of another size or kind.`);
    const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
    const delay = Buffer.alloc(6);
    delay.writeUInt16BE(milliseconds[i] ?? 1000, 0);
    delay.writeUInt16BE(1000, 2);
    chunks.push({ type: 'fcTL', data: Buffer.concat([numbers(order++, width, height, 0, 0), delay]) });
    for (const { type, data } of frame) {
      if (type !== 'IDAT') continue;
      if (i === 0) chunks.push({ type, data });
      else chunks.push({ type: 'fdAT', data: Buffer.concat([numbers(order++), data]) });
    }
  }
  chunks.push({ type: 'IEND', data: Buffer.alloc(0) });
  return Buffer.concat([signature, ...chunks.map(written)]);
}
