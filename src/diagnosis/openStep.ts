/**
 * A step that is wrong in no known way: with the array that the snippet has in its place, all else follows just as it
 * came back. What is known then is the step, and in numbers what stands there.
 */
import type { Computation, Evaluation, Step } from '../engine/computation';
import type { OperationKind } from '../engine/operation';
import { sameShape, type Tensor } from '../engine/tensor';
import { sameEntries } from './agreement';
import { agreeing, tryEvaluate, tryReevaluate, type Evidence } from './evidence';
import { placeOf, returnedAs } from './place';
import { laidOut, layoutsOf } from './placement';
import { lineOfSlope } from './slopeMaker';

export interface OpenStep {
  readonly step: Step;
  /** Where the snippet made it; null where it is known only as what came back. */
  readonly line: number | null;
  /** What each probe holds in the step's place, with all other arrays as they follow from it. */
  readonly perProbe: readonly {
    readonly evidence: Evidence;
    readonly value: Tensor;
    readonly evaluation: Evaluation;
  }[];
}

/** The computation with an array in the place of a step's result, if that gives all that came back. */
function withArray(
  computation: Computation,
  { name, operation }: Step,
  value: Tensor,
  evidence: Evidence,
  base: Evaluation,
): Evaluation | null {
  const steps = computation.steps.map((one) =>
    one.operation === operation ? { name, operation, compute: () => value } : one,
  );
  const changed = { ...computation, steps };
  const evaluation = tryReevaluate(changed, evidence.inputs, { computation, evaluation: base });
  const isAll = agreeing(changed, evaluation, evidence).size === computation.returns.length;
  return isAll ? evaluation : null;
}

/** The kinds of steps of which more can be said than that they are wrong. */
export const tellingKinds: ReadonlySet<OperationKind> = new Set<OperationKind>([
  'lossGradient',
  'throughActivation',
  'activate',
  'slope',
]);
/** Those of which nothing more can be said. */
export const otherKinds: ReadonlySet<OperationKind> = new Set<OperationKind>(['carry', 'affine']);

/** The line that makes what the step reads, where it is that which is wrong. */
function lineOfOperand(
  { operation }: Step,
  { evidence, value, evaluation }: OpenStep['perProbe'][number],
  right: { readonly computation: Computation; readonly evaluation: Evaluation },
): number | null {
  return operation.kind === 'throughActivation'
    ? lineOfSlope(operation, value, right.computation, evaluation, right.evaluation, evidence)
    : null;
}

/**
 * The first such step of these kinds in one accepted computation; null where none is. Of trainings nothing is told: there
 * what stands in a step changes with every round.
 */
export function findOpenStep(
  probes: readonly Evidence[],
  accepted: number,
  kinds: ReadonlySet<OperationKind>,
): OpenStep | null {
  const [main] = probes;
  if (!main || main.accepted[accepted]?.loop) return null;
  for (const layout of layoutsOf(main).filter((one) => one.accepted === accepted)) {
    const bases = probes.map((evidence) => {
      const computation = laidOut(evidence, layout);
      const evaluation = computation && tryEvaluate(computation, evidence.inputs);
      return computation && evaluation ? [{ evidence, computation, evaluation }] : [];
    });
    const all = bases.flat();
    const [first] = all;
    if (!first || all.length < probes.length) continue;
    for (const step of first.computation.steps.filter(({ operation }) => kinds.has(operation.kind))) {
      const right = first.evaluation.first.get(step.operation);
      if (!right) continue;
      const seen = main.observations
        .filter(({ value }) => sameShape(value.shape, right.shape) && !sameEntries(value.data, right.data))
        .map((one) => ({ line: one.line, place: placeOf(one) }));
      for (const { line, place } of [...seen, { line: null, place: returnedAs(step.name) }]) {
        const perProbe = all.flatMap(({ evidence, computation, evaluation }) => {
          const value = place(evidence);
          const own = computation.steps.find(({ name }) => name === step.name);
          const given = value && own && withArray(computation, own, value, evidence, evaluation);
          return value && given ? [{ evidence, value, evaluation: given }] : [];
        });
        const [own] = perProbe;
        if (!own || perProbe.length < probes.length) continue;
        return { step, line: lineOfOperand(step, own, first) ?? line, perProbe };
      }
    }
  }
  return null;
}
