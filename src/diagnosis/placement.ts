/** Where a snippet applies its constants: the contract leaves that open, and the trace shows it. */
import type { Computation, Step } from '../engine/computation';
import type { Values } from '../engine/operation';
import { sameEntries } from './agreement';
import type { Evidence } from './evidence';
import { tryEvaluate } from './evidence';
import { isHeld } from './trace';

/** One accepted computation, and one way of placing its constants; the same numbers mean the same on every probe. */
export interface Layout {
  readonly accepted: number;
  readonly placement: number;
}

function isGradient({ operation }: Step): boolean {
  return operation.kind === 'weightGradient' || operation.kind === 'biasGradient';
}

const known = new WeakMap<Computation, Map<number, Computation>>();

/** The same results with `factor` applied to the output's error and its inverse to every gradient. */
function moved(computation: Computation, factor: number): Computation {
  const before = known.get(computation) ?? new Map<number, Computation>();
  known.set(computation, before);
  const there = before.get(factor) ?? move(computation, factor);
  before.set(factor, there);
  return there;
}

function move(computation: Computation, factor: number): Computation {
  const moveStep = (step: Step): Step => {
    const own = step.factor ?? 1;
    if (step.operation.kind === 'lossGradient') return { ...step, factor: own * factor };
    return isGradient(step) ? { ...step, factor: own / factor } : step;
  };
  return { ...computation, steps: computation.steps.map(moveStep) };
}

/**
 * A computation, and the others that differ from it in nothing but where 1/m, 2 and the number of outputs are applied:
 * with each gradient, as the notes do it, or once to the error. Only the computation itself where the error is among the results, or where
 * nothing starts from it.
 */
export function placements(computation: Computation, inputs: Values): readonly Computation[] {
  const delta = computation.steps.find(({ operation }) => operation.kind === 'lossGradient');
  const isReturned = computation.steps.some(
    (step) => !isGradient(step) && computation.returns.includes(step.name),
  );
  if (computation.loop || isReturned || delta?.operation.kind !== 'lossGradient') return [computation];
  const samples = inputs.get(delta.operation.output)?.shape[0] ?? 1;
  // One entry for each choice, the same on every probe: for one output two of them are alike.
  const choices = [
    [1, 1 / samples],
    delta.operation.scale === 2 ? [1, 1 / 2] : [1],
    delta.factor === undefined ? [1] : [1, 1 / delta.factor],
  ];
  const factors = choices.reduce((some, more) => more.flatMap((b) => some.map((a) => a * b)));
  return factors.map((factor, i) => (i === 0 ? computation : moved(computation, factor)));
}

/** All layouts of the accepted computations, the notes' placement of each before the others. */
export function layoutsOf({ accepted, inputs }: Evidence): readonly Layout[] {
  return accepted
    .flatMap((computation, i) =>
      placements(computation, inputs).map((_, k) => ({ accepted: i, placement: k })),
    )
    .sort((a, b) => Number(a.placement > 0) - Number(b.placement > 0));
}

/** The accepted computation of a probe in that layout. */
export function laidOut({ accepted, inputs }: Evidence, layout: Layout): Computation | null {
  const computation = accepted[layout.accepted];
  return computation ? (placements(computation, inputs)[layout.placement] ?? null) : null;
}

/** What the trace holds of a computation's steps. */
export interface Shown {
  /** How many of the steps it does not hold. */
  readonly unseen: number;
  /** How many different arrays of the steps it holds: two steps of equal values account for one array only. */
  readonly accounted: number;
}

export function shownOf(computation: Computation, { inputs, observations }: Evidence): Shown {
  const evaluation = tryEvaluate(computation, inputs);
  if (!evaluation) return { unseen: computation.steps.length, accounted: 0 };
  const values = [...evaluation.first.values()];
  const seen = values.filter((value) => isHeld(value, observations));
  const different = seen.filter(
    ({ data }, i) => seen.findIndex((other) => sameEntries(other.data, data)) === i,
  );
  return { unseen: values.length - seen.length, accounted: different.length };
}
