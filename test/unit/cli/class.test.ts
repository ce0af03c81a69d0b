import { strict as assert } from 'node:assert';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvField } from '../../../src/cli/class/csv';
import { fileNames, markdownText } from '../../../src/cli/class/feedback';
import { htmlText } from '../../../src/cli/class/html';
import { judgeAll, type Job } from '../../../src/cli/class/judge';
import { xmlText } from '../../../src/cli/class/junit';
import { pointsFrom } from '../../../src/cli/class/points';
import { isLoss, reason } from '../../../src/cli/class/reason';
import { classIn, type Submission } from '../../../src/cli/class/submissions';
import { UsageError } from '../../../src/cli/usage';
import { relu } from '../../../src/course/exercises/relu';
import { ungraded } from '../../../src/grader/stopped';
import { GradingThread } from '../../../src/grading/thread';
import { RuntimeUnavailableError, type PythonRuntime, type SnippetRun } from '../../../src/python/runtime';

const nobody = 65534;

/** Does something with the rights of a person who may not read everything. */
function asNobody<T>(work: () => T): T {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a folder of a class', () => {
  let folder: string;
  const write = (name: string, text = ''): string => {
    const file = join(folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bpt-folder-'));
    chmodSync(folder, 0o755);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells of folders that may not be read, and reads the others', function () {
    if (process.platform === 'win32') this.skip();
    write('ana/relu.py');
    write('ben/relu.py');
    chmodSync(join(folder, 'ana'), 0);
    const { submissions, unjudged } = asNobody(() => classIn(folder));
    chmodSync(join(folder, 'ana'), 0o755);
    assert.deepEqual(
      submissions.map(({ learner }) => learner),
      ['ben'],
    );
    const [one] = unjudged;
    assert.ok(one);
    assert.deepEqual([one.file, one.reason.code], [join(folder, 'ana'), 'unreadable-folder']);
    assert.match(one.reason.detail, /EACCES/u);
    assert.ok(isLoss(one.reason, false));
  });

  it('takes the folder for the learner, and the name where several share a folder', () => {
    write('ana/relu.py');
    write('ana/week 2/cost.py');
    write('section/kim_relu.py');
    write('section/lee_relu.py');
    write('section/lee_cost.py');
    write('choi-relu.py');
    write('cost.py');
    const { submissions, unjudged } = classIn(folder);
    assert.deepEqual(unjudged, []);
    assert.deepEqual(submissions.map(({ learner, exercise }) => `${learner}: ${exercise.id}`).sort(), [
      '.: cost',
      'ana/week 2: cost',
      'ana: relu',
      'choi: relu',
      'section/kim: relu',
      'section/lee: cost',
      'section/lee: relu',
    ]);
  });

  it('refuses a folder that is none', () => {
    assert.throws(() => classIn(join(folder, 'nowhere')), UsageError);
    assert.throws(() => classIn(write('file')), /not a folder/u);
  });

  it('is worth what a file of points says', () => {
    assert.equal(pointsFrom(undefined)('relu'), 1);
    const json = pointsFrom(write('p.json', '{"relu": 0.5, "cost": 2}'));
    assert.deepEqual([json('relu'), json('cost'), json('chain-rule')], [0.5, 2, 0]);
    const lines = pointsFrom(write('p.csv', '\ufeffexercise,points\r\nrelu,3\r\n# not yet\r\ncost: 2\r\n'));
    assert.deepEqual([lines('relu'), lines('cost')], [3, 2]);
    for (const bad of ['{', '{"relu": -1}', '{"relu": null}', 'relu', 'rleu,1', 'relu,', '{"toString": 1}']) {
      assert.throws(() => pointsFrom(write('bad', bad)), UsageError, bad);
    }
  });
});

/** A Python that answers each source as it asks. */
function pretended(answer: (source: string) => Promise<SnippetRun>): Job {
  const grader = new GradingThread('');
  grader.start = () => undefined;
  grader.grade = (exercise, run, language) =>
    Promise.resolve({ report: ungraded(exercise, run, language, 'time'), curve: null });
  const runtime: PythonRuntime = {
    description: null,
    readsFiles: false,
    start: () => Promise.resolve(),
    onPhase: () => ({ dispose: () => undefined }),
    dispose: () => Promise.resolve(),
    run: ({ source }) => answer(source),
  };
  return { runtime, grader };
}

const timings = { startMs: 0, runMs: 0 };
const run: SnippetRun = {
  error: null,
  calls: [],
  drives: [],
  stdout: '',
  stdoutTruncated: false,
  blanks: [],
  skipped: [],
  timings,
};

describe('judging a class', () => {
  let folder: string;
  const submissions = (count: number, text: (i: number) => string): Submission[] =>
    Array.from({ length: count }, (_, i) => {
      const file = join(folder, `${String(i)}.py`);
      writeFileSync(file, text(i));
      return { file, path: Buffer.from(file), learner: String(i), exercise: relu, isNear: false };
    });
  const options = {
    samples: 'rows',
    timeoutSeconds: 1,
    language: 'en',
    signal: new AbortController().signal,
  } as const;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'bpt-judge-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on after faults of its own, and stops where Python does not come back', async () => {
    const all = submissions(12, (i) => (i === 1 ? 'bug' : i === 3 ? 'gone' : i > 5 ? 'gone' : 'fine'));
    const job = pretended((source) => {
      if (source === 'bug') return Promise.reject(new Error('a fault of the grader'));
      if (source === 'gone') return Promise.reject(new RuntimeUnavailableError('no Python'));
      return Promise.resolve(run);
    });
    const told: string[] = [];
    const untried = await judgeAll(all, [job], options, ({ learner }, outcome) => {
      told.push(`${learner} ${'report' in outcome ? 'report' : outcome.reason.code}`);
      return Promise.resolve();
    });
    assert.deepEqual(told, [
      '0 report',
      '1 failed',
      '2 report',
      '3 no-python',
      '4 report',
      '5 report',
      ...[6, 7, 8, 9, 10].map((i) => `${String(i)} no-python`),
    ]);
    assert.deepEqual(
      untried.map(({ learner }) => learner),
      ['11'],
    );
  });

  it('runs no further ahead than its reader reads', async () => {
    const all = submissions(20, () => 'fine');
    let running = 0;
    let most = 0;
    const jobs = [1, 2].map(() =>
      pretended(() => {
        running++;
        most = Math.max(most, running);
        return Promise.resolve(run);
      }),
    );
    await judgeAll(all, jobs, options, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
    });
    assert.ok(most <= 2, `${String(most)} reports were waiting`);
  });

  it('leaves what was under way when it is stopped', async () => {
    const stop = new AbortController();
    const all = submissions(4, () => 'fine');
    const job = pretended(() => {
      stop.abort();
      return Promise.reject(new DOMException('stopped', 'AbortError'));
    });
    const untried = await judgeAll(all, [job], { ...options, signal: stop.signal }, () => {
      throw new Error('nothing is to be told');
    });
    assert.equal(untried.length, 4);
  });
});

describe('what a class is told in', () => {
  it('names files so that every system can hold them, each apart', () => {
    const learners = [
      'kim',
      'KIM',
      'a/b',
      'a:b',
      'CON',
      'com1.x',
      'nul',
      '..',
      ' x. ',
      '가'.repeat(200),
      '\u202ex',
      '.',
    ];
    const names = [...fileNames(learners).values()];
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, learners.length);
    for (const name of names) {
      assert.match(name, /^[^\p{Cc}\p{Cf}<>:"/\\|?*. ][^\p{Cc}\p{Cf}<>:"/\\|?*]*\.md$/u);
      assert.ok(!/^(?:con|com1|nul)\b/iu.test(name), name);
      assert.ok(Buffer.byteLength(name) < 255);
    }
    assert.deepEqual(names.slice(0, 2), ['kim.md', 'KIM-2.md']);
  });

  it('escapes for each of its forms', () => {
    assert.deepEqual(['a,b', 'a"b', 'a\nb', '=1', '@x', 'plain', 3].map(csvField), [
      '"a,b"',
      '"a""b"',
      '"a\nb"',
      "'=1",
      "'@x",
      'plain',
      '3',
    ]);
    assert.equal(
      htmlText(`<a href="x" id='y'>&\u001b\u202e`),
      '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\ufffd\ufffd',
    );
    assert.equal(xmlText('<a "&">\u0000\ud800\n👩'), '&lt;a &quot;&amp;&quot;&gt;??&#10;👩');
    assert.equal(markdownText('<b>*x*</b> [a](b)\n# c'), '&lt;b\\>\\*x\\*&lt;/b\\> \\[a\\](b) \\# c');
  });

  it('knows which reasons may hide an answer', () => {
    assert.equal(isLoss(reason('broken-link'), true), true);
    assert.equal(isLoss(reason('broken-link'), false), false);
    assert.equal(isLoss(reason('another-judged'), true), false);
  });
});
