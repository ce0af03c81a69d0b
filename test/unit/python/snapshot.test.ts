/** A memory is set back to the snapshot's bytes, whatever was written into it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packSnapshot, readSnapshot, type KnownOfPython } from '../../../src/python/realm/snapshot';

const known = { version: '3.14', run: 1, warm: 2, table: 3, stack: 4, numpy: {} } as unknown as KnownOfPython;
const pageBytes = 4096;
const pages = 12;

/** A memory in which some pages are empty, others hold one byte at a place of their own. */
const memory = fc
  .array(fc.option(fc.integer({ min: 0, max: pageBytes - 1 })), { minLength: pages, maxLength: pages })
  .map((places) => {
    const bytes = new Uint8Array(pages * pageBytes);
    for (const [page, place] of places.entries()) if (place !== null) bytes[page * pageBytes + place] = 7;
    return bytes;
  });

describe('a snapshot', () => {
  it('sets back every byte of a memory that was written over', () => {
    fc.assert(
      fc.property(memory, (before) => {
        const { fill, memoryBytes, sources } = readSnapshot(
          packSnapshot(before, known, { 'a.py': Uint8Array.of(1, 2, 3) }),
        );
        const spoilt = new Uint8Array(memoryBytes).fill(255);
        fill(spoilt, memoryBytes);
        assert.equal(Buffer.compare(spoilt, before), 0);
        assert.deepEqual([...(sources['a.py'] ?? [])], [1, 2, 3]);
      }),
      { numRuns: 50 },
    );
  });

  it('fills a memory that is zero from where it has been used', () => {
    fc.assert(
      fc.property(memory, fc.integer({ min: 0, max: pages * pageBytes }), (before, used) => {
        const { fill } = readSnapshot(packSnapshot(before, known, {}));
        const fresh = new Uint8Array(before.length).fill(255, 0, used);
        fill(fresh, used);
        assert.equal(Buffer.compare(fresh, before), 0);
      }),
      { numRuns: 50 },
    );
  });
});
