/** Arrays in dictionaries: taken as `params`, `cache`, `grads`, and given back by the exercise's names. */
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exerciseById } from '../../src/course/course';
import { grade } from '../support/grade';
import type { Report } from '../../src/grader/report';
import { requestFor } from '../../src/grader/request';
import type { SnippetRun } from '../../src/python/runtime';
import { describeEach } from './support';

const folder = join(__dirname, 'dictionaries');

function sourceOf(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describeEach('dictionaries', (runtime) => {
  async function judge(id: string, source: string): Promise<{ run: SnippetRun; report: Report }> {
    const exercise = exerciseById(id);
    assert.ok(exercise);
    const run = await runtime().run(requestFor(exercise, source, 10));
    return { run, report: grade(exercise, run, 'en') };
  }

  for (const name of readdirSync(folder)) {
    it(`are taken and given back: ${name}`, async () => {
      const { report } = await judge(name.split('.').at(-2) ?? '', sourceOf(name));
      assert.equal(report.verdict, 'pass', JSON.stringify([report.error, report.diagnoses]));
      assert.equal(report.cost?.firstDivergence ?? null, null);
      // A busy machine may not leave time for the whole curve.
      if (report.cost) assert.ok(report.cost.learner.length > 1);
    });
  }

  const together = sourceOf('together.backward-2-layer.py');

  it('have their mistakes explained as arrays by themselves have, with the line', async () => {
    const wrong = together.replace(' * (cache["Z1"] > 0)', '');
    assert.notEqual(wrong, together);
    const { report, run } = await judge('backward-2-layer', wrong);
    assert.equal(report.diagnoses[0]?.code, 'missing-activation-derivative');
    assert.equal(report.diagnoses[0].line, 8);
    const names = run.calls.flatMap(({ trace }) => trace.map(({ name }) => name));
    assert.ok(names.includes("grads['dW1']"), names.join(' '));
  });

  it('that lack an entry are told which, and judged by the others', async () => {
    const { report } = await judge('backward-2-layer', together.replace('grads["db1"]', 'grads["db_1"]'));
    assert.equal(report.verdict, 'fail');
    assert.equal(report.diagnoses[0]?.code, 'missing-key');
    assert.equal(report.diagnoses[0].target, 'db1');
    assert.match(report.diagnoses[0].message, /'db_1'/u);
    assert.deepEqual(
      report.values.map(({ name, ok }) => [name, ok]),
      [
        ['dW1', true],
        ['dW2', true],
        ['db2', true],
      ],
    );
  });

  it('asked for another key raise, and the sentence names the keys there are', async () => {
    const { report } = await judge('backward-2-layer', together.replace('cache["Z1"]', 'cache["z1"]'));
    assert.equal(report.verdict, 'error');
    assert.equal(report.error?.line, 8);
    assert.match(report.error.message, /KeyError: 'z1'\n.*did you mean 'Z1'/u);
  });

  it('beside a parameter that is none of the arrays are refused with the signature', async () => {
    const { report } = await judge(
      'backward-2-layer',
      'def backward_propagation(parameters, cache, X, Y, foo): return {}',
    );
    assert.equal(report.error?.kind, 'contract');
    assert.match(report.error.message, /backward_propagation\(X, Y, Z1, A1, Z2, A2, W1, W2\)/u);
    assert.match(report.error.message, /'foo'/u);
  });

  it('leave a function with the exercise’s own parameters as it is', async () => {
    const { report } = await judge(
      'backward-2-layer',
      'def backward_propagation(X, Y, a1, y_hat, W2): return 1',
    );
    assert.match(
      report.error?.message ?? '',
      /Y, Z1, A1, Z2, A2, W1, W2\)`; yours is `backward_propagation\(X, Y, a1/u,
    );
  });
});
