/**
 * Whole programs, as people paste them: the function under the exercise's name is judged, and what of the rest cannot
 * run is left out and told. Each file of `programs/` is NAME.EXERCISE.py; `# skipped:` lists the lines that are left out,
 * `# expect:` the first diagnosis of a wrong function, `# says:` what the error says where there is nothing to judge.
 */
import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { exerciseById } from '../../src/course/course';
import type { Exercise } from '../../src/course/judgedExercise';
import { grade } from '../support/grade';
import { requestFor } from '../../src/grader/request';
import type { SkippedStatement } from '../../src/python/runtime';
import { assertHealthy, describeEach, run } from './support';

interface Row {
  readonly name: string;
  readonly source: string;
  readonly exercise: Exercise;
}

function rows(kind: 'right' | 'wrong' | 'error'): readonly Row[] {
  const folder = join(__dirname, 'programs', kind);
  return readdirSync(folder).map((name) => {
    const exercise = exerciseById(name.split('.').at(-2) ?? '');
    if (!exercise) throw new Error(`${name} is for no exercise`);
    return { name, source: readFileSync(join(folder, name), 'utf8'), exercise };
  });
}

function marked(source: string, mark: string): string {
  return new RegExp(`^\ufeff?# ${mark}: (.*?)\\s*$`, 'm').exec(source)?.[1] ?? '';
}

function linesOf(skipped: readonly SkippedStatement[]): string {
  return [...skipped]
    .sort((a, b) => a.line - b.line)
    .map(({ line, endLine }) => (line === endLine ? String(line) : `${String(line)}-${String(endLine)}`))
    .join(', ');
}

describeEach('whole programs', (runtime) => {
  const judge = async ({ source, exercise }: Row) => {
    const result = await runtime().run(requestFor(exercise, source, 10));
    return { result, report: grade(exercise, result, 'en') };
  };

  for (const row of rows('right')) {
    it(`pass where the function is right: ${row.name}`, async () => {
      const { result, report } = await judge(row);
      assert.equal(linesOf(result.skipped), marked(row.source, 'skipped'));
      assert.equal(report.verdict, 'pass', JSON.stringify([report.error, report.diagnoses]));
      const remarks = report.remarks.filter(({ code }) => code === 'skipped');
      assert.equal(remarks.length, result.skipped.length === 0 ? 0 : 1);
    });
  }

  for (const row of rows('wrong')) {
    it(`fail where the function is wrong: ${row.name}`, async () => {
      const { report } = await judge(row);
      assert.equal(report.verdict, 'fail');
      assert.equal(report.diagnoses[0]?.code, marked(row.source, 'expect'));
      assert.ok(report.remarks.some(({ code }) => code === 'skipped'));
    });
  }

  for (const row of rows('error')) {
    it(`say what keeps the function from being judged: ${row.name}`, async () => {
      const { report } = await judge(row);
      assert.equal(report.verdict, 'error');
      assert.match(report.error?.message ?? '', new RegExp(marked(row.source, 'says'), 'u'));
    });
  }

  it('whose function needs what was left out say which statement that is', async () => {
    const source =
      'import numpy as np\nimport pandas as pd\ntable = pd.read_csv("a.csv")\nscale = table.max()\ndef f(): return scale * 2';
    const { calls, error } = await run(runtime(), source);
    assert.equal(error, null);
    const found = calls[0]?.error;
    assert.match(found?.message ?? '', /ModuleNotFoundError: No module named 'pandas'/u);
    assert.equal(found?.line, 4);
    assert.deepEqual(found.hint, {
      code: 'needs-skipped',
      details: {
        name: 'scale',
        line: '4',
        statement: 'scale = table.max()',
        reason: 'missing',
        behind: '2',
        cause: 'import pandas as pd',
      },
    });
  });

  it('whose function itself cannot be made say why', async () => {
    const source = 'import numpy as np\nRATE = float(open("rate.txt").read())\ndef f(rate=RATE): return rate';
    const { error } = await run(runtime(), source);
    assert.match(error?.message ?? '', /cannot open files/u);
    assert.equal(error?.line, 2);
  });

  it('that hold no such function name those that they define, whatever else fails', async () => {
    const { error } = await run(runtime(), 'import pandas\ndef backprop(): pass');
    assert.equal(error?.kind, 'contract');
    assert.match(error.message, /It defines `backprop`/u);
  });

  it('keep their place in the line: of what was in reach before a statement failed, only its names are gone', async () => {
    const source = [
      'import numpy as np',
      'm = 3',
      'def scaled(x): return x * m',
      'n, m2 = 4, undefined_one',
      'f = missing_wrapper(scaled)',
      'def f(): return scaled(2), m',
      'f = missing_wrapper(f)',
      'a = 1; b = undefined_two; c = 3',
    ].join('\n');
    const { calls, skipped } = await run(runtime(), source);
    assert.deepEqual(calls[0]?.returned, {
      kind: 'tuple',
      items: [
        { kind: 'number', type: 'int', value: 6 },
        { kind: 'number', type: 'int', value: 3 },
      ],
    });
    assert.deepEqual(
      skipped.map(({ line, reason, name }) => [line, reason, name]),
      [
        [4, 'undefined', 'undefined_one'],
        [5, 'undefined', 'missing_wrapper'],
        [7, 'undefined', 'missing_wrapper'],
        [8, 'undefined', 'undefined_two'],
      ],
    );
  });

  it('do not fall back on Python’s function of a name that was left out', async () => {
    const { calls } = await run(runtime(), 'from mylib import sum\ndef f(): return sum([1, 2])');
    assert.match(calls[0]?.error?.message ?? '', /No module named 'mylib'/u);
  });

  it('leave the time for the function: long parts end after a share of it, and the next check is well', async () => {
    const source = 'n = 0\nwhile True:\n    n += 1\nfor i in range(10**9): k = i\ndef f(): return 5';
    const { calls, skipped, timings } = await run(runtime(), source, { timeoutSeconds: 10 });
    assert.deepEqual(calls[0]?.returned, { kind: 'number', type: 'int', value: 5 });
    assert.deepEqual(
      skipped.map(({ reason }) => reason),
      ['long', 'long'],
    );
    assert.ok(timings.runMs < 4000, String(timings.runMs));
    await assertHealthy(runtime());
  });

  it('run just as far on a busy machine: work is counted, and a heavy line is known before it runs', async () => {
    const source = [
      'import numpy as np',
      'done = []',
      'X = np.ones((300, 200))',
      'W = np.ones((200, 50))',
      'for step in range(10**9):',
      '    A = np.maximum(0, X @ W)',
      '    W = W - 1e-9 * (X.T @ A)',
      '    done.append(step)',
      'late = sum(range(10**10))',
      'huge = np.ones((3000, 3000)) @ np.ones((3000, 3000))',
      'class Net:',
      '    def __init__(self): self.W = np.ones((3000, 3000))',
      '    def square(self):',
      '        return self.W @ self.W',
      'net = Net()',
      'net.square()',
      'squares = [i * i for i in range(10**9)]',
      'def f(): return len(done)',
    ].join('\n');
    const outcome = async () => {
      const { calls, skipped } = await run(runtime(), source);
      return [calls[0]?.returned, skipped.map(({ line, reason }) => `${String(line)} ${reason}`)];
    };
    const calm = await outcome();
    assert.deepEqual(calm[1], ['5 long', '9 long', '10 long', '16 long', '17 long']);
    const busy = Array.from({ length: 2 * availableParallelism() }, () =>
      spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
    );
    try {
      assert.deepEqual(await outcome(), calm);
    } finally {
      for (const one of busy) one.kill('SIGKILL');
    }
  });

  for (const [what, hang, why] of [
    ['hangs where nothing can be counted', 'total = sum(itertools.count())', 'time'],
    ['takes all the memory there is', 'total = list(map(lambda i: bytes(10**8), range(10**4)))', 'memory'],
  ] as const) {
    it(`of which a part ${what} have the function judged by the definitions`, async () => {
      const source = [
        'import itertools, json',
        'import numpy as np',
        'SIZES = (3, 5)',
        'rng = np.random.default_rng(20260301)',
        'try:',
        '    import orjson',
        'except ImportError:',
        '    orjson = json',
        'for size in SIZES:',
        '    print(size)',
        hang,
        'def helper(): return sum(SIZES)',
        'def f(): return helper()',
        'f()',
      ].join('\n');
      const { error, calls, skipped } = await run(runtime(), source, { timeoutSeconds: 2 });
      assert.equal(error, null);
      assert.deepEqual(calls[0]?.returned, { kind: 'number', type: 'int', value: 8 });
      const rest = skipped.filter(({ reason }) => reason === 'rest');
      // A part that the guard ends by itself is left out alone.
      if (rest.length > 0)
        assert.deepEqual(
          rest.map(({ line, name }) => [line, name]),
          [9, 11, 14].map((line) => [line, why]),
        );
      else
        assert.deepEqual(
          skipped.map(({ line }) => line),
          [6, 11],
        );
      await assertHealthy(runtime());
    });
  }

  it('give the function all its time, however much of it the program took', async () => {
    const slow = (seconds: number) =>
      `import time as t\nend = t.monotonic() + ${String(seconds)}\nwhile any(t.monotonic() < end for _ in "x"): x = [None] * 3000000\n`;
    const source = `${slow(1.2)}def f():\n    ${slow(1.2).trim().split('\n').join('\n    ')}\n    return 6`;
    const { calls, error } = await run(runtime(), source, { timeoutSeconds: 2 });
    assert.equal(error, null);
    assert.deepEqual(calls[0]?.returned, { kind: 'number', type: 'int', value: 6 });
  });

  it('end as before where the function itself is at fault, or the text is no Python', async () => {
    const wrong = await run(runtime(), 'def f(): return g()');
    assert.deepEqual([wrong.error, wrong.skipped], [null, []]);
    assert.match(wrong.calls[0]?.error?.message ?? '', /name 'g' is not defined/u);
    const magics = await run(runtime(), '%matplotlib inline\ndef f(:\n    return 1');
    assert.deepEqual([magics.error?.kind, magics.error?.line], ['syntax', 2]);
  });
});
