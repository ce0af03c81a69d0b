/** What is asked of a Python about one snippet, and what is not. */
import assert from 'node:assert/strict';
import { converse } from '../../../src/python/conversation';
import type { RunError, SnippetCall, SnippetRequest } from '../../../src/python/runtime';
import { decodeFrame, encodeFrame, NumberBlock, WireError } from '../../../src/python/wire/frame';

const call = (name: string, onlyAfterError?: boolean): SnippetCall => ({
  name,
  arguments: [],
  trace: false,
  twice: false,
  ...(onlyAfterError === undefined ? {} : { onlyAfterError }),
});

function request(calls: readonly SnippetCall[]): SnippetRequest {
  return {
    source: '',
    functionName: 'f',
    calls,
    drives: [],
    limits: { timeoutSeconds: 1, outputBytes: 1, resultBytes: 1 },
  };
}

/** Asks a Python in which the calls of these names raise; gives what was called. */
async function calledWhere(raising: readonly string[], calls: readonly SnippetCall[]): Promise<string[]> {
  const called: string[] = [];
  const run = await converse(request(calls), (question) => {
    const { calls: given } = decodeFrame(question).header as { calls: { name: string }[] };
    called.push(...given.map(({ name }) => name));
    return Promise.resolve(answer(given.map(({ name }) => result(name, raising.includes(name)))));
  });
  assert.deepEqual(
    run.calls.map(({ name }) => name),
    called,
  );
  return called;
}

const raised: RunError = {
  kind: 'exception',
  type: 'ValueError',
  message: 'ValueError',
  line: 1,
  column: null,
  endLine: null,
  endColumn: null,
  traceback: '',
  hint: null,
  sort: null,
};

function result(name: string, raises: boolean): object {
  return {
    name,
    returned: raises ? null : { kind: 'none' },
    error: raises ? raised : null,
    deterministic: null,
    divergesAt: null,
    changedInputs: [],
    trace: [],
    traceTruncated: false,
    returnLines: [],
  };
}

function answer(calls: readonly object[]): Uint8Array {
  return encodeFrame(
    {
      error: null,
      calls,
      drives: [],
      stdout: '',
      stdoutTruncated: false,
      blanks: [],
      skipped: [],
      own: null,
    },
    new NumberBlock(),
  );
}

describe('a conversation about a snippet', () => {
  const calls = [call('one'), call('two'), call('equal', true)];

  it('leaves out what is asked for after an error only, where nothing raised', async () => {
    assert.deepEqual(await calledWhere([], calls), ['one', 'two']);
  });

  it('asks it where any call before it raised', async () => {
    assert.deepEqual(await calledWhere(['one'], calls), ['one', 'two', 'equal']);
    assert.deepEqual(await calledWhere(['two'], calls), ['one', 'two', 'equal']);
  });

  it('does not count what comes after it', async () => {
    assert.deepEqual(await calledWhere(['two'], [call('one'), call('equal', true), call('two')]), [
      'one',
      'two',
    ]);
  });

  it('takes no answer to what it did not ask for', async () => {
    const other = (): Promise<Uint8Array> => Promise.resolve(answer([result('equal', false)]));
    await assert.rejects(converse(request(calls), other), WireError);
  });
});
