import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FrameReader } from '../../../src/python/pipeFrames';

function frame(kind: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(5 + body.length);
  new DataView(bytes.buffer).setUint32(0, body.length + 1, true);
  bytes[4] = kind;
  bytes.set(body, 5);
  return bytes;
}

describe('frames on a pipe', () => {
  it('are put together whatever the pieces', () => {
    const frames = fc.array(fc.tuple(fc.nat(255), fc.uint8Array({ maxLength: 40 })), { maxLength: 6 });
    fc.assert(
      fc.property(frames, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sent, sizes) => {
        const stream = Buffer.concat(sent.map(([kind, body]) => frame(kind, body)));
        const got: [number, Uint8Array][] = [];
        const reader = new FrameReader((kind, bytes) => got.push([kind, Uint8Array.from(bytes)]));
        for (let at = 0, piece = 0; at < stream.length; piece++) {
          const size = sizes[piece % sizes.length] ?? 1;
          assert.ok(reader.push(stream.subarray(at, at + size)));
          at += size;
        }
        assert.deepEqual(
          got,
          sent.map(([kind, body]) => [kind, Uint8Array.from(body)]),
        );
      }),
    );
  });

  it('cannot be empty or beyond all measure', () => {
    const ignore = (): void => undefined;
    assert.equal(new FrameReader(ignore).push(Uint8Array.of(0, 0, 0, 0)), false);
    assert.equal(new FrameReader(ignore).push(Uint8Array.of(255, 255, 255, 255)), false);
  });
});
