/** The moving picture of the README, made of pictures of the panel: nothing of them may be lost on the way. */
import { strict as assert } from 'node:assert';
import { animate, repacked } from '../../e2e/apng';
import { chunksOf, fileOf } from '../../e2e/chunks';
import { compressed, pixelsOf, type Pixels } from '../../e2e/pixels';

const [width, height] = [7, 5];

function png({ data }: Pixels): Buffer {
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0]);
  return fileOf([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: compressed({ width, height, data }) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]);
}

/** Opaque pixels that run from one colour to another, with some of a colour of their own. */
function picture(seed: number): Pixels {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let i = 0; i < width * height; i++) {
    const value = (i + seed) % 6 === 0 ? 200 + seed : 3 * i;
    data.writeUIntBE(value * 0x010203, i * 4, 3);
  }
  return { width, height, data };
}

/** What is on the screen at each frame of a moving picture. */
function played(file: Buffer): Buffer[] {
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === 'IHDR');
  assert.ok(header);
  const screen = Buffer.alloc(width * height * 4);
  return chunks.flatMap(({ type, data }) => {
    if (type !== 'IDAT' && type !== 'fdAT') return [];
    const own = { type: 'IDAT', data: type === 'IDAT' ? data : data.subarray(4) };
    const frame = pixelsOf([header, own]).data;
    for (let at = 0; at < frame.length; at += 4)
      if (frame[at + 3] === 255) frame.copy(screen, at, at, at + 4);
    return [Buffer.from(screen)];
  });
}

describe('the moving picture', () => {
  const pictures = [0, 1, 2, 1].map(picture);

  it('shows each picture in its turn', () => {
    const frames = played(animate(pictures.map(png), [100, 100, 100, 100]));
    assert.deepEqual(
      frames,
      pictures.map(({ data }) => data),
    );
  });

  it('refuses pictures of different sizes', () => {
    const [first] = pictures;
    assert.ok(first);
    const other = chunksOf(png(first)).map(({ type, data }) =>
      type === 'IHDR'
        ? { type, data: Buffer.from([0, 0, 0, width, 0, 0, 0, height - 1, 8, 6, 0, 0, 0]) }
        : { type, data },
    );
    assert.throws(() => animate([png(first), fileOf(other)], [100, 100]), /Picture 2 is of another size/u);
  });

  it('keeps the pixels of a still picture', () => {
    for (const one of pictures) assert.deepEqual(pixelsOf(chunksOf(repacked(png(one)))).data, one.data);
  });
});
