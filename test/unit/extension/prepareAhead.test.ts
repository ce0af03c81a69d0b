import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import './pretendedVscode';
import { EventEmitter } from 'vscode';
import { PrepareAhead } from '../../../src/extension/checks/prepareAhead';
import type { RuntimePhase } from '../../../src/python/runtime';

describe('what an exercise is judged by', () => {
  const pauseMs = 20;
  let current = 'relu';
  let asked: string[];
  let ahead: PrepareAhead;
  let chosen: EventEmitter<string>;
  let phase: EventEmitter<RuntimePhase>;

  beforeEach(() => {
    asked = [];
    chosen = new EventEmitter();
    phase = new EventEmitter();
    const prepare = (exercise: string): Promise<void> => {
      asked.push(exercise);
      return exercise === 'unsound' ? Promise.reject(new Error('It is not sound.')) : Promise.resolve();
    };
    ahead = new PrepareAhead(
      { current: () => current, onDidChangeCurrent: chosen.event, onPhase: phase.event, prepare },
      pauseMs,
    );
  });

  afterEach(() => {
    ahead.dispose();
  });

  const choose = (exercise: string): void => {
    current = exercise;
    chosen.fire(exercise);
  };
  const settled = (): Promise<void> => sleep(5 * pauseMs);

  it('is run once Python is ready, for the exercise in hand and for those chosen later', async () => {
    choose('conv2d');
    await settled();
    assert.deepEqual(asked, []);
    phase.fire('ready');
    await settled();
    choose('attention');
    await settled();
    assert.deepEqual(asked, ['conv2d', 'attention']);
  });

  it('is run for none that was only passed by, nor for any while a snippet runs', async () => {
    phase.fire('ready');
    for (const exercise of ['conv2d', 'max-pool', 'rnn-step']) choose(exercise);
    await settled();
    phase.fire('running');
    choose('attention');
    await settled();
    assert.deepEqual(asked, ['rnn-step']);
    phase.fire('ready');
    await settled();
    assert.deepEqual(asked, ['rnn-step', 'attention']);
  });

  it('is tried once where it fails, and again in another Python', async () => {
    choose('unsound');
    for (const next of ['ready', 'running', 'ready'] as const) phase.fire(next);
    await settled();
    phase.fire('ready');
    await settled();
    assert.deepEqual(asked, ['unsound']);
    for (const next of ['stopped', 'starting', 'ready'] as const) phase.fire(next);
    await settled();
    assert.deepEqual(asked, ['unsound', 'unsound']);
  });
});
