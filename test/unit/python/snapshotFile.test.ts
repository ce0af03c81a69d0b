/** The file of a snapshot is taken only whole, and by the program that it was made of. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packSnapshotFile, snapshotAt } from '../../../src/python/snapshotFile';

const program = '123 45 67 89';
const madeOf = 'abc';
const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 });

describe('the file of a snapshot', () => {
  it('gives what was put into it, to who it belongs to', () => {
    fc.assert(
      fc.property(bytes, (snapshot) => {
        const file = packSnapshotFile(snapshot, program, madeOf);
        for (const at of [snapshotAt(file, program), snapshotAt(file, program, madeOf)])
          assert.deepEqual([...file.subarray(at)], [...snapshot]);
      }),
    );
  });

  it('is refused by another program, and where it was made of something else', () => {
    const file = packSnapshotFile(Uint8Array.of(1, 2, 3), program, madeOf);
    assert.throws(() => snapshotAt(file, '023 45 67 89'), /of other files/u);
    assert.throws(() => snapshotAt(file, program, 'abd'), /of other files/u);
  });

  it('is refused where one byte of it is another, or its end is missing', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (snapshot, place, change) => {
        const file = packSnapshotFile(snapshot, program, madeOf);
        const at = place % file.length;
        const other = Uint8Array.from(file, (byte, i) => (i === at ? byte ^ change : byte));
        assert.throws(() => snapshotAt(other, program, madeOf), /damaged/u);
        assert.throws(
          () => snapshotAt(file.slice(0, Math.max(4, at)), program, madeOf),
          /damaged|other files/u,
        );
      }),
    );
  });
});
