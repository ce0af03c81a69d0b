/** The reference's gradients beside autograd's, which finds them by itself from the forward pass and the cost. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { backward3Layer } from '../../src/course/exercises/backward3Layer';
import { exactGradient } from '../../src/course/exercises/exactGradient';
import type { Reference } from '../../src/course/judging/judging';
import { inputsOf, type Probe } from '../../src/course/judging/probe';
import { evaluate } from '../../src/engine/computation';
import { read } from '../../src/engine/operation';
import { pythonFor } from '../support/pythons';

interface Solved {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

const cases = [backward2Layer, backward3Layer, exactGradient].flatMap((exercise) =>
  exercise.judging
    .probes()
    .flatMap((probe) =>
      exercise.judging.references(probe).map((reference) => ({ exercise, probe, reference })),
    ),
);

function problemOf(probe: Probe, { convention, computation }: Reference): object {
  if (!convention) throw new Error('a backward pass follows some convention');
  const arrays = Object.fromEntries(
    [...inputsOf(probe)].map(([name, { shape, data }]) => [name, { shape, data: Array.from(data) }]),
  );
  const layers = computation.returns.length / 2;
  return { arrays, layers, ...convention };
}

describe('the reference beside autograd', function () {
  this.timeout(300_000);
  let solved: readonly Readonly<Record<string, Solved>>[] = [];

  before(function () {
    const python = pythonFor(this, 'NumPy 2 with autograd');
    const problems = cases.map(({ probe, reference }) => problemOf(probe, reference));
    const printed = execFileSync(python, [join(import.meta.dirname, 'autogradNetworks.py')], {
      input: JSON.stringify(problems),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    solved = JSON.parse(printed) as typeof solved;
  });

  cases.forEach(({ exercise, probe, reference: { convention, computation } }, i) => {
    const following = Object.values(convention ?? {}).join(', ');
    it(`agrees in every gradient: ${exercise.id}, ${probe.purpose} network, ${following}`, () => {
      const { values } = evaluate(computation, inputsOf(probe));
      assert.equal(Object.keys(solved[i] ?? {}).length, computation.returns.length);
      for (const name of computation.returns) {
        const [own, other] = [read(values, name), solved[i]?.[name]];
        assert.ok(other, name);
        assert.deepEqual(own.shape, other.shape);
        const size = Math.max(...other.data.map(Math.abs));
        assert.ok(size > 0, `${name} is all zeros: it would tell nothing`);
        own.data.forEach((value, k) => {
          const difference = Math.abs(value - (other.data[k] ?? NaN));
          assert.ok(difference <= 1e-12 * size, `${name}[${String(k)}]`);
        });
      }
    });
  });
});
