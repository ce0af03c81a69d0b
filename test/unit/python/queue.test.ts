import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { decodeFrame, encodeFrame, NumberBlock } from '../../../src/python/wire/frame';
import { InterpreterDied } from '../../../src/python/interpreter';
import { QueuedRuntime } from '../../../src/python/queue';
import type { Interpreter } from '../../../src/python/interpreter';
import { RuntimeUnavailableError } from '../../../src/python/runtime';
import type { RunError, RuntimePhase, SnippetRequest } from '../../../src/python/runtime';

function request(source: string, timeoutSeconds = 5): SnippetRequest {
  return {
    source,
    functionName: 'f',
    calls: [],
    drives: [],
    limits: { timeoutSeconds, outputBytes: 1, resultBytes: 1 },
  };
}

function answer(stdout: string, error: RunError | null = null): Uint8Array {
  return encodeFrame(
    { error, calls: [], drives: [], stdout, stdoutTruncated: false, blanks: [], skipped: [] },
    new NumberBlock(),
  );
}

/** An interpreter that a test plays the part of. */
class Fake implements Interpreter {
  readonly description = 'fake';
  alive = true;
  interrupts = 0;
  requests = 0;
  readonly asked: Readonly<Record<string, unknown>>[] = [];
  respond: (bytes: Uint8Array) => void = () => undefined;
  rest: (tampered: boolean) => void = () => undefined;
  die: (error: InterpreterDied) => void = () => undefined;
  #abandon: (error: InterpreterDied) => void = () => undefined;
  #idle: Promise<boolean> = Promise.resolve(false);

  ask(question: Uint8Array): Promise<Uint8Array> {
    const { header } = decodeFrame(question);
    this.asked.push(header as Readonly<Record<string, unknown>>);
    const response = new Promise<Uint8Array>((resolve, reject) => {
      this.respond = resolve;
      this.die = (error) => {
        this.alive = false;
        reject(error);
      };
    });
    this.#idle = new Promise<boolean>((resolve, reject) => {
      this.rest = resolve;
      this.#abandon = reject;
    });
    // Not every test lets it finish.
    this.#idle.catch(() => undefined);
    this.requests++;
    return response;
  }

  finish(): Promise<boolean> {
    return this.#idle;
  }

  interrupt(): void {
    this.interrupts++;
  }

  kill(): Promise<void> {
    const killed = new InterpreterDied('crash', 'killed');
    if (this.alive) this.die(killed);
    this.#abandon(killed);
    this.alive = false;
    return Promise.resolve();
  }
}

function setUp(): { runtime: QueuedRuntime; made: Fake[]; phases: RuntimePhase[] } {
  const made: Fake[] = [];
  const runtime = new QueuedRuntime(() => {
    const fake = new Fake();
    made.push(fake);
    return Promise.resolve(fake);
  });
  const phases: RuntimePhase[] = [];
  runtime.onPhase((phase) => phases.push(phase));
  return { runtime, made, phases };
}

async function until(condition: () => boolean): Promise<void> {
  for (let round = 0; !condition(); round++) {
    assert.ok(round < 2000, 'it never came about');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function present(made: readonly Fake[], at: number): Fake {
  const fake = made[at];
  assert.ok(fake, `interpreter ${String(at)} was not made`);
  return fake;
}

describe('the queue of snippets', () => {
  it('starts nothing before it is asked, and one interpreter for all', async () => {
    const { runtime, made, phases } = setUp();
    assert.equal(made.length, 0);
    assert.equal(runtime.description, null);
    await Promise.all([runtime.start(), runtime.start()]);
    assert.equal(made.length, 1);
    assert.equal(runtime.description, 'fake');
    assert.deepEqual(phases, ['starting', 'ready']);
  });

  it('runs one at a time, in order', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const fake = present(made, 0);
    const order: string[] = [];
    const runs = ['a', 'b', 'c'].map((name) =>
      runtime.run(request(name)).then((run) => {
        order.push(run.stdout);
      }),
    );
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      await until(() => fake.requests === index + 1);
      fake.respond(answer(name));
      fake.rest(false);
    }
    await Promise.all(runs);
    assert.deepEqual(order, ['a', 'b', 'c']);
    assert.equal(made.length, 1);
  });

  it('keeps an interpreter that clears up late, where no other is ready before it', async () => {
    const made: Fake[] = [];
    let spare: (fake: Fake) => void = () => undefined;
    const runtime = new QueuedRuntime(() => {
      const fake = new Fake();
      made.push(fake);
      return made.length === 1 ? Promise.resolve(fake) : new Promise((resolve) => (spare = resolve));
    });
    await runtime.start();
    const fake = present(made, 0);
    const first = runtime.run(request('first'));
    await until(() => fake.requests === 1);
    fake.respond(answer('first'));
    await first;
    const second = runtime.run(request('second'));
    // Longer than clearing up takes on any machine that is not busy; the spare is no faster.
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.equal(made.length, 2);
    assert.equal(fake.alive, true);
    fake.rest(false);
    await until(() => fake.requests === 2);
    fake.respond(answer('second'));
    assert.equal((await second).stdout, 'second');
    spare(present(made, 1));
    fake.rest(false);
    await runtime.dispose();
  });

  it('takes the interpreter that is ready where the one before never comes to rest', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const first = runtime.run(request('first'));
    await until(() => present(made, 0).requests === 1);
    present(made, 0).respond(answer('first'));
    await first;
    const second = runtime.run(request('second'));
    await until(() => made.length > 1 && present(made, 1).requests === 1);
    assert.equal(present(made, 0).alive, false);
    present(made, 1).respond(answer('second'));
    assert.equal((await second).stdout, 'second');
    await runtime.dispose();
  });

  it('interrupts at the end of the time and keeps an interpreter that obeys', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const fake = present(made, 0);
    const run = runtime.run(request('slow', 0.02));
    await until(() => fake.interrupts === 1);
    fake.respond(answer('in time'));
    fake.rest(false);
    assert.equal((await run).stdout, 'in time');
    assert.equal(made.length, 1);
  });

  it('kills one that does not obey, says so, and has another ready', async () => {
    const { runtime, made } = setUp();
    const run = await runtime.run(request('deaf', 0.02));
    assert.equal(run.error?.kind, 'timeout');
    assert.match(run.error.message, /did not finish within 0\.02 seconds/u);
    assert.equal(present(made, 0).alive, false);
    await until(() => made.length >= 2);
    const next = runtime.run(request('next'));
    await until(() => present(made, 1).requests === 1);
    present(made, 1).respond(answer('fine'));
    present(made, 1).rest(false);
    assert.equal((await next).stdout, 'fine');
  });

  it('replaces an interpreter in which a snippet left something behind', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const run = runtime.run(request('tampers'));
    await until(() => present(made, 0).requests === 1);
    present(made, 0).respond(answer('done'));
    await run;
    present(made, 0).rest(true);
    await until(() => made.length >= 2);
    assert.equal(present(made, 0).alive, false);
  });

  it('replaces an interpreter that ran out of memory, and nobody is left with its last rejection', async () => {
    const { runtime, made } = setUp();
    const unhandled: unknown[] = [];
    const notice = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', notice);
    try {
      await runtime.start();
      const run = runtime.run(request('fills the memory'));
      await until(() => present(made, 0).requests === 1);
      const place = {
        line: 1,
        column: null,
        endLine: null,
        endColumn: null,
        traceback: '',
        hint: null,
        sort: null,
      };
      const error: RunError = { kind: 'memory', type: 'MemoryError', message: 'MemoryError', ...place };
      present(made, 0).respond(answer('', error));
      assert.equal((await run).error?.kind, 'memory');
      await until(() => made.length >= 2);
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.deepEqual(unhandled, []);
    } finally {
      process.off('unhandledRejection', notice);
    }
  });

  it('replaces an interpreter that ran out of memory, however well it tidied up', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const run = runtime.run(request('fills the memory'));
    await until(() => present(made, 0).requests === 1);
    const place = {
      line: 1,
      column: null,
      endLine: null,
      endColumn: null,
      traceback: '',
      hint: null,
      sort: null,
    };
    present(made, 0).respond(answer('', { kind: 'memory', type: 'MemoryError', message: '', ...place }));
    present(made, 0).rest(false);
    await run;
    await until(() => made.length >= 2);
    assert.equal(present(made, 0).alive, false);
  });

  it('lets a limit of a month be one', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const run = runtime.run(request('patient', 3_000_000));
    await until(() => present(made, 0).requests === 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(present(made, 0).interrupts, 0);
    present(made, 0).respond(answer('done'));
    present(made, 0).rest(false);
    assert.equal((await run).error, null);
  });

  it('turns a death into an error of its own and goes on', async () => {
    const { runtime, made } = setUp();
    for (const [reason, kind] of [
      ['memory', 'memory'],
      ['recursion', 'exception'],
      ['exit', 'exception'],
      ['crash', 'exception'],
    ] as const) {
      const run = runtime.run(request('dies'));
      await until(() => made.some((each) => each.alive && each.requests === 1));
      const fake = made.find((each) => each.alive && each.requests === 1);
      assert.ok(fake);
      fake.die(new InterpreterDied(reason, 'detail'));
      assert.equal((await run).error?.kind, kind);
      assert.equal(fake.alive, false);
    }
  });

  it('takes an answer that is none for a crash', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const run = runtime.run(request('garbles'));
    await until(() => present(made, 0).requests === 1);
    present(made, 0).respond(Uint8Array.of(1, 2, 3));
    const { error } = await run;
    assert.equal(error?.kind, 'exception');
    assert.match(error.message, /crashed/u);
    await until(() => made.length >= 2);
  });

  it('stops a running snippet and a waiting one', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const fake = present(made, 0);
    const stop = new AbortController();
    const running = runtime.run(request('running'), stop.signal);
    const waiting = runtime.run(request('waiting'), stop.signal);
    const staying = runtime.run(request('staying'));
    await until(() => present(made, 0).requests === 1);
    stop.abort();
    await assert.rejects(running, { name: 'AbortError' });
    await assert.rejects(waiting, { name: 'AbortError' });
    assert.equal(fake.interrupts, 1);
    fake.respond(answer('stopped'));
    fake.rest(false);
    await until(() => fake.requests === 2);
    fake.respond(answer('stayed'));
    fake.rest(false);
    assert.equal((await staying).stdout, 'stayed');
    await assert.rejects(runtime.run(request('late'), stop.signal), { name: 'AbortError' });
  });

  it('leaves nothing on a signal when a snippet is done', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const stop = new AbortController();
    for (let round = 0; round < 3; round++) {
      const run = runtime.run(request('quick'), stop.signal);
      await until(() => present(made, 0).requests === round + 1);
      present(made, 0).respond(answer('done'));
      present(made, 0).rest(false);
      await run;
    }
    assert.equal(getEventListeners(stop.signal, 'abort').length, 0);
  });

  it('settles everything when it is disposed', async () => {
    const { runtime, made, phases } = setUp();
    await runtime.start();
    const running = runtime.run(request('running'));
    const waiting = runtime.run(request('waiting'));
    await until(() => present(made, 0).requests === 1);
    await runtime.dispose();
    assert.equal((await running).error?.kind, 'exception');
    await assert.rejects(waiting, RuntimeUnavailableError);
    await assert.rejects(runtime.run(request('later')), RuntimeUnavailableError);
    assert.equal(present(made, 0).alive, false);
    assert.equal(phases.at(-1), 'stopped');
  });

  it('asks one thing at a time, tells what is known before the drives, and ends at an error', async () => {
    const { runtime, made } = setUp();
    await runtime.start();
    const fake = present(made, 0);
    const result = { name: 'one', returned: { kind: 'none' }, error: null };
    const call = {
      ...result,
      deterministic: null,
      divergesAt: null,
      changedInputs: [],
      trace: [],
      traceTruncated: false,
      returnLines: [],
    };
    const given = (calls: unknown, drives: unknown, stdout: string): Uint8Array =>
      encodeFrame(
        { error: null, calls, drives, stdout, stdoutTruncated: false, blanks: [], skipped: [] },
        new NumberBlock(),
      );
    const known: string[] = [];
    const run = runtime.run(
      {
        ...request('whole'),
        calls: [{ name: 'one', arguments: [], trace: false, twice: false }],
        drives: [{ name: 'one', source: '', arguments: [] }],
      },
      undefined,
      ({ calls, drives }) => known.push(`${String(calls.length)} ${String(drives.length)}`),
    );
    for (const [index, bytes] of [
      given([], [], 'a'),
      given([call], [], 'ab'),
      given([], [result], 'ab'),
    ].entries()) {
      await until(() => fake.requests === index + 1);
      fake.respond(bytes);
    }
    fake.rest(false);
    const { calls, drives, stdout } = await run;
    assert.deepEqual([calls.length, drives.length, stdout, known], [1, 1, 'ab', ['1 0']]);
  });

  describe('where the program around the function does not come to its end', () => {
    const calls = [{ name: 'one', arguments: [], trace: false, twice: false }];
    const answered = (stdout: string): Uint8Array =>
      encodeFrame(
        {
          error: null,
          calls: [
            {
              ...{
                name: 'one',
                returned: { kind: 'none' },
                error: null,
                deterministic: null,
                divergesAt: null,
              },
              ...{ changedInputs: [], trace: [], traceTruncated: false, returnLines: [] },
            },
          ],
          ...{ drives: [], stdout, stdoutTruncated: false, blanks: [], skipped: [] },
        },
        new NumberBlock(),
      );
    const nothingLeft: RunError = {
      ...{ kind: 'memory', type: 'MemoryError', message: 'all gone', line: 3, column: null },
      ...{ endLine: null, endColumn: null, traceback: '', hint: null, sort: null },
    };

    it('asks once more for the definitions alone, and says why', async () => {
      const { runtime, made } = setUp();
      await runtime.start();
      const run = runtime.run({ ...request('heavy'), calls });
      await until(() => present(made, 0).requests === 1);
      present(made, 0).die(new InterpreterDied('crash', 'SIGSEGV'));
      await until(() => made.length > 1 && present(made, 1).requests === 1);
      present(made, 1).respond(answer(''));
      await until(() => present(made, 1).requests === 2);
      present(made, 1).respond(answered('judged'));
      present(made, 1).rest(false);
      assert.deepEqual([(await run).error, (await run).stdout], [null, 'judged']);
      const [first] = present(made, 0).asked;
      const [again] = present(made, 1).asked;
      assert.deepEqual([first?.['without'], again?.['without'], again?.['source']], ['', 'crash', 'heavy']);
    });

    it('tells what happened first where the definitions do not come to the function either', async () => {
      const { runtime, made } = setUp();
      await runtime.start();
      const run = runtime.run({ ...request('heavy'), calls });
      await until(() => present(made, 0).requests === 1);
      present(made, 0).respond(answer('first', nothingLeft));
      present(made, 0).rest(false);
      await until(() => made.length > 1 && present(made, 1).requests === 1);
      assert.equal(present(made, 1).asked[0]?.['without'], 'memory');
      present(made, 1).respond(
        answer('second', { ...nothingLeft, kind: 'contract', message: 'no function' }),
      );
      present(made, 1).rest(false);
      assert.equal((await run).error?.message, 'all gone');
    });

    it('leaves the function all its time', async () => {
      const { runtime, made } = setUp();
      await runtime.start();
      const fake = present(made, 0);
      const run = runtime.run({ ...request('slow', 0.3), calls });
      await until(() => fake.requests === 1);
      await new Promise((resolve) => setTimeout(resolve, 200));
      fake.respond(answer(''));
      await until(() => fake.requests === 2);
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.equal(fake.interrupts, 0);
      fake.respond(answered('in time'));
      fake.rest(false);
      assert.equal((await run).stdout, 'in time');
    });
  });

  it('takes nothing for an answer but an answer to what was asked', async () => {
    for (const names of [[], ['other'], ['one', 'one']]) {
      const { runtime, made } = setUp();
      await runtime.start();
      const fake = present(made, 0);
      const run = runtime.run({
        ...request('forges'),
        calls: [{ name: 'one', arguments: [], trace: false, twice: false }],
      });
      await until(() => fake.requests === 1);
      fake.respond(answer(''));
      await until(() => fake.requests === 2);
      const calls = names.map((name) => ({
        name,
        returned: { kind: 'none' },
        error: null,
        deterministic: null,
        divergesAt: null,
        changedInputs: [],
        trace: [],
        traceTruncated: false,
        returnLines: [],
      }));
      const header = {
        error: null,
        calls,
        drives: [],
        stdout: '',
        stdoutTruncated: false,
        blanks: [],
        skipped: [],
      };
      fake.respond(encodeFrame(header, new NumberBlock()));
      assert.match((await run).error?.message ?? '', /crashed/u);
      assert.equal(fake.alive, false);
    }
  });

  it('tells of an interpreter that cannot be started, and tries again the next time', async () => {
    let attempts = 0;
    const runtime = new QueuedRuntime(() => {
      attempts++;
      return Promise.reject(new RuntimeUnavailableError('install it'));
    });
    await assert.rejects(runtime.start(), /install it/u);
    await assert.rejects(runtime.run(request('a')), /install it/u);
    assert.equal(attempts, 2);
  });
});
