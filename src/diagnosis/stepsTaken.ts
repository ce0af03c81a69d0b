/** What the updates of a training were made of: read off the weights that the trace holds, round by round. */
import type { Computation, Step } from '../engine/computation';
import type { OperationOf, Values } from '../engine/operation';
import { allSteps, evaluate } from '../engine/computation';
import { numberOf } from '../engine/operation';
import { sameShape, subtract, zip, type Tensor } from '../engine/tensor';
import { isClose } from '../engine/tolerance';
import { sameEntries } from './agreement';
import { isReturned, type Evidence, type Observation } from './evidence';

type Descend = OperationOf<'descend'>;

/** One round: its step is `ofGradient` times rate times gradient and `ofStep` times the step before. */
export interface StepTaken {
  readonly ofGradient: number;
  readonly ofStep: number;
  /** Where the weights show it. */
  readonly update: Observation;
  /** The step of each parameter. */
  readonly steps: Values;
}

function descendsIn(computation: Computation): readonly (Step & { readonly operation: Descend })[] {
  return allSteps(computation).filter(
    (step): step is Step & { readonly operation: Descend } => step.operation.kind === 'descend',
  );
}

function dot(a: Tensor, b: Tensor): number {
  return a.data.reduce((total, value, i) => total + value * (b.data[i] ?? NaN), 0);
}

/** `a` and `b` of `x = a·u + b·w`, where that is so up to rounding; without `w` b is 0. Else null. */
function parts(x: Tensor, u: Tensor, w: Tensor | null): readonly [number, number] | null {
  const [uu, xu] = [dot(u, u), dot(x, u)];
  const [uw, ww, xw] = w ? [dot(u, w), dot(w, w), dot(x, w)] : [0, 0, 0];
  const det = uu * ww - uw * uw;
  const isPlane = w !== null && det > 1e-9 * uu * ww;
  const [a, b] = isPlane ? [(xu * ww - xw * uw) / det, (xw * uu - xu * uw) / det] : [xu / uu, 0];
  const made = zip(u, w ?? u, (p, q) => a * p + (w ? b * q : 0));
  return Number.isFinite(a) && Number.isFinite(b) && isNear(made, x) ? [a, b] : null;
}

/** A difference of weights has lost some of their digits. */
function isNear(a: Tensor, b: Tensor): boolean {
  const size = Math.max(...b.data.map(Math.abs));
  return a.data.every((value, i) => Math.abs(value - (b.data[i] ?? NaN)) <= 1e-7 * size);
}

/** The gradients at some weights, times the rate. */
function fullSteps(computation: Computation, inputs: Values, at: Values): Values {
  const round: Computation = { steps: computation.loop?.steps ?? [], loop: null, returns: [] };
  const { values } = evaluate(round, new Map([...inputs, ...at]));
  return new Map(
    descendsIn(computation).flatMap(({ operation: { parameter, gradient, rate } }) => {
      const [g, r] = [values.get(gradient), values.get(rate)];
      return g && r ? [[parameter, zip(g, g, (value) => value * numberOf(r))] as const] : [];
    }),
  );
}

/**
 * The rounds of a training whose gradients are right at the weights it had, and whose steps are made of the gradient and
 * the step before, alike for all parameters; null where what came back is made otherwise. The steps of the reference are
 * 1 times the gradient and 0 times the step before.
 */
export function stepsTaken(computation: Computation, evidence: Evidence): readonly StepTaken[] | null {
  const { loop } = computation;
  const [telling] = descendsIn(computation);
  if (!loop || !telling) return null;
  const { inputs, observations } = evidence;
  const begin = evaluate({ ...computation, loop: null }, inputs).values;
  let weights: Values = new Map(
    descendsIn(computation).flatMap(({ name }) => {
      const value = begin.get(name);
      return value ? [[name, value] as const] : [];
    }),
  );
  const rounds: StepTaken[] = [];
  let from = 0;
  while (rounds.length < loop.times) {
    const full = fullSteps(computation, inputs, weights);
    const before = rounds.at(-1)?.steps ?? null;
    const name = telling.name;
    const [old, gradient, last] = [weights.get(name), full.get(name), before?.get(name) ?? null];
    if (!old || !gradient) return null;
    const seen = observations.slice(from).flatMap((update, i) => {
      if (!sameShape(update.value.shape, old.shape) || sameEntries(update.value.data, old.data)) return [];
      const found = parts(subtract(old, update.value), gradient, last);
      return found ? [{ update, at: from + i, found }] : [];
    });
    const [first] = seen;
    if (!first) return null;
    const [ofGradient, ofStep] = first.found;
    const steps = new Map(
      [...full].map(([key, g]) => [
        key,
        zip(g, before?.get(key) ?? g, (p, q) => ofGradient * p + (before ? ofStep * q : 0)),
      ]),
    );
    rounds.push({ ofGradient, ofStep, update: first.update, steps });
    weights = new Map([...weights].map(([key, value]) => [key, subtract(value, steps.get(key) ?? value)]));
    from = first.at + 1;
  }
  return [...weights].every(([name, value]) => isReturned(value, evidence, name)) ? rounds : null;
}

/** A constant of a training's steps, and how they differ from those of the reference. */
export interface OtherSteps {
  readonly kind: 'step-scaled' | 'rate-changes' | 'momentum';
  readonly factor: number;
  readonly line: number;
}

function isZero(value: number): boolean {
  return Math.abs(value) < 1e-6;
}

/** The line that makes one of some arrays or numbers, or a multiple of one, from an observation on; null where none does. */
function lineOfMaking(
  isMade: (one: Observation) => boolean,
  from: Observation,
  { observations }: Evidence,
): number | null {
  return observations.slice(observations.indexOf(from)).find(isMade)?.line ?? null;
}

/** How the steps of a training differ from the reference's; null where they do not, or in no way that is known. */
export function otherSteps(computation: Computation, evidence: Evidence): OtherSteps | null {
  const rounds = stepsTaken(computation, evidence);
  const [first, second] = rounds ?? [];
  if (!rounds || !first) return null;
  const rate = descendsIn(computation)[0]?.operation.rate;
  const given = rate === undefined ? undefined : evidence.inputs.get(rate);
  const carried = rounds.slice(1).find(({ ofStep }) => !isZero(ofStep));
  if (carried && second) {
    const isSteady = rounds.slice(1).every(({ ofStep }) => isClose(ofStep, carried.ofStep));
    if (!isSteady) return null;
    const made = ({ value, name }: Observation): boolean =>
      name !== 'return' &&
      [...second.steps.values()].some(
        (step) => sameShape(step.shape, value.shape) && parts(value, step, null) !== null,
      );
    const line = lineOfMaking(made, first.update, evidence) ?? second.update.line;
    return { kind: 'momentum', factor: carried.ofStep, line };
  }
  const odd = rounds.find(({ ofGradient }) => !isZero(ofGradient - 1));
  if (!odd || !given) return null;
  const isScaled = rounds.every(({ ofGradient }) => isZero(ofGradient - odd.ofGradient));
  const used = numberOf(given) * odd.ofGradient;
  const isRate = ({ value }: Observation): boolean =>
    value.data.length === 1 && isZero(numberOf(value) / used - 1);
  const line = evidence.observations.find(isRate)?.line ?? odd.update.line;
  return { kind: isScaled ? 'step-scaled' : 'rate-changes', factor: odd.ofGradient, line };
}
