/** Whole checks with the grader in its thread: the verdict before the curve, and searches that take too long. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { train2Layer } from '../../src/course/exercises/train2Layer';
import { checkSnippet } from '../../src/grader/check';
import type { Report } from '../../src/grader/report';
import { GradingThread } from '../../src/grading/thread';
import { describeEach } from './support';

const workerPath = join(__dirname, '../../dist/gradingWorker.js');

/** What two checks of the same snippet share. */
function comparable({ timings, ...report }: Report): Omit<Report, 'timings'> {
  return report;
}

describeEach('a check with its grader in a thread', (runtime) => {
  let grader: GradingThread;
  before(() => {
    assert.ok(existsSync(workerPath), 'dist/ is not built: run `npm run build` first');
    grader = new GradingThread(workerPath);
  });
  after(() => {
    grader.dispose();
  });
  const options = { timeoutSeconds: 20, language: 'en' } as const;

  it('is the check without one, and the same again with the verdict before the curve', async () => {
    const wrong = backward2Layer.solution.replace(/ \* relu_derivative\(Z1\)/u, '');
    assert.notEqual(wrong, backward2Layer.solution);
    for (const source of [backward2Layer.solution, wrong]) {
      const plain = await checkSnippet(backward2Layer, source, runtime(), options);
      const threaded = await checkSnippet(backward2Layer, source, runtime(), { ...options, grader });
      const verdicts: Report[] = [];
      const onVerdict = (report: Report): void => {
        verdicts.push(report);
      };
      const inTwo = await checkSnippet(backward2Layer, source, runtime(), { ...options, grader, onVerdict });
      assert.deepEqual(comparable(threaded), comparable(plain));
      assert.deepEqual(comparable(inTwo), comparable(plain));
      assert.equal(
        plain.remarks.some(({ code }) => code === 'cost-falls'),
        source === wrong,
      );
      assert.ok((plain.cost?.learner.length ?? 0) > 1);
      const [verdict] = verdicts;
      assert.ok(verdict);
      assert.equal(verdict.cost, null);
      assert.equal(verdict.verdict, plain.verdict);
      assert.deepEqual(verdict.diagnoses, plain.diagnoses);
      assert.deepEqual(verdict.values, plain.values);
    }
  });

  it('trains with a function that takes and gives dictionaries', async () => {
    const source = [
      'import numpy as np',
      'def backward_propagation(parameters, cache, X, Y):',
      '    m = X.shape[0]',
      '    dZ2 = cache["A2"] - Y',
      '    dZ1 = (dZ2 @ parameters["W2"].T) * (cache["Z1"] > 0)',
      '    return {',
      '        "dW2": cache["A1"].T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m,',
      '        "dW1": X.T @ dZ1 / m, "db1": dZ1.sum(axis=0, keepdims=True) / m,',
      '    }',
    ].join('\n');
    let verdicts = 0;
    const onVerdict = (): void => {
      verdicts++;
    };
    const report = await checkSnippet(backward2Layer, source, runtime(), { ...options, grader, onVerdict });
    assert.equal(report.verdict, 'pass', JSON.stringify(report.diagnoses));
    assert.equal(verdicts, 1);
    assert.ok((report.cost?.learner.length ?? 0) > 1);
    assert.equal(report.cost?.firstDivergence, null);
  });

  it('names a training that is a round short, or says why not, without holding anybody up', async () => {
    const short = train2Layer.solution.replace(/range\(iterations\)/u, 'range(1, iterations)');
    assert.notEqual(short, train2Layer.solution);
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const report = await checkSnippet(train2Layer, short, runtime(), {
      ...options,
      timeoutSeconds: 6,
      grader,
    });
    clearInterval(watch);
    assert.equal(report.verdict, 'fail');
    const isNamed = report.diagnoses.length > 0;
    const isStopped = report.remarks.some(({ code }) => code === 'search-stopped');
    assert.ok(isNamed || isStopped);
    assert.ok(longest < 1500, `the event loop stood still for ${longest.toFixed(0)} ms`);
  });
});
