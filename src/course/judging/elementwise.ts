/** How the exercises about functions of one array are judged: the chain rule, ReLU, ReLU's derivative. */
import { relu } from '../../engine/activations';
import type { Step } from '../../engine/computation';
import { positive } from '../../engine/operation';
import { LegacyRandom } from '../../engine/random';
import type { Tensor } from '../../engine/tensor';
import { map, sum, tensor } from '../../engine/tensor';
import { once } from './arguments';
import type { Differentiable } from '../../engine/gradientCheck';
import type { Judging } from './judging';
import type { Probe } from './probe';

/** Entries of both signs, none nearer to 0 than 0.2, some beyond 6, where ReLU6 is cut off. */
function signedEntries(shape: readonly number[], seed: number): Tensor {
  return map(new LegacyRandom(seed).randn(...shape), (x) => 4 * (x + Math.sign(x) * 0.05));
}

function probesOf(shown: Tensor): () => readonly Probe[] {
  const probe = (purpose: Probe['purpose'], value: Tensor): Probe => ({
    purpose,
    arguments: [{ name: 'x', kind: 'array', value }],
  });
  return once(() => [
    probe('shown', shown),
    probe('distinct', signedEntries([4, 7], 3)),
    probe('again', signedEntries([4, 7], 5)),
    probe('square', signedEntries([5, 5], 7)),
  ]);
}

/** Judging of steps that make arrays like `x`, entry by entry. */
export function elementwise(
  shown: Tensor,
  steps: readonly Step[],
  returns: readonly string[],
  differentiable: Judging['differentiable'],
): Judging {
  return {
    mayChangeInputs: false,
    probes: probesOf(shown),
    references: () => [{ convention: null, computation: { steps, loop: null, returns } }],
    differentiable,
    curve: null,
    columns: null,
  };
}

/** The sum of f over x, whose gradient is f′ entry by entry. */
export function sumOf(
  gradient: string,
  x: Tensor,
  f: (x: Tensor) => Tensor,
  kink: (x: Tensor) => Tensor | null,
): Differentiable {
  return {
    parameters: new Map([[gradient, x]]),
    cost: (parameters) => {
      const at = parameters.get(gradient) ?? x;
      const sides = kink(at);
      return { cost: sum(f(at)), pattern: sides ? Uint8Array.from(sides.data) : new Uint8Array() };
    },
  };
}

/** max(0, x). `returns` is the name that the exercise gives its result. */
export function reluJudging(returns: string): Judging {
  const step: Step = { name: returns, operation: { kind: 'activate', activation: relu, of: 'x' } };
  return elementwise(tensor([2, 3], [-2, -0.5, 0, 0.5, 1, 3]), [step], [returns], null);
}

/** 1 where x > 0, else 0; the shown probe holds an exact zero, where the notes say 0. */
export function reluDerivativeJudging(returns: string): Judging {
  const step: Step = { name: returns, operation: { kind: 'slope', activation: relu, of: 'x' } };
  return elementwise(tensor([2, 3], [-2, -0.5, 0, 0.5, 1, 3]), [step], [returns], (inputs) =>
    sumOf(
      returns,
      inputs.get('x') ?? tensor([0], []),
      (x) => map(x, (value) => Math.max(0, value)),
      positive,
    ),
  );
}
