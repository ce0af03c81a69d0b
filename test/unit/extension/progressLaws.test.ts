/** Laws of progress: records of several windows and machines can be put together in any order, as often as one likes. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exerciseIds } from '../../../src/course/exercise';
import {
  advance,
  countPassed,
  mergeProgress,
  noProgress,
  readProgress,
  restart,
  type Progress,
} from '../../../src/extension/progress/progressModel';

const step = fc.record(
  {
    state: fc.constantFrom('started' as const, 'passed' as const),
    hintsOpened: fc.integer({ min: 0, max: 5 }),
    attempts: fc.integer({ min: 0, max: 3 }),
    seconds: fc.integer({ min: 0, max: 1000 }),
    hunt: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const act = fc.record({ id: fc.constantFrom(...exerciseIds.slice(0, 4)), step, again: fc.boolean() });

/** Progress as it comes about: by steps and resets. */
const progress: fc.Arbitrary<Progress> = fc
  .array(act, { maxLength: 12 })
  .map((acts) =>
    acts.reduce<Progress>(
      (before, { id, step: one, again }) => advance(again ? restart(before, id) : before, id, one),
      noProgress,
    ),
  );

/** All but the running time, of which the record that asks knows best. */
function lasting({ exercises }: Progress): unknown {
  return Object.entries(exercises)
    .map(([id, { state, hintsOpened, attempts, bestSeconds, bestHunt }]) => [
      id,
      { state, hintsOpened, attempts, bestSeconds, bestHunt },
    ])
    .sort();
}

const rank = { 'not-started': 0, started: 1, passed: 2 } as const;

/** Whether nothing that the earlier record holds is less in the later. */
function holdsAll(later: Progress, earlier: Progress): boolean {
  return Object.entries(earlier.exercises).every(([id, before]) => {
    const now = later.exercises[id as keyof Progress['exercises']];
    return (
      now !== undefined &&
      rank[now.state] >= rank[before.state] &&
      now.hintsOpened >= before.hintsOpened &&
      now.attempts >= before.attempts &&
      (before.bestSeconds === null || (now.bestSeconds ?? Infinity) <= before.bestSeconds) &&
      (before.bestHunt === undefined || (now.bestHunt ?? Infinity) <= before.bestHunt)
    );
  });
}

describe('the laws of progress', () => {
  it('merging with itself or with nothing changes nothing', () => {
    fc.assert(
      fc.property(progress, (a) => {
        assert.deepEqual(mergeProgress(a, a), a);
        assert.deepEqual(mergeProgress(a, noProgress), a);
        assert.deepEqual(mergeProgress(noProgress, a), a);
      }),
    );
  });

  it('the order of merging does not matter to what lasts', () => {
    fc.assert(
      fc.property(progress, progress, progress, (a, b, c) => {
        assert.deepEqual(lasting(mergeProgress(a, b)), lasting(mergeProgress(b, a)));
        assert.deepEqual(
          lasting(mergeProgress(mergeProgress(a, b), c)),
          lasting(mergeProgress(a, mergeProgress(b, c))),
        );
      }),
    );
  });

  it('the record that asks keeps its running time', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const merged = mergeProgress(a, b);
        for (const [id, { workedSeconds }] of Object.entries(a.exercises)) {
          assert.equal(merged.exercises[id as keyof Progress['exercises']]?.workedSeconds, workedSeconds);
        }
      }),
    );
  });

  it('merging loses nothing of either, and merging again adds nothing', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const merged = mergeProgress(a, b);
        assert.ok(holdsAll(merged, a) && holdsAll(merged, b));
        assert.ok(countPassed(merged) >= Math.max(countPassed(a), countPassed(b)));
        assert.deepEqual(mergeProgress(merged, b), merged);
      }),
    );
  });

  it('no step and no reset takes anything away', () => {
    fc.assert(
      fc.property(progress, act, (a, { id, step: one }) => {
        assert.ok(holdsAll(advance(a, id, one), a));
        assert.ok(holdsAll(restart(a, id), a));
      }),
    );
  });

  it('what is kept is read as it was', () => {
    fc.assert(
      fc.property(progress, (a) => {
        assert.deepEqual(readProgress(JSON.parse(JSON.stringify(a))), { progress: a, whole: true });
      }),
    );
  });
});
