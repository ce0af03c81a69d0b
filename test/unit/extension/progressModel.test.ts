import assert from 'node:assert/strict';
import {
  advance,
  countPassed,
  mergeProgress,
  noProgress,
  readProgress,
  restart,
} from '../../../src/extension/progressModel';
import type { Progress } from '../../../src/extension/progressModel';

const passed = {
  state: 'passed',
  hintsOpened: 1,
  attempts: 3,
  bestSeconds: 90,
  workedSeconds: null,
} as const;

describe('progress', () => {
  it('is nothing where nothing was kept', () => {
    assert.deepEqual(readProgress(undefined), { progress: noProgress, whole: true });
  });

  it('survives being kept as JSON', () => {
    const progress = advance(noProgress, 'relu', { state: 'passed', attempts: 1, seconds: 12.5 });
    const kept: unknown = JSON.parse(JSON.stringify(progress));
    assert.deepEqual(readProgress(kept), { progress, whole: true });
  });

  it('never goes back: what is passed stays passed', () => {
    const before = advance(noProgress, 'relu', { state: 'passed', attempts: 1 });
    const after = advance(before, 'relu', { state: 'started', attempts: 1 });
    assert.equal(after.exercises.relu?.state, 'passed');
    assert.equal(after.exercises.relu.attempts, 2);
    assert.equal(countPassed(after), 1);
  });

  it('keeps the most hints that were opened', () => {
    const three = advance(noProgress, 'cost', { state: 'started', hintsOpened: 3 });
    assert.equal(advance(three, 'cost', { hintsOpened: 1 }).exercises.cost?.hintsOpened, 3);
  });

  it('takes the time from the first change to passing, and only improves on it', () => {
    let progress = advance(noProgress, 'relu', { state: 'started', attempts: 1, seconds: 40 });
    progress = advance(progress, 'relu', { state: 'passed', attempts: 1, seconds: 20 });
    assert.equal(progress.exercises.relu?.bestSeconds, 60);
    // Passing again without having begun anew is no new time.
    progress = advance(progress, 'relu', { state: 'passed', attempts: 1, seconds: 1 });
    assert.equal(progress.exercises.relu?.bestSeconds, 60);
    progress = advance(restart(progress, 'relu'), 'relu', { state: 'passed', attempts: 1, seconds: 25 });
    assert.equal(progress.exercises.relu?.bestSeconds, 25);
    progress = advance(restart(progress, 'relu'), 'relu', { state: 'passed', attempts: 1, seconds: 70 });
    assert.equal(progress.exercises.relu?.bestSeconds, 25);
  });

  it('has no best time for what took none', () => {
    const progress = advance(noProgress, 'relu', { state: 'passed', attempts: 1, seconds: 0 });
    assert.equal(progress.exercises.relu?.bestSeconds, null);
  });

  it('merges two records without losing what either holds', () => {
    const here: Progress = {
      schema: 1,
      exercises: {
        relu: { ...passed, attempts: 1, bestSeconds: null },
        cost: { ...passed, state: 'started' },
      },
    };
    const there: Progress = {
      schema: 1,
      exercises: { relu: { ...passed, state: 'started' }, 'chain-rule': passed },
    };
    const merged = mergeProgress(here, there);
    assert.deepEqual(merged.exercises.relu, passed);
    assert.deepEqual(merged.exercises['chain-rule'], passed);
    assert.equal(merged.exercises.cost?.state, 'started');
  });
});

describe('progress of other versions', () => {
  const third = {
    1: (older: Readonly<Record<string, unknown>>) => ({ schema: 2, solved: older['done'] }),
    2: (older: Readonly<Record<string, unknown>>) => {
      const solved = older['solved'] as string[];
      return { schema: 3, exercises: Object.fromEntries(solved.map((id) => [id, passed])) };
    },
  };

  it('goes through one migration after the other', () => {
    const { progress, whole } = readProgress({ schema: 1, done: ['relu', 'cost'] }, third, 3);
    assert.equal(whole, true);
    assert.equal(countPassed(progress), 2);
  });

  it('is left alone when it is from a later version, or damaged', () => {
    for (const stored of [
      { schema: 9, exercises: {} },
      { schema: 1 },
      { exercises: {} },
      'relu',
      null,
      7,
      [],
    ]) {
      assert.deepEqual(readProgress(stored), { progress: noProgress, whole: false }, JSON.stringify(stored));
    }
  });

  it('does not run in circles when a migration does not move on', () => {
    const stuck = { 1: () => ({ schema: 1, exercises: {} }) };
    assert.equal(readProgress({ schema: 1 }, stuck, 2).whole, false);
  });

  it('keeps what can be read, and says that not all of it could', () => {
    const stored = {
      schema: 1,
      exercises: { relu: passed, cost: { state: 'perfect' }, 'not-yet-invented': passed },
    };
    const { progress, whole } = readProgress(stored);
    assert.deepEqual(progress.exercises, { relu: passed });
    assert.equal(whole, false);
  });
});
