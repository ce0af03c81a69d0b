/**
 * A computation as named steps that keeps every intermediate, so that it can be compared step by step with what a
 * snippet did, and changed in one step to see what a known mistake would give.
 */
import type { Operation, OperationKind, Values } from './operation';
import { apply, numberOf, prepare, read } from './operation';
import { readsOf } from './reads';
import type { Tensor } from './tensor';
import { formatShape, scale, ShapeError } from './tensor';

/** One named result. `compute` replaces what the operation would give: that is how a mistake changes a step. */
export interface Step {
  readonly name: string;
  readonly operation: Operation;
  readonly compute?: (values: Values) => Tensor;
  /** What the result is multiplied by, where a constant is applied at another step than the operation says. */
  readonly factor?: number;
}

/** Steps that run once, then steps that run over and over (gradient descent), then what is returned. */
export interface Computation {
  readonly steps: readonly Step[];
  readonly loop: {
    readonly times: number;
    readonly steps: readonly Step[];
    /** The step whose number is collected in each round, and the name of the curve. */
    readonly collect: { readonly step: string; readonly into: string };
  } | null;
  readonly returns: readonly string[];
}

/** What a computation gave: every array at its end, and what each operation gave when it first ran. */
export interface Evaluation {
  readonly values: Values;
  readonly first: ReadonlyMap<Operation, Tensor>;
}

/** What a step gives. Errors of shape pass through, as does the absence of an array that it reads. */
export function resultOf({ compute, operation, factor }: Step, values: Values): Tensor {
  const value = compute ? compute(values) : apply(operation, values);
  return factor === undefined ? value : scale(value, factor);
}

/** Operations whose results are arrays of their own at every run. */
const makesArrays = new Set<OperationKind>(['draw', 'zeros', 'recorded', 'formula']);

/** Rounds whose arrays are their own: the first is kept for who asks what each operation first gave. */
const roundsOfOwn = 2;

/**
 * One round over the arrays that the round before left, each step writing over its own; null where that would differ
 * from a round with arrays of its own: a step with a computation of its own may hand on another step's array, or read
 * what the round before left.
 */
function roundOver(steps: readonly Step[], values: Values): (() => void) | null {
  if (steps.some(({ compute, operation }) => compute ?? makesArrays.has(operation.kind))) return null;
  const runs = steps.map(({ name, operation, factor }) => {
    const out = read(values, name);
    const run = prepare(operation, (of) => read(values, of));
    if (factor === undefined) return () => run(out);
    return () => scale(run(out), factor, out);
  });
  return () => {
    for (const run of runs) run();
  };
}

/**
 * Runs a computation on its inputs, which stay as they are. Errors of shape (`ShapeError`) pass through. From the third
 * round on a loop writes over the arrays of the round before.
 */
export function evaluate(computation: Computation, inputs: Values): Evaluation {
  const values = new Map(inputs);
  const first = new Map<Operation, Tensor>();
  const run = (step: Step): void => {
    const value = resultOf(step, values);
    values.set(step.name, value);
    if (!first.has(step.operation)) first.set(step.operation, value);
  };
  for (const step of computation.steps) run(step);
  const { loop } = computation;
  if (loop) {
    const curve = new Float64Array(loop.times);
    let over: (() => void) | null = null;
    for (let round = 0; round < loop.times; round++) {
      if (round === roundsOfOwn) over = roundOver(loop.steps, values);
      if (over) over();
      else for (const step of loop.steps) run(step);
      const collected = read(values, loop.collect.step);
      if (collected.data.length !== 1)
        throw new ShapeError(`a curve collects numbers, not ${formatShape(collected.shape)}`);
      curve[round] = numberOf(collected);
    }
    values.set(loop.collect.into, { shape: [loop.times], data: curve });
  }
  return { values, first };
}

/**
 * Runs a computation that differs from another in some steps, and takes from that one's evaluation what the changes do
 * not reach. Gives just what `evaluate` gives.
 */
export function reevaluate(
  computation: Computation,
  inputs: Values,
  before: { readonly computation: Computation; readonly evaluation: Evaluation },
): Evaluation {
  if (computation.loop) return evaluate(computation, inputs);
  const unchanged = new Set(before.computation.steps);
  const values = new Map(inputs);
  const first = new Map<Operation, Tensor>();
  const reached = new Set<string>();
  for (const step of computation.steps) {
    // What a step with a computation of its own reads cannot be told from its operation.
    const isReached = step.compute
      ? reached.size > 0
      : readsOf(step.operation).some((name) => reached.has(name));
    const kept = unchanged.has(step) && !isReached ? before.evaluation.first.get(step.operation) : undefined;
    if (!kept) reached.add(step.name);
    const value = kept ?? resultOf(step, values);
    values.set(step.name, value);
    first.set(step.operation, value);
  }
  return { values, first };
}

/** All steps, those of the loop included, in order of execution. */
export function allSteps(computation: Computation): readonly Step[] {
  return [...computation.steps, ...(computation.loop?.steps ?? [])];
}

/** A step computed otherwise; `right` gives what it would have given without the change. */
export function changedStep(step: Step, compute: (values: Values, right: () => Tensor) => Tensor): Step {
  return {
    ...step,
    compute: (values) =>
      compute(values, () => (step.compute ? step.compute(values) : apply(step.operation, values))),
  };
}

/** The computation with one step computed otherwise; `right` gives what the step would have given without the change. */
export function withStep(
  computation: Computation,
  step: Step,
  compute: (values: Values, right: () => Tensor) => Tensor,
): Computation {
  const replace = (steps: readonly Step[]): Step[] =>
    steps.map((old) => (old.operation === step.operation ? changedStep(old, compute) : old));
  return {
    ...computation,
    steps: replace(computation.steps),
    loop: computation.loop && { ...computation.loop, steps: replace(computation.loop.steps) },
  };
}
