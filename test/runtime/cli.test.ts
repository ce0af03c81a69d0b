import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { reportSchema } from '../../src/protocol/reportSchema';
import { wholeCourse } from '../support/wholeCourse';
import figures from '../data/notes-figures.json';
import { Folder, run, solutionOf, type Outcome } from './commandLine';

describe('the command line', () => {
  const folder = new Folder();
  const { write } = folder;
  const check = (file: string, id: string, ...options: readonly string[]): Promise<Outcome> =>
    run('check', file, '--exercise', id, ...options);

  before(() => {
    folder.make();
  });
  after(() => {
    folder.remove();
  });

  it('exits 0 for a pass, and prints one JSON object and nothing else', async () => {
    const file = write('pass.py', solutionOf('backward-2-layer'));
    const { status, out } = await check(file, 'backward-2-layer', '--json');
    assert.equal(status, 0, out);
    assert.equal(out.trim().split('\n').length, 1);
    const report = v.parse(reportSchema, JSON.parse(out));
    assert.equal(report.verdict, 'pass');
    assert.deepEqual(report.convention, {
      scale: 1,
      outputDerivative: 'identity',
      mean: 'samples',
      samples: 'rows',
      biasShape: '(1, n)',
    });
    assert.deepEqual(report.diagnoses, []);
    assert.deepEqual(
      report.values.map(({ name, expectedShape }) => [name, ...expectedShape]),
      [
        ['dW1', 3, 5],
        ['db1', 1, 5],
        ['dW2', 5, 1],
        ['db2', 1, 1],
      ],
    );
    assert.ok(report.gradientCheck.every(({ ok, checked }) => ok && checked > 0));
    assert.equal(report.cost?.firstDivergence, null);
  });

  it('exits 1 for a mistake, and says in words which line', async () => {
    const source = solutionOf('backward-2-layer').replace(/ \* relu_derivative\(Z1\)/, '');
    assert.notEqual(source, solutionOf('backward-2-layer'));
    const file = write('fail.py', source);
    const line = source.split('\n').findIndex((text) => /^\s*dZ1 = /.test(text)) + 1;
    const english = await check(file, 'backward-2-layer', '--lang', 'en');
    assert.equal(english.status, 1, english.out);
    assert.match(english.out, new RegExp(`missing-activation-derivative line ${String(line)}\\b`));
    const korean = await check(file, 'backward-2-layer', '--lang', 'ko');
    assert.equal(korean.status, 1);
    assert.match(korean.out, new RegExp(`missing-activation-derivative ${String(line)}번째 줄`));
    assert.ok(!korean.out.includes('\u001b'), 'no colours where there is no terminal');
  });

  it('tells the notes’ own backward pass what separates it from the exact gradient', async () => {
    const file = write('notes.py', solutionOf('backward-2-layer'));
    const { status, out } = await check(file, 'exact-gradient', '--json');
    assert.equal(status, 1);
    const report = v.parse(reportSchema, JSON.parse(out));
    assert.deepEqual(report.diagnoses.map(({ code }) => code).sort(), [
      'factor-two',
      'missing-activation-derivative',
    ]);
  });

  it('exits 3 where the snippet could not be run to its end', async () => {
    const loop = await check(write('loop.py', 'while True: pass\n'), 'relu', '--timeout', '1', '--json');
    assert.equal(loop.status, 3);
    assert.equal(v.parse(reportSchema, JSON.parse(loop.out)).error?.kind, 'timeout');
    const syntax = await check(write('syntax.py', 'def relu(x:\n'), 'relu');
    assert.equal(syntax.status, 3);
    assert.match(syntax.out, /line 1/);
  });

  it('exits 2 on wrong usage, and says what would be right', async () => {
    const file = write('any.py', '');
    const unknown = await check(file, 'backward-9-layer');
    assert.equal(unknown.status, 2);
    assert.match(unknown.err, /backward-2-layer/);
    const missing = await check(join(folder.path, 'nowhere.py'), 'relu');
    assert.equal(missing.status, 2);
    assert.match(missing.err, /nowhere\.py/);
    assert.equal((await run('check', file)).status, 2);
    assert.equal((await check(file, 'relu', '--timeout', 'soon')).status, 2);
    assert.equal((await check(file, 'relu', '--python', '/nowhere/python3')).status, 2);
  });

  it('re-runs the notes to the figures they print', async () => {
    const { status, out } = await run('notes', '--json');
    assert.equal(status, 0);
    const { runs } = v.parse(
      v.object({
        schema: v.literal(1),
        runs: v.array(
          v.object({
            seed: v.number(),
            every: v.literal(100),
            costs: v.array(v.number()),
            finalCost: v.number(),
            weights: v.record(v.string(), v.array(v.array(v.number()))),
          }),
        ),
      }),
      JSON.parse(out),
    );
    const printed = figures.runs.map(({ costs }) => costs);
    assert.deepEqual(
      runs.map(({ seed }) => seed),
      [42, 11],
    );
    runs.forEach(({ costs }, i) => {
      costs.forEach((cost, at) => {
        const figure = printed[i]?.[at] ?? NaN;
        assert.ok(Math.abs(cost - figure) <= 1e-12 * figure, `${String(cost)} is not ${String(figure)}`);
      });
      assert.equal(costs.length, 10);
    });
    assert.ok(Math.abs((runs[0]?.finalCost ?? NaN) - (figures.runs[0]?.finalCost ?? NaN)) <= 1e-12);
    const weights = Object.values(runs[0]?.weights ?? {}).flat(2);
    assert.equal(weights.length, 26);
  });

  it('lists the course', async () => {
    const { out } = await run('exercises', '--json');
    const { exercises } = v.parse(
      v.object({
        exercises: v.array(
          v.object({ id: v.string(), title: v.string(), function: v.string(), equations: v.array(v.any()) }),
        ),
      }),
      JSON.parse(out),
    );
    assert.deepEqual(
      exercises.map(({ id }) => id),
      wholeCourse.map(({ id }) => id),
    );
  });

  it('grades a class in which some hang, flood and die', async () => {
    const good = solutionOf('relu');
    write('class/ana/relu.py', good);
    write('class/ben/relu.py', 'def relu(x):\n    while True: pass\n');
    write('class/cho/relu.py', 'def relu(x):\n    while True: print("x" * 10000)\n');
    write('class/dan/relu.py', 'import os\nos._exit(1)\n');
    write('class/eva/relu.py', good);
    write('class/eva/cost.py', solutionOf('cost'));
    write('class/fei/relu.py', 'def relu(x):\n    return x\n');
    write('class/gus/notes.py', 'not a submission');
    const { status, out } = await run('grade', join(folder.path, 'class'), '--timeout', '2', '--json');
    assert.equal(status, 0, out);
    const lines = out.trim().split('\n');
    const isReport = (line: string): boolean => line.includes('"report":');
    assert.deepEqual(
      lines.filter((line) => !isReport(line)).map((line) => JSON.parse(line) as unknown),
      [
        {
          file: join(folder.path, 'class/gus/notes.py'),
          unrecognised: 'its name is that of no exercise',
          reason: 'not-an-exercise',
        },
      ],
    );
    const judged = new Map(
      lines.filter(isReport).map((line) => {
        const { file, report } = v.parse(
          v.object({ file: v.string(), report: reportSchema }),
          JSON.parse(line),
        );
        return [file.split('/').slice(-2).join('/'), report] as const;
      }),
    );
    assert.equal(judged.size, 7);
    const verdict = (file: string) => judged.get(file)?.verdict;
    assert.deepEqual(
      [
        'ana/relu.py',
        'eva/relu.py',
        'eva/cost.py',
        'fei/relu.py',
        'ben/relu.py',
        'cho/relu.py',
        'dan/relu.py',
      ].map(verdict),
      ['pass', 'pass', 'pass', 'fail', 'error', 'error', 'error'],
    );
    assert.equal(judged.get('ben/relu.py')?.error?.kind, 'timeout');
    assert.equal(judged.get('fei/relu.py')?.diagnoses[0]?.code, 'missing-activation');
    const table = await run('grade', join(folder.path, 'class'), '--timeout', '2', '--lang', 'en');
    assert.match(table.out, /^eva +✓ +✓$/m);
    assert.match(table.out, /3 of 7 passed/);
  });

  it('says what a folder without submissions should hold', async () => {
    mkdirSync(join(folder.path, 'empty'));
    const { status, err } = await run('grade', join(folder.path, 'empty'), '--lang', 'en');
    assert.equal(status, 2);
    assert.match(err, /one folder per learner/);
  });
});
