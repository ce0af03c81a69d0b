import assert from 'node:assert/strict';
import {
  advance,
  countPassed,
  mergeProgress,
  noProgress,
  readProgress,
  restart,
  rungsUpTo,
  salvageProgress,
  storedForm,
} from '../../../src/extension/progress/progressModel';
import type { Progress } from '../../../src/extension/progress/progressModel';

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

describe('a hint ladder', () => {
  const ladder = ['idea', 'formula', 'code'].map((kind) => ({ kind }));

  it('is open up to the rung that was opened, that rung too', () => {
    assert.deepEqual(
      ['idea', 'formula', 'code', 'none'].map((kind) => rungsUpTo(ladder, kind)),
      [1, 2, 3, undefined],
    );
  });

  it('stands in the progress with as many rungs as are open', () => {
    for (const count of [1, 2, 3]) {
      const opened = advance(noProgress, 'cost', { state: 'started', hintsOpened: count });
      assert.equal(opened.exercises.cost?.hintsOpened, count);
      assert.equal(mergeProgress(noProgress, opened).exercises.cost?.hintsOpened, count);
    }
  });
});

describe('damaged progress', () => {
  const others = { ...passed, hintsOpened: 2 };

  it('keeps how far the learner has come, whatever else of an entry is wrong', () => {
    for (const wrong of [
      { hintsOpened: -1 },
      { hintsOpened: 1e300 },
      { attempts: 'three' },
      { bestSeconds: Infinity },
      { workedSeconds: [] },
    ]) {
      const stored = { schema: 1, exercises: { relu: { ...passed, ...wrong } } };
      const { progress, whole } = readProgress(stored);
      assert.equal(progress.exercises.relu?.state, 'passed', JSON.stringify(wrong));
      assert.equal(whole, false);
      assert.deepEqual(readProgress(JSON.parse(JSON.stringify(progress))), { progress, whole: true });
    }
  });

  it('is no progress where its kinds are wrong, however deep', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level++) deep = { exercises: deep, relu: deep };
    for (const exercises of [[], [passed], 'relu', 1, null, deep, { relu: deep }, { relu: [passed] }]) {
      const { progress, whole } = readProgress({ schema: 1, exercises });
      assert.equal(countPassed(progress), 0);
      assert.equal(whole, false);
    }
  });

  it('is looked at no further than it is known, however much there is', () => {
    const exercises: Record<string, unknown> = { relu: passed };
    for (let i = 0; i < 20_000; i++) exercises[`exercise-${String(i)}`] = passed;
    let looked = 0;
    const counting = new Proxy(exercises, {
      get: (target, name) => {
        looked++;
        return Reflect.get(target, name) as unknown;
      },
    });
    const { progress, whole } = readProgress({ schema: 1, exercises: counting });
    assert.deepEqual([progress.exercises.relu, whole], [passed, false]);
    assert.ok(looked < 1000, String(looked));
    assert.ok(Object.keys(progress.others ?? {}).length < 1000);
  });

  it('gives back the entries that are still in its text', () => {
    const text = JSON.stringify({
      schema: 1,
      exercises: { relu: passed, cost: others, 'chain-rule': passed },
    });
    assert.equal(countPassed(salvageProgress(text)), 3);
    const cut = text.slice(0, text.indexOf('chain-rule') + 30);
    assert.deepEqual(salvageProgress(cut).exercises, { relu: passed, cost: others });
    assert.deepEqual(salvageProgress(`\0\0${text}]]]`).exercises.relu, passed);
    assert.deepEqual(
      salvageProgress('"relu":{"state":"brilliant"} "cost": {"state": "passed"}').exercises.cost,
      {
        ...passed,
        hintsOpened: 0,
        attempts: 0,
        bestSeconds: null,
      },
    );
    assert.deepEqual(salvageProgress('[[[[{"relu":'), noProgress);
  });
});

describe('exercises that only another version has', () => {
  it('are carried along, merged, and found again', () => {
    const stored = {
      schema: 1,
      exercises: { relu: passed, 'not-yet-invented': { ...passed, state: 'started' } },
    };
    const { progress, whole } = readProgress(stored);
    assert.equal(whole, true);
    assert.deepEqual(progress.exercises, { relu: passed });
    const there = readProgress({
      schema: 1,
      exercises: { 'not-yet-invented': passed, another: passed },
    }).progress;
    const merged = advance(mergeProgress(progress, there), 'cost', { state: 'started' });
    assert.deepEqual(merged.others, { 'not-yet-invented': passed, another: passed });
    assert.deepEqual(readProgress(storedForm(merged)).progress, merged);
    assert.deepEqual(Object.keys(merged.exercises).sort(), ['cost', 'relu']);
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
