import assert from 'node:assert/strict';
import { Disposable, DisposableValue } from '../../../src/extension/disposable';

class Holder extends Disposable {
  readonly inner = this._register(new DisposableValue<Disposable>());

  hold(name: string, log: string[]): void {
    this._register({ dispose: () => log.push(name) });
  }
}

class Named extends Disposable {
  constructor(name: string, log: string[]) {
    super();
    this._register({ dispose: () => log.push(name) });
  }
}

describe('what is disposed of', () => {
  it('lets everything go that it holds, the last first, and once', () => {
    const log: string[] = [];
    const holder = new Holder();
    holder.hold('one', log);
    holder.hold('two', log);
    holder.dispose();
    holder.dispose();
    assert.deepEqual(log, ['two', 'one']);
  });

  it('lets go of what another takes the place of, and of the last one in the end', () => {
    const log: string[] = [];
    const holder = new Holder();
    const first = new Named('first', log);
    holder.inner.value = first;
    holder.inner.value = first;
    assert.deepEqual(log, []);
    holder.inner.value = new Named('second', log);
    assert.deepEqual(log, ['first']);
    holder.dispose();
    assert.deepEqual(log, ['first', 'second']);
    assert.equal(holder.inner.value, undefined);
  });
});
