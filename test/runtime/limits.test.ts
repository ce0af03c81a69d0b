/** Every limit ends in its own kind of error, soon, and the next check works at once. */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { PythonRuntime, RunError, RunErrorKind } from '../../src/python/runtime';
import {
  assertHealthy,
  callOf,
  describeEachPython,
  errorOf,
  matrix,
  patienceMs,
  requestFor,
  run,
} from './support';
import type { Asked } from './support';

describeEachPython('limits', (runtime, { builtin }) => {
  afterEach(() => assertHealthy(runtime()));

  /** A moment after the snippet was handed over, however long that took. */
  async function isRunning(python: PythonRuntime): Promise<void> {
    await new Promise<void>((resolve) => {
      const heard = python.onPhase((phase) => {
        if (phase !== 'running') return;
        heard.dispose();
        resolve();
      });
    });
    await setTimeout(100);
  }

  async function ends(kind: RunErrorKind, source: string, asked: Asked = {}): Promise<RunError> {
    const seconds = asked.timeoutSeconds ?? 10;
    const began = performance.now();
    const error = await errorOf(runtime(), source, asked);
    const took = performance.now() - began;
    assert.equal(error.kind, kind, error.message);
    assert.ok(took < seconds * 1000 + patienceMs(), `it took ${took.toFixed(0)} ms`);
    return error;
  }

  describe('time', () => {
    const timeoutSeconds = 0.5;

    // The first check after a start takes longest, on a busy machine all of so short a time.
    before(() => run(runtime(), 'def f(): pass'));

    it('ends an endless loop in the function, and says where', async () => {
      const error = await ends('timeout', 'def f():\n    n = 0\n    while True:\n        n += 1', {
        timeoutSeconds,
      });
      assert.ok(error.line === 3 || error.line === 4, String(error.line));
      assert.match(error.message, /did not finish within 0\.5 seconds\. It was stopped in line [34]\./u);
    });

    it('ends an endless loop in module code', async () => {
      const error = await ends('timeout', 'while True: pass\ndef f(): pass', { timeoutSeconds });
      assert.equal(error.line, 1);
    });

    it('ends a loop that does nothing else every time, and says where', async () => {
      // Long enough for a busy machine to have come to the loop before the time is over.
      for (let i = 0; i < 10; i++) {
        const error = await errorOf(runtime(), 'while True: pass\ndef f(): pass', { timeoutSeconds: 0.25 });
        assert.deepEqual([error.kind, error.line], ['timeout', 1], error.message);
      }
    });

    it('ends an endless loop under the line trace', async () => {
      await ends('timeout', 'def f():\n    while True:\n        pass', { timeoutSeconds, trace: true });
    });

    it('ends a drive that never comes back', async () => {
      const drives = [{ name: 'd', source: 'def drive(f):\n    while True: f()', arguments: [] }];
      const result = await run(runtime(), 'def f(): pass', { timeoutSeconds, drives });
      assert.equal(result.error?.kind, 'timeout');
      assert.equal(result.calls.length, 1, 'the calls before it are kept');
    });

    it('ends a loop that catches everything', async () => {
      await ends(
        'timeout',
        'def f():\n    while True:\n        try:\n            while True: pass\n        except BaseException:\n            pass',
        { timeoutSeconds },
      );
    });

    it('ends a loop that catches everything in nested functions', async () => {
      await ends(
        'timeout',
        'def g():\n    try:\n        while True: pass\n    finally:\n        g()\ndef f():\n    while True:\n        try: g()\n        except: continue',
        { timeoutSeconds },
      );
    });

    it('ends one long step inside Python itself', async () => {
      await ends('timeout', 'def f(): return sum(range(10**11))', { timeoutSeconds });
      await ends('timeout', 'def f(): return 7 ** (7 ** 10)', { timeoutSeconds });
    });

    it('ends a sleep', async () => {
      await ends('timeout', 'import time\ndef f(): time.sleep(60)', { timeoutSeconds });
    });

    it('ends an endless iterator and an endless repr', async () => {
      await ends('timeout', 'import itertools\ndef f(): return max(itertools.count())', { timeoutSeconds });
      await ends(
        'timeout',
        'class A:\n    def __repr__(self):\n        while True: pass\ndef f(): return A()',
        {
          timeoutSeconds,
        },
      );
    });

    it('ends an object that never lets go', async () => {
      const source =
        'class A:\n    def __del__(self):\n        while True: pass\nkeep = A()\nkeep.me = keep\ndef f(): return 1';
      const result = await run(runtime(), source, { timeoutSeconds });
      assert.ok(result.error === null || result.error.kind === 'timeout');
    });

    it('leaves a snippet that ends in time alone', async () => {
      const { error } = await callOf(runtime(), 'import time\ndef f():\n    time.sleep(0.2)\n    return 1', {
        timeoutSeconds: 5,
      });
      assert.equal(error, null);
    });
  });

  describe('the Stop button', () => {
    it('stops a loop at once', async () => {
      const stop = new AbortController();
      const running = runtime().run(
        requestFor('def f():\n    while True: pass', { timeoutSeconds: 20 }),
        stop.signal,
      );
      await isRunning(runtime());
      const began = performance.now();
      stop.abort();
      await assert.rejects(running, { name: 'AbortError' });
      assert.ok(performance.now() - began < patienceMs());
    });

    it('stops a loop that catches everything', async () => {
      const stop = new AbortController();
      const source = 'while True:\n    try:\n        while True: pass\n    except BaseException: pass';
      const running = runtime().run(requestFor(source, { timeoutSeconds: 20 }), stop.signal);
      await isRunning(runtime());
      stop.abort();
      await assert.rejects(running, { name: 'AbortError' });
    });
  });

  describe('memory', () => {
    it('refuses one array beyond all measure', async () => {
      const error = await ends('memory', 'import numpy as np\ndef f(): return np.zeros((10**6, 10**7))');
      assert.equal(error.line, 2);
      assert.match(error.message, /more memory than it may have/u);
    });

    it('refuses one list beyond all measure', async () => {
      await ends('memory', 'def f(): return [0] * 10**9');
    });

    it('refuses a text beyond all measure', async () => {
      await ends('memory', 'def f(): return "x" * 10**10');
    });

    it('refuses a number beyond all measure', async () => {
      await ends('memory', 'def f(): return 1 << 10**20');
    });

    it('is what failed, whatever exception comes of it', async () => {
      const raisers = [
        'try: raise MemoryError\n    except MemoryError as e: raise ValueError("no") from e',
        'try: raise MemoryError\n    except MemoryError: raise ValueError("no")',
        'try: raise MemoryError\n    except MemoryError: raise ValueError("no") from None',
        'raise type("Mine", (MemoryError,), {})("mine")',
        'import errno\n    raise OSError(errno.ENOMEM, "Cannot allocate memory")',
        'import sys\n    if sys.version_info < (3, 11): raise MemoryError\n    raise ExceptionGroup("g", [KeyError(1), ExceptionGroup("h", [MemoryError()])])',
      ];
      for (const raiser of raisers) {
        const error = await ends('memory', `def f():\n    ${raiser}`);
        assert.match(error.message, /more memory than it may have/u, raiser);
      }
      const other =
        'def f():\n    try: raise KeyError\n    except KeyError as e: raise ValueError("no") from e';
      await ends('exception', other);
      const round =
        'def f():\n    a, b = KeyError(), ValueError()\n    a.__cause__, b.__cause__ = b, a\n    raise a';
      await ends('exception', round);
    });

    it('refuses arrays beyond all measure, however they are made', async () => {
      const makers = [
        'np.random.randn(10**6, 10**6)',
        'np.random.default_rng(1).random((10**6, 10**6))',
        'np.random.randint(0, 5, size=(10**6, 10**6))',
        'np.tile(np.ones(10), 10**12)',
        'np.repeat(np.ones(10), 10**12)',
      ];
      const source = [
        'import numpy as np',
        'def f():',
        '    refused = []',
        `    for make in (${makers.map((maker) => `lambda: (${maker})`).join(', ')}):`,
        '        try: refused.append(type(make()).__name__)',
        '        except MemoryError: refused.append(True)',
        '    assert refused == [True] * len(refused), refused',
      ].join('\n');
      const { error } = await callOf(runtime(), source);
      assert.equal(error, null, error?.message);
    });

    // Filling the memory takes a busy machine a while, and here it is not the time that is to end it.
    const timeoutSeconds = 25;

    it('ends a list of arrays that grows without end', async () => {
      await ends(
        'memory',
        'import numpy as np\ndef f():\n    kept = []\n    while True:\n        kept.append(np.ones((1000, 1000)))',
        { timeoutSeconds },
      );
    });

    it('ends a text that doubles without end', async () => {
      await ends('memory', 'def f():\n    s = "x"\n    while True:\n        s += s', { timeoutSeconds });
    });

    it('ends one that catches MemoryError and goes on', async () => {
      const source =
        'import numpy as np\ndef f():\n    kept = []\n    while True:\n        try:\n            kept.append(np.ones((1000, 1000)))\n        except MemoryError:\n            pass';
      const error = await errorOf(runtime(), source, { timeoutSeconds: 2 });
      assert.ok(error.kind === 'timeout' || error.kind === 'memory', error.message);
    });
  });

  describe('output', () => {
    it('is cut where much is printed', async () => {
      const result = await run(runtime(), 'for i in range(20000): print("line", i)\ndef f(): pass');
      assert.equal(result.error, null);
      assert.equal(result.stdout.length, 65536);
      assert.equal(result.stdoutTruncated, true);
    });

    it('ends a flood', async () => {
      const error = await ends('output', 'while True: print("x" * 1000)\ndef f(): pass');
      assert.match(error.message, /printed more than 16 MiB/u);
      await ends('output', 'import sys\ndef f():\n    while True: sys.stderr.write("y" * 1000)');
      await ends('output', 'def f(): print("z" * 10**8)');
      const many = await ends('output', 'def f():\n    while True: print(1, end="")');
      assert.match(many.message, /printed more than 400000 texts/u);
    });
  });

  describe('results', () => {
    it('that are too large have their own sentence', async () => {
      const error = await ends('output', 'import numpy as np\ndef f(): return np.zeros((1000, 3000))');
      assert.match(error.message, /returned more than 16 MiB/u);
    });

    it('that are too many end as well', async () => {
      await ends('output', 'def f(): return [[0] for _ in range(200000)]');
    });

    it('that hold themselves come to an end', async () => {
      const call = await callOf(runtime(), 'def f():\n    a = []\n    a.append(a)\n    return a');
      assert.equal(call.error, null);
    });

    it('are not used up by the trace', async () => {
      const source = 'def f(x):\n    for i in range(100):\n        x = x + i\n    return x';
      const rows = Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => 1));
      const call = await callOf(runtime(), source, { args: { x: matrix(rows) }, trace: true });
      assert.equal(call.error, null);
      assert.equal(call.traceTruncated, true);
      assert.equal(call.returned?.kind, 'array');
    });
  });

  describe('recursion', () => {
    it('ends as Python ends it', async () => {
      const error = await ends('exception', 'def f(): return f()');
      assert.equal(error.type, 'RecursionError');
      assert.equal(error.line, 1);
      assert.match(error.message, /calls itself without coming to an end/u);
      assert.ok(error.traceback.length < 10_000);
      await ends('exception', 'def g(n): return h(n)\ndef h(n): return g(n)\ndef f(): return g(1)', {
        trace: true,
      });
    });

    it('without a limit does not hang', async () => {
      const source = 'import sys\nsys.setrecursionlimit(10**9)\ndef f(n=0): return f(n + 1)';
      const error = await errorOf(runtime(), source, { timeoutSeconds: 2 });
      assert.ok(['exception', 'memory', 'timeout'].includes(error.kind), error.message);
    });

    it('through Python’s own functions does not hang', async () => {
      const operator =
        'class A:\n    def __add__(self, other): return self + other\ndef f(): return A() + A()';
      assert.equal((await ends('exception', operator)).type, 'RecursionError');
      const printed = 'class A:\n    def __repr__(self): return repr(self)\ndef f(): print(A())';
      assert.equal((await ends('exception', printed)).type, 'RecursionError');
      const sorting = 'def key(v): return sorted([2, 1], key=key)\ndef f(): return key(1)';
      assert.equal((await ends('exception', sorting)).type, 'RecursionError');
    });

    it('in nested data does not hang', async () => {
      const source = 'def f():\n    a = []\n    for _ in range(30000): a = [a]\n    return repr(a), a == [a]';
      const { calls, error } = await run(runtime(), source);
      const found = error ?? calls[0]?.error ?? null;
      assert.ok(found === null || found.kind === 'exception', found?.message);
    });

    it('in nested data that is returned comes to an end', async () => {
      const call = await callOf(
        runtime(),
        'def f():\n    a = []\n    for _ in range(30000): a = [a]\n    return a',
      );
      assert.equal(call.error, null, call.error?.message);
      assert.equal(call.returned?.kind, 'list');
    });
  });

  describe('the text of a snippet', () => {
    it('may nest parentheses 5,000 deep', async () => {
      const error = await ends('syntax', `def f(): return ${'('.repeat(5000)}1${')'.repeat(5000)}`);
      assert.match(error.message, /too many nested parentheses/u);
      assert.ok(error.traceback.length < 10_000);
    });

    it('may nest anything else', async () => {
      for (const source of [
        `x = ${'-'.repeat(50_000)}1`,
        `x = ${'not '.repeat(50_000)}1`,
        `x = ${'lambda: '.repeat(5000)}1`,
        `x = 1${' + 1'.repeat(50_000)}`,
        `x = a${'.a'.repeat(50_000)}`,
        `x = a${'()'.repeat(50_000)}`,
        Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}if 1:\n`).join(''),
        `x = [${'[1],'.repeat(50_000)}]`,
      ]) {
        const result = await run(runtime(), source, { timeoutSeconds: 5 });
        assert.ok(result.error !== null, source.slice(0, 40));
        if (builtin) assert.doesNotMatch(result.error.message, /crashed/u, source.slice(0, 40));
      }
    });

    it('may hold a NUL', async () => {
      const error = await ends('syntax', 'def f():\n    return 1\0');
      assert.deepEqual([error.line, error.column], [2, 13]);
      assert.match(error.message, /null bytes/u);
    });

    it('may begin with a byte order mark, end its lines as Windows does, and hold tabs', async () => {
      const source = '\uFEFFdef f():\r\n\tx = 1\r\n\tif x:\r\n\t\treturn "a\\\r\nb", x\r\n';
      const call = await callOf(runtime(), source, { trace: true });
      assert.deepEqual(call.returned, {
        kind: 'tuple',
        items: [
          { kind: 'other', type: 'str', text: "'ab'" },
          { kind: 'number', type: 'int', value: 1 },
        ],
      });
      assert.equal(call.trace[0]?.line, 2);
      const mixed = await ends('syntax', 'def f():\n\tif 1:\n        return 1\n\treturn 2');
      assert.equal(mixed.type, 'TabError');
    });

    it('may hold half a character, or none at all', async () => {
      const half = await errorOf(runtime(), 'x = "\ud800"');
      assert.ok(['syntax', 'contract'].includes(half.kind), half.message);
      assert.equal((await errorOf(runtime(), ' \n\t\n')).kind, 'contract');
      assert.equal((await errorOf(runtime(), '\u200b')).kind, 'syntax');
    });

    it('may be long', async () => {
      const source = `${'x = 1\n'.repeat(20_000)}def f(): return x`;
      const call = await callOf(runtime(), source);
      assert.equal(call.error, null);
    });
  });
});
