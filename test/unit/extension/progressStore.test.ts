/** Progress between several windows, which share one memento and know nothing of each other. */
import './pretendedVscode';
import assert from 'node:assert/strict';
import { ProgressStore, type ProgressMemento } from '../../../src/extension/progress/progress';
import { countPassed, readProgress, type Progress } from '../../../src/extension/progress/progressModel';

/** What all windows of a machine share. */
class Memento implements ProgressMemento {
  private readonly kept = new Map<string, string>();

  get(key: string): unknown {
    const text = this.kept.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  update(key: string, value: unknown): Promise<void> {
    this.kept.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  setKeysForSync(): void {
    // Nothing is carried between machines here.
  }

  /** The progress as whoever comes next finds it. */
  get progress(): Progress {
    const [key = ''] = [...this.kept.keys()].filter((name) => name !== 'progress.aside');
    return readProgress(this.get(key)).progress;
  }
}

describe('the progress of several windows', () => {
  it('keeps what another window has added since this one looked', () => {
    const shared = new Memento();
    const [here, there] = [new ProgressStore(shared), new ProgressStore(shared)];
    assert.equal(here.of('relu').state, 'not-started');
    there.checked('relu', true, 'explicit');
    here.checked('cost', false, 'explicit');
    assert.equal(shared.progress.exercises.relu?.state, 'passed');
    assert.equal(shared.progress.exercises.cost?.state, 'started');
  });

  it('keeps more hints, more checks and a better time of another window in the same exercise', () => {
    const shared = new Memento();
    const [here, there] = [new ProgressStore(shared), new ProgressStore(shared)];
    here.checked('relu', false, 'explicit');
    there.hintsOpened('relu', 4);
    there.checked('relu', true, 'explicit');
    here.hintsOpened('relu', 2);
    const entry = shared.progress.exercises.relu;
    assert.deepEqual([entry?.state, entry?.hintsOpened, entry?.attempts], ['passed', 4, 2]);
  });

  it('is told from what is read, not from what this window wrote last', () => {
    const shared = new Memento();
    const [here, there] = [new ProgressStore(shared), new ProgressStore(shared)];
    here.worked('relu');
    there.checked('relu', true, 'explicit');
    assert.equal(countPassed(here.all), 1);
    assert.equal(here.of('relu').state, 'passed');
  });

  it('counts as attempts only the checks that were asked for', () => {
    const shared = new Memento();
    const store = new ProgressStore(shared);
    store.checked('relu', false, 'automatic');
    store.checked('relu', false, 'explicit');
    assert.equal(shared.progress.exercises.relu?.attempts, 1);
  });

  it('sets aside what it cannot read, and does so once', () => {
    const shared = new Memento();
    const damaged = { schema: 1, exercises: { relu: { state: 'perfect' } } };
    void shared.update('progress.v1', damaged);
    const store = new ProgressStore(shared);
    store.checked('cost', true, 'explicit');
    assert.deepEqual(shared.get('progress.aside'), damaged);
    void shared.update('progress.v1', { schema: 1, exercises: 'gone' });
    assert.equal(store.of('cost').state, 'passed');
    assert.deepEqual(shared.get('progress.aside'), damaged);
  });
});
