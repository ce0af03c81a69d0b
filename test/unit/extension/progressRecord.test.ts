import assert from 'node:assert/strict';
import { advance, countPassed, noProgress } from '../../../src/extension/progress/progressModel';
import { ProgressRecord } from '../../../src/extension/progress/progressRecord';
import type { ProgressMemento } from '../../../src/extension/progress/progressRecord';

/** Global state as VS Code keeps it: the same object until another one is stored, shared by all windows. */
class FakeMemento implements ProgressMemento {
  synced: readonly string[] = [];

  constructor(readonly values = new Map<string, unknown>()) {}

  get(key: string): unknown {
    return this.values.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, structuredClone(value));
    return Promise.resolve();
  }

  setKeysForSync(keys: readonly string[]): void {
    this.synced = keys;
  }
}

const pass = (id: 'relu' | 'cost' | 'chain-rule') => (all: typeof noProgress) =>
  advance(all, id, { state: 'passed', attempts: 1 });

describe('the record of the progress', () => {
  it('never writes over what another window has stored since', () => {
    const values = new Map<string, unknown>();
    const [one, two] = [
      new ProgressRecord(new FakeMemento(values)),
      new ProgressRecord(new FakeMemento(values)),
    ];
    one.advance(pass('relu'));
    two.advance(pass('cost'));
    one.advance(pass('chain-rule'));
    for (const record of [one, two, new ProgressRecord(new FakeMemento(values))])
      assert.equal(countPassed(record.all), 3);
  });

  it('never forgets what this window knows, although another one stores less', () => {
    const values = new Map<string, unknown>();
    const record = new ProgressRecord(new FakeMemento(values));
    record.advance(pass('relu'));
    values.set('progress.v1', advance(noProgress, 'cost', { state: 'passed' }));
    assert.equal(countPassed(record.all), 2);
    record.advance(pass('chain-rule'));
    assert.equal(countPassed(new ProgressRecord(new FakeMemento(values)).all), 3);
  });

  it('has what was taken in, and stores it with the next step', () => {
    const values = new Map<string, unknown>();
    const record = new ProgressRecord(new FakeMemento(values));
    record.takeIn(advance(noProgress, 'cost', { state: 'passed', hintsOpened: 2 }));
    assert.equal(countPassed(record.all), 1);
    record.advance(pass('relu'));
    const next = new ProgressRecord(new FakeMemento(values));
    assert.equal(countPassed(next.all), 2);
    assert.equal(next.all.exercises.cost?.hintsOpened, 2);
  });

  it('keeps what it does not understand aside, once, and leaves a later version\u2019s record alone', () => {
    const damaged = { schema: 1, exercises: 'all of them' };
    const later = { schema: 2, anything: [] };
    const values = new Map<string, unknown>([
      ['progress.v1', damaged],
      ['progress.v2', later],
    ]);
    const record = new ProgressRecord(new FakeMemento(values));
    record.advance(pass('relu'));
    assert.equal(values.get('progress.v2'), later);
    assert.deepEqual(values.get('progress.aside'), damaged);
    assert.equal(countPassed(record.all), 1);
  });

  it('looks at a state once, until another one is stored', () => {
    let looked = 0;
    const stored = {
      schema: 1,
      get exercises() {
        looked++;
        return { relu: { state: 'passed' } };
      },
    };
    const record = new ProgressRecord(new FakeMemento(new Map([['progress.v1', stored]])));
    for (let i = 0; i < 100; i++) assert.equal(countPassed(record.all), 1);
    assert.ok(looked <= 3, String(looked));
  });
});
