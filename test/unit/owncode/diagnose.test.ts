import { strict as assert } from 'node:assert';
import { type Computation } from '../../../src/engine/computation';
import { read, type Values } from '../../../src/engine/operation';
import { scale, transpose } from '../../../src/engine/tensor';
import { tryEvaluate } from '../../../src/diagnosis/evidence';
import { mutantsOf, type Mutant } from '../../../src/diagnosis/mutants';
import type { NetworkSpec } from '../../../src/network/spec';
import { backwardSteps, gradientsOf } from '../../../src/network/steps';
import type { Measured } from '../../../src/owncode/measured';
import { diagnose } from '../../../src/owncode/naming/diagnose';
import { nameMistakes } from '../../../src/owncode/naming/nameMistakes';
import type { NamedMistake } from '../../../src/owncode/naming/namedMistake';
import { recognise } from '../../../src/owncode/recognise/recognise';
import { gradientOf, measuredOf, network, networkOf, plain, type Style } from './generated';

const specs: readonly NetworkSpec[] = [
  network('relu', 2, 'sigmoid', 'binary-cross-entropy'),
  network('tanh', 2, 'softmax', 'cross-entropy'),
  network('sigmoid', 3, 'identity', 'squared-error'),
  network('tanh', 3, 'sigmoid', 'squared-error'),
];

const styles: readonly Style[] = [
  plain,
  { ...plain, samples: 'columns', bias: '(n, 1)' },
  { ...plain, isTurned: true, bias: '(n,)' },
];

/** The exact way back, as a program would write it. */
function wayBack(spec: NetworkSpec): Computation {
  const scaled = spec.loss === 'squared-error' ? 2 : 1;
  const steps = backwardSteps(spec, { scale: scaled, outputDerivative: 'relu', mean: 'samples' });
  return { steps, loop: null, returns: gradientsOf(spec) };
}

/** A program whose lines 101, 102 … are the steps of a computation, and its gradients what that gives. */
function measuredWith(
  spec: NetworkSpec,
  arrays: Values,
  style: Style,
  computation: Computation,
): Measured | null {
  const evaluation = tryEvaluate(computation, arrays);
  if (!evaluation) return null;
  const { values, first } = evaluation;
  const gradients = new Map(gradientsOf(spec).map((name) => [name, read(values, name)]));
  const measured = measuredOf(spec, arrays, style, gradients);
  const lines = computation.steps.flatMap(({ name, operation }, i) => {
    const value = first.get(operation);
    const kept = value && style.samples === 'columns' && value.shape.length === 2 ? transpose(value) : value;
    return kept ? [{ line: 101 + i, frame: 'backward', depth: 0, name, index: null, value: kept }] : [];
  });
  return { ...measured, observations: [...measured.observations, ...lines] };
}

function told(measured: Measured): readonly NamedMistake[] {
  const recovered = recognise(measured);
  assert.ok(recovered);
  return diagnose(measured, recovered, 'en');
}

describe('the mistakes in the gradients of a recovered network', () => {
  it('are none where the gradients are right, whatever multiple of the loss they are of', () => {
    for (const spec of specs) {
      for (const style of styles) {
        for (const multiple of [1, 2, -1, 1 / 2, 9, -9]) {
          const arrays = networkOf(spec, 21);
          const right = gradientOf(spec, arrays, style);
          const gradient = new Map([...right].map(([name, value]) => [name, scale(value, multiple)]));
          assert.deepEqual(told(measuredOf(spec, arrays, style, gradient)), []);
        }
      }
    }
  });

  for (const spec of specs) {
    const title = [...spec.layers.map(({ activation }) => activation), spec.loss].join(', ');
    it(`are named with their line, or nothing is: ${title}`, () => {
      const arrays = networkOf(spec, 22);
      const computation = wayBack(spec);
      const inputs = [...arrays.keys()].filter((name) => !name.startsWith('b'));
      const wrong: string[] = [];
      let [named, all] = [0, 0];
      const at = (mutant: Mutant): number =>
        101 + computation.steps.findIndex(({ name }) => name === mutant.steps[0]);
      for (const [i, mutant] of mutantsOf(computation, inputs).entries()) {
        if (mutant.steps.length > 1 || i % 19 !== 0) continue;
        const style = styles[i % styles.length] ?? plain;
        const measured = measuredWith(spec, arrays, style, mutant.computation);
        if (!measured) continue;
        const found = told(measured);
        if (found.length === 0) continue;
        all++;
        if (found.some(({ code }) => code === 'unknown')) continue;
        named++;
        const [first] = found;
        if (found.length > 1 || first?.code !== mutant.mistake.code || first.line !== at(mutant)) {
          wrong.push(
            `${mutant.key} (${String(at(mutant))}): ${found.map((one) => `${one.code} ${String(one.line)}`).join(', ')}`,
          );
        }
      }
      assert.ok(all > 12, String(all));
      assert.ok(named >= 0.9 * all, `${String(named)} of ${String(all)} are named`);
      // Several mistakes give the same numbers, and which of them is told may differ from the one that was planted.
      assert.ok(wrong.length <= 1 + 0.05 * all, wrong.join('\n'));
    });
  }

  it('are named where the first gradient alone is a multiple of what it should be', () => {
    const [spec = network('relu', 2, 'sigmoid', 'binary-cross-entropy')] = specs;
    const arrays = networkOf(spec, 24);
    const right = gradientOf(spec, arrays, plain);
    const summed = new Map([...right, ['dW1', scale(read(right, 'dW1'), 9)]]);
    assert.deepEqual(
      told(measuredOf(spec, arrays, plain, summed)).map(({ code, target }) => [code, target]),
      [['missing-mean', 'p[W1]']],
    );
  });

  it('are none but the first gradient that is wrong where nothing known gives it', () => {
    const [spec = network('relu', 2, 'sigmoid', 'binary-cross-entropy')] = specs;
    const arrays = networkOf(spec, 23);
    const right = gradientOf(spec, arrays, plain);
    const odd = read(right, 'dW1');
    const squared = { shape: odd.shape, data: odd.data.map((value, i) => value + 0.01 * i * i) };
    const measured = measuredOf(spec, arrays, plain, new Map([...right, ['dW1', squared]]));
    const [found, ...more] = told(measured);
    assert.deepEqual(more, []);
    assert.equal(found?.code, 'unknown');
    assert.equal(found.target, 'p[W1]');
    assert.match(found.message, /dW2 and db2 are right; dW1 is the first/u);
  });

  it('have no name where the time was over before all changes of the file were tried', () => {
    const [spec = network('relu', 2, 'sigmoid', 'binary-cross-entropy')] = specs;
    const arrays = networkOf(spec, 24);
    const right = gradientOf(spec, arrays, plain);
    const summed = new Map([...right, ['dW1', scale(read(right, 'dW1'), 9)]]);
    const measured = measuredOf(spec, arrays, plain, summed);
    const codes = (isSearched: boolean): readonly string[] =>
      nameMistakes({ ...measured, isSearched }, true, 'en').diagnoses.map(({ code }) => code);
    assert.deepEqual(codes(true), ['missing-mean']);
    assert.deepEqual(codes(false), ['unknown']);
  });
});
