/**
 * Networks of every activation and loss as Python: what their generated programs hold in NumPy, with samples in rows and
 * in columns, beside the engine's steps and beside autograd's gradients.
 */
import assert from 'node:assert/strict';
import { layerByLayer } from '../support/layerByLayer';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Samples } from '../../src/engine/columnForm';
import { columnForm } from '../support/columnForm';
import { evaluate } from '../../src/engine/computation';
import { read, type Values } from '../../src/engine/operation';
import type { Tensor } from '../../src/engine/tensor';
import { matrixShape } from '../../src/engine/tensor';
import { conventionsOf } from '../../src/network/conventions';
import { helpersOf, lineOf } from '../../src/network/python';
import { backwardSteps, costStep, forwardSteps, gradientsOf, parametersOf } from '../../src/network/steps';
import { pythonFor } from '../support/pythons';
import { arraysOf, nameOfSpec, specs } from '../unit/network/specs';

type Told = Readonly<Record<string, { readonly shape: readonly number[]; readonly data: readonly number[] }>>;

const cases = specs.flatMap((spec) =>
  (['rows', 'columns'] as const).map((samples) => {
    const inputs = arraysOf(spec, 50);
    const convention = conventionsOf(spec).findLast(({ mean }) => mean === 'samples');
    if (!convention) throw new Error('every network has a convention');
    const forward = [...forwardSteps(spec), costStep(spec)];
    const backward = backwardSteps(spec, convention);
    const { values } = evaluate({ steps: [...forward, ...backward], loop: null, returns: [] }, inputs);
    return { spec, samples, inputs, convention, forward, backward, values };
  }),
);

/** Matrices in the orientation that is asked for; numbers as they are. */
function inForm(values: Values, samples: Samples): Map<string, Tensor> {
  if (samples === 'rows') return new Map(values);
  const matrices = [...values].filter(([, { shape }]) => shape.length === 2);
  return new Map([...values, ...columnForm(new Map(matrices))]);
}

describe('networks as Python', function () {
  this.timeout(300_000);
  let told: readonly { readonly program: Told; readonly autograd: Told }[] = [];

  before(function () {
    const python = pythonFor(this, 'NumPy 2 with autograd');
    const problems = cases.map(({ spec, samples, inputs, forward, backward }) => ({
      helpers: helpersOf([...forward, ...backward], samples),
      forward: forward.map((step) => lineOf(step, samples)).join('\n'),
      backward: backward.map((step) => lineOf(step, samples)).join('\n'),
      arrays: Object.fromEntries(
        [...inForm(inputs, samples)].map(([name, { shape, data }]) => [name, { shape, data: [...data] }]),
      ),
      m: matrixShape(read(inputs, 'X'))[0],
      parameters: parametersOf(spec),
      returns: [...layerByLayer(spec.layers.length, 'Z', 'A'), 'cost', ...gradientsOf(spec)],
    }));
    const printed = execFileSync(python, [join(import.meta.dirname, 'networkPrograms.py')], {
      input: JSON.stringify(problems),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    told = JSON.parse(printed) as typeof told;
  });

  function assertSame(name: string, own: Tensor, other: Told[string] | undefined, factor = 1): void {
    assert.ok(other, name);
    assert.deepEqual(own.shape, other.shape, name);
    const size = Math.max(...other.data.map(Math.abs), 1e-3);
    own.data.forEach((value, k) => {
      const difference = Math.abs(factor * value - (other.data[k] ?? NaN));
      assert.ok(
        difference <= 1e-10 * size,
        `${name}[${String(k)}]: ${String(value)}, ${String(other.data[k])}`,
      );
    });
  }

  cases.forEach(({ spec, samples, convention, values }, i) => {
    it(`${nameOfSpec(spec)}, samples in ${samples}`, () => {
      const own = inForm(values, samples);
      const { program = {}, autograd = {} } = told[i] ?? {};
      for (const name of Object.keys(program)) assertSame(name, read(own, name), program[name]);
      assert.deepEqual(Object.keys(autograd), gradientsOf(spec));
      const half = spec.loss === 'squared-error' && convention.scale === 1 ? 2 : 1;
      for (const name of gradientsOf(spec)) assertSame(name, read(own, name), autograd[name], half);
    });
  });
});
