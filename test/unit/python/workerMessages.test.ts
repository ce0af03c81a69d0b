import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromWorker } from '../../../src/python/workerMessages';

describe('messages from the worker', () => {
  it('are taken as they are', () => {
    const messages = [
      { type: 'ready', version: '3.14', snapshot: null, module: null },
      { type: 'ready', version: '3.14', snapshot: Uint8Array.of(1, 2), module: null },
      { type: 'failed', detail: 'why' },
      { type: 'result', response: Uint8Array.of(1) },
      { type: 'idle', tampered: true },
      { type: 'died', reason: 'memory', detail: 'why' },
    ];
    for (const message of messages) assert.deepEqual(readFromWorker(message), message);
  });

  it('are nothing where a field is missing or of another kind', () => {
    const wrong = [
      { type: 'ready', version: 3, snapshot: null, module: null },
      { type: 'ready', version: '3.14', snapshot: [1, 2], module: null },
      { type: 'ready', version: '3.14', snapshot: null, module: {} },
      { type: 'result', response: [1] },
      { type: 'result', response: new Uint8Array(new SharedArrayBuffer(1)) },
      { type: 'idle' },
      { type: 'died', reason: 'boredom', detail: 'why' },
      { type: 'toString' },
    ];
    for (const message of wrong) assert.equal(readFromWorker(message), null);
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        assert.equal(readFromWorker(anything), null);
      }),
    );
  });
});
