/** What the panel asks: nothing in a message is believed before its schema has seen it. */
import './pretendedVscode';
import assert from 'node:assert/strict';
import type { Messenger } from 'vscode-messenger';
import { relu } from '../../../src/course/exercises/relu';
import { answerPanel, type PanelReach } from '../../../src/extension/panel/panelMessages';
import type { PanelHost } from '../../../src/extension/panel/panelHost';
import type { Session } from '../../../src/extension/session';
import * as messages from '../../../src/protocol/messages';

type Work = (params: unknown) => unknown;

/** The extension with nothing behind it but a record of what it was told to do. */
function setUp() {
  const done: (readonly [string, ...unknown[]])[] = [];
  const works = new Map<string, Work>();
  const record =
    (name: string) =>
    (...args: unknown[]): Promise<object> => {
      done.push([name, ...args]);
      return Promise.resolve({});
    };
  const register = ({ method }: { method: string }, work: Work): void => void works.set(method, work);
  const messenger = { onRequest: register, onNotification: register };
  const session = {
    snippets: {
      knows: (id: string) => id === 'relu',
      open: () => Promise.resolve({ edit: record('edit') }),
    },
    progress: { hintsOpened: record('hintsOpened') },
    checker: { stop: record('stop') },
    log: { error: record('error') },
    model: record('model'),
    choose: record('choose'),
    check: record('check'),
    reset: record('reset'),
  };
  const host = {
    exerciseFor: (exercise: unknown) => exercise,
    becameReady: record('becameReady'),
    turnedTo: record('turnedTo'),
  };
  const hunts = { open: record('openHunt'), stop: record('stopHunt') };
  const reach = { hunts, comparison: { show: record('compare') }, beside: { point: record('point') } };
  // They stand for what they are only as far as the messages reach.
  answerPanel(
    messenger as unknown as Messenger,
    session as unknown as Session,
    host as unknown as PanelHost,
    reach as unknown as PanelReach,
  );
  const send = (method: string, params: unknown): Promise<unknown> => {
    const work = works.get(method);
    assert.ok(work, `nobody hears "${method}"`);
    return Promise.resolve(work(params));
  };
  return { done, works, send };
}

describe('the messages of the panel', () => {
  it('are all heard', () => {
    const { works } = setUp();
    const toExtension = Object.values(messages)
      .map(({ method }) => method)
      .filter((method) => works.has(method));
    assert.ok(toExtension.length >= 9, toExtension.join(', '));
  });

  const malformed: readonly (readonly [string, unknown])[] = [
    [messages.select.method, { exercise: '../../etc/passwd' }],
    [messages.select.method, {}],
    [messages.check.method, { exercise: 'no-such-exercise', version: 1 }],
    [messages.edit.method, { exercise: 'relu', version: 'one', changes: [] }],
    [messages.edit.method, { exercise: 'relu', version: 1, changes: [{ from: -1, to: 0, insert: '' }] }],
    [messages.reset.method, null],
    [messages.openHint.method, { exercise: 'relu', kind: 'everything' }],
    [messages.saveFile.method, { name: 7, encoding: 'utf8', content: '' }],
  ];
  for (const [method, params] of malformed) {
    it(`are refused where they are malformed, and nothing is done: ${method} ${JSON.stringify(params)}`, async () => {
      const { done, send } = setUp();
      await assert.rejects(send(method, params), /malformed/u);
      assert.deepEqual(done, []);
    });
  }

  it('are only noted in the log where nobody waits for an answer', async () => {
    const { done, send } = setUp();
    await send(messages.openInEditor.method, { exercise: 'nothing' });
    assert.deepEqual(
      done.map(([name]) => name),
      ['error'],
    );
  });

  it('are followed where they are sound', async () => {
    const { done, send } = setUp();
    await send(messages.select.method, { exercise: 'relu' });
    await send(messages.check.method, { exercise: 'relu', version: 1 });
    await send(messages.check.method, { exercise: 'relu', version: 1, automatic: true });
    assert.deepEqual(
      done.filter(([name]) => name === 'choose' || name === 'check'),
      [
        ['choose', 'relu'],
        ['check', 'relu', 'explicit'],
        ['check', 'relu', 'automatic'],
      ],
    );
  });

  it('that open a hint open all rungs up to it', async () => {
    const { done, send } = setUp();
    for (const [rung, { kind }] of relu.hints.entries()) {
      await send(messages.openHint.method, { exercise: 'relu', kind });
      assert.deepEqual(done.at(-1), ['hintsOpened', 'relu', rung + 1]);
    }
    assert.equal(done.length, 5);
  });
});
