/** Pictures into one that moves: an animated PNG, whose frames hold only what differs from the frame before. */
import { chunksOf, fileOf, type Chunk } from './chunks';
import { changed, coarser, compressed, pixelsOf, type Pixels } from './pixels';

/** Eight bits to a colour, with opacity, not interlaced. */
const kind = Buffer.from([8, 6, 0, 0, 0]);

function numbers(...values: readonly number[]): Buffer {
  const data = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => data.writeUInt32BE(value, 4 * i));
  return data;
}

/** The chunk that says how long a frame is shown, and that it is laid over the one before. */
function control(order: number, width: number, height: number, milliseconds: number, isOver: boolean): Chunk {
  const rest = Buffer.alloc(6);
  rest.writeUInt16BE(milliseconds, 0);
  rest.writeUInt16BE(1000, 2);
  rest.writeUInt8(isOver ? 1 : 0, 5);
  return { type: 'fcTL', data: Buffer.concat([numbers(order, width, height, 0, 0), rest]) };
}

/** The chunk that says how many pixels a picture has, and of which kind. */
function headerOf({ width, height }: Pixels): Chunk {
  return { type: 'IHDR', data: Buffer.concat([numbers(width, height), kind]) };
}

const end: Chunk = { type: 'IEND', data: Buffer.alloc(0) };

/** A PNG picture, pixel for pixel the same, in fewer bytes than a browser takes for it. */
export function repacked(picture: Buffer): Buffer {
  const pixels = pixelsOf(chunksOf(picture));
  return fileOf([headerOf(pixels), { type: 'IDAT', data: compressed(pixels) }, end]);
}

/**
 * PNG pictures of the same size as one animated PNG that repeats for ever, each shown for so many milliseconds. What
 * shows no animations shows the first. Colours may be kept in steps of several. Throws where the pictures differ in size.
 * Source: W3C, Portable Network Graphics (Third Edition), 11.3.6.
 */
export function animate(pictures: readonly Buffer[], milliseconds: readonly number[], step = 1): Buffer {
  const frames = pictures.map((picture) => coarser(pixelsOf(chunksOf(picture)), step));
  const [first] = frames;
  if (!first) throw new Error('There is no picture to animate.');
  const { width, height } = first;
  const chunks: Chunk[] = [headerOf(first), { type: 'acTL', data: numbers(frames.length, 0) }];
  let order = 0;
  for (const [i, frame] of frames.entries()) {
    if (frame.width !== width || frame.height !== height)
      throw new Error(`Picture ${String(i + 1)} is of another size.`);
    const before = frames[i - 1];
    chunks.push(control(order++, width, height, milliseconds[i] ?? 1000, before !== undefined));
    if (before === undefined) chunks.push({ type: 'IDAT', data: compressed(frame) });
    else {
      const data = compressed(changed(before, frame));
      chunks.push({ type: 'fdAT', data: Buffer.concat([numbers(order++), data]) });
    }
  }
  chunks.push(end);
  return fileOf(chunks);
}
