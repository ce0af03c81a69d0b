/**
 * The catalogue over networks that no exercise has: every mistake that can be made at a step of their backward pass,
 * forward pass and cost, alone, is recognised as what it is, or as one of those that give the same numbers.
 */
import { layerByLayer } from '../../support/layerByLayer';
import assert from 'node:assert/strict';
import type { Evidence } from '../../../src/diagnosis/evidence';
import { agreeing, tryEvaluate } from '../../../src/diagnosis/evidence';
import { choose } from '../../../src/diagnosis/explain';
import { mutantsOf, type Mutant } from '../../../src/diagnosis/mutants';
import { evaluate, type Computation } from '../../../src/engine/computation';
import { type Values } from '../../../src/engine/operation';
import type { LossName } from '../../../src/engine/losses';
import { conventionsOf } from '../../../src/network/conventions';
import { stepsOf } from '../../../src/network/cut';
import type { LayerSpec, NetworkSpec } from '../../../src/network/spec';
import { gradientsOf, parametersOf } from '../../../src/network/steps';
import { arraysOf, nameOfSpec, specs } from '../network/specs';
import { firstLine, observed } from './pretended';

/** Four layers of each loss, beside the one to three of the other networks. */
const deep: readonly NetworkSpec[] = (['binary-cross-entropy', 'cross-entropy'] as LossName[]).map((loss) => {
  const hidden = (['tanh', 'sigmoid', 'elu'] as const).map((activation): LayerSpec => ({
    units: `n_${activation}`,
    activation,
  }));
  const activation = loss === 'cross-entropy' ? 'softmax' : 'sigmoid';
  return { layers: [...hidden, { units: 'n_out', activation }], loss, penalty: 'l2' };
});

/** Codes that are true of the same numbers: where one was made, any of its group may be said. */
const alike: readonly (readonly string[])[] = [
  // The slope of a cross-entropy through a sigmoid is A − Y, which is that of half the squared error without it.
  ['missing-delta', 'missing-activation-derivative'],
  // Twice everything is twice the data's share under the other convention, and a penalty that is doubled.
  ['factor-two', 'penalty-factor'],
];

function isAlike(a: string, b: string): boolean {
  return a === b || alike.some((group) => group.includes(a) && group.includes(b));
}

type Part = 'forward' | 'cost' | 'backward';

function computationOf(spec: NetworkSpec, part: Part, given: Values): readonly Computation[] {
  const parameters = ['X', ...parametersOf(spec)];
  const states = layerByLayer(spec.layers.length, 'Z', 'A');
  const cuts: Readonly<
    Record<Part, { readonly given: readonly string[]; readonly returned: readonly string[] }>
  > = {
    forward: { given: parameters, returned: states },
    cost: { given: ['Y', ...parameters, ...states, 'lam'], returned: ['cost'] },
    backward: { given: [...given.keys()], returned: gradientsOf(spec) },
  };
  const cut = cuts[part];
  return conventionsOf(spec)
    .filter(({ mean }) => mean === 'samples')
    .slice(0, part === 'backward' ? undefined : 1)
    .map((convention) => ({
      steps: stepsOf({ spec, given: cut.given, returned: cut.returned }, convention),
      loop: null,
      returns: cut.returned,
    }));
}

/** What a snippet does that makes one mistake, one step a line. */
function evidenceOf(accepted: readonly Computation[], made: Computation, inputs: Values): Evidence | null {
  if (!tryEvaluate(made, inputs)) return null;
  const { values, first } = evaluate(made, inputs);
  return {
    inputs,
    accepted,
    returned: new Map([...values].filter(([name]) => made.returns.includes(name))),
    observations: made.steps.flatMap(({ name, operation }, i) => {
      const value = first.get(operation);
      return value ? [observed(firstLine + i, name, value)] : [];
    }),
    returnLines: new Map(),
  };
}

/** Every so many mistakes is tried, from another one on in each network. */
const stride: Readonly<Record<Part, number>> = { backward: 37, forward: 17, cost: 5 };

function sampled(mutants: readonly Mutant[], part: Part, from: number): readonly Mutant[] {
  return mutants.filter((_, i) => (i + from) % stride[part] === 0);
}

interface Missed {
  readonly spec: string;
  readonly key: string;
  readonly said: string;
}

function missesOf(
  spec: NetworkSpec,
  part: Part,
  seed: number,
): { readonly tried: number; readonly missed: readonly Missed[] } {
  const arrays = arraysOf(spec, 100 + seed);
  const names = part === 'forward' ? ['X', ...parametersOf(spec)] : [...arrays.keys()];
  const inputs: Values = new Map([...arrays].filter(([name]) => names.includes(name)));
  const accepted = computationOf(spec, part, inputs);
  const [base] = accepted;
  assert.ok(base);
  const right = (one: Evidence): boolean =>
    accepted.some((computation) => {
      const evaluation = tryEvaluate(computation, inputs);
      return agreeing(computation, evaluation, one).size === computation.returns.length;
    });
  const missed: Missed[] = [];
  let tried = 0;
  for (const mutant of sampled(mutantsOf(base, [...inputs.keys()]), part, seed)) {
    const one = evidenceOf(accepted, mutant.computation, inputs);
    if (
      !one ||
      right(one) ||
      [...one.returned.values()].some(({ data }) => data.some((x) => !Number.isFinite(x)))
    )
      continue;
    tried++;
    const found = choose([one]).explanation;
    const codes = found?.mutants.map(({ mistake }) => mistake.code) ?? [];
    const [first = ''] = codes;
    if (codes.length !== 1 || !isAlike(first, mutant.mistake.code)) {
      missed.push({
        spec: `${nameOfSpec(spec)}, ${part}`,
        key: mutant.key,
        said: codes.join('+') || 'nothing',
      });
    }
  }
  return { tried, missed };
}

describe('the catalogue over any network', function () {
  this.timeout(120_000);
  const parts: readonly Part[] = ['backward', 'forward', 'cost'];
  for (const part of parts) {
    it(`names each mistake of a ${part} pass for what it is`, () => {
      const all = [...specs.filter((_, i) => i % 6 === parts.indexOf(part)), ...deep].map((spec, i) =>
        missesOf(spec, part, i),
      );
      const missed = all.flatMap((one) => one.missed);
      const tried = all.reduce((total, one) => total + one.tried, 0);
      assert.ok(tried > 100, `${String(tried)} tried`);
      assert.deepEqual(
        missed.map(({ spec, key, said }) => `${spec}: ${key} was told as ${said}`),
        [],
      );
    });
  }
});
