/**
 * Whether a slip that shows in a helper was made there or in its call. A helper that was given all that the right step
 * reads had it in hand: the slip is in its body. One that was not can only do what it does with other arrays: the slip
 * is in the call.
 */
import type { Activation } from '../engine/activation';
import { activations, type ActivationName } from '../engine/activations';
import type { Computation, Evaluation, Step } from '../engine/computation';
import { namesIn } from '../engine/namesIn';
import type { OperationKind, Values } from '../engine/operation';
import { allSteps } from '../engine/computation';
import { positive } from '../engine/operation';
import type { Tensor } from '../engine/tensor';
import { scaleFactor, sameEntries } from './agreement';
import type { Evidence, HelperCall, Observation } from './evidence';
import { forms } from './trace';

/** The call that an observation was made in, or null where the trace does not tell. */
export function callOf(
  place: Observation,
  at: number,
  { calls = [], observations }: Evidence,
): HelperCall | null {
  const last = calls.findLast((call) => call.depth === place.depth && call.at <= at);
  if (last?.frame !== place.frame) return null;
  // Only the first calls are told: what came after this one's end is of another.
  const isOver = observations
    .slice(last.at, at)
    .some(({ depth, name }) => depth < place.depth || (depth === place.depth && name === 'return'));
  return isOver ? null : last;
}

/** The call that the caller of a helper was called by. */
function outer({ depth, at }: HelperCall, { calls = [] }: Evidence): HelperCall | null {
  return calls.findLast((call) => call.depth === depth - 1 && call.at <= at) ?? null;
}

/** All that a helper has in hand from its call. */
export function inHand({ given, kept = [] }: HelperCall): readonly Tensor[] {
  return [...given, ...kept];
}

/** An array, its transpose, or a multiple: where constants are applied is left open. */
function isGiven(value: Tensor, call: HelperCall): boolean {
  return inHand(call).some((one) =>
    forms(value).some(
      (data) =>
        sameEntries(one.data, data) ||
        (data.length > 1 && one.data.length === data.length && scaleFactor(one.data, data) !== null),
    ),
  );
}

/** Kinds of steps that read one array or none. */
const ofOne: ReadonlySet<OperationKind> = new Set<OperationKind>(['activate', 'slope', 'draw', 'zeros']);

/** Whether a step reads one array or none: a helper that is given one is applied to it, and does not make another first. */
function makesAlone({ operation }: Step): boolean {
  return operation.kind === 'formula' ? operation.reads.length < 2 : ofOne.has(operation.kind);
}

/** What a name holds first: as it was given, or as the first step of that name makes it. */
export function firstOf(
  name: string,
  steps: readonly Step[],
  evaluation: Evaluation,
  inputs: Values,
): Tensor | undefined {
  const maker = steps.find((one) => one.name === name);
  return maker ? evaluation.first.get(maker.operation) : inputs.get(name);
}

/** Whether a call gave a helper all that the right step reads, or all from which that is made. */
export class Hand {
  private readonly steps: readonly Step[];

  constructor(
    private readonly call: HelperCall,
    computation: Computation,
    private readonly right: Evaluation,
    private readonly inputs: Values,
  ) {
    this.steps = allSteps(computation);
  }

  /** What a step reads. A name that the computation does not know is no array. */
  hasOperandsOf(step: Step): boolean {
    const { operation } = step;
    const operands = operation.kind === 'formula' ? operation.reads : operation;
    return Object.entries(operands).every(
      ([field, name]: [string, unknown]) =>
        field === 'kind' ||
        typeof name !== 'string' ||
        this.has(name, this.steps.indexOf(step)) ||
        (field === 'preActivation' && this.hasSlopeAt(name)),
    );
  }

  /** The slope of a ReLU can be told from its output as well, and from the slope itself. */
  hasSlopeAt(name: string): boolean {
    const value = firstOf(name, this.steps, this.right, this.inputs);
    return (
      value !== undefined &&
      inHand(this.call).some((one) => sameEntries(positive(one).data, positive(value).data))
    );
  }

  private has(name: string, before: number): boolean {
    const makers = this.steps.filter((one, i) => one.name === name && i < before);
    const maker = makers.at(0);
    const value = maker ? this.right.first.get(maker.operation) : this.inputs.get(name);
    if (!value || isGiven(value, this.call)) return true;
    return maker !== undefined && !makesAlone(maker) && this.hasOperandsOf(maker);
  }
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What functions are called beside their names in the table. */
const alsoCalled: readonly (readonly [string, ActivationName])[] = [
  ['swish', 'silu'],
  ['sigm', 'sigmoid'],
  ['leaky', 'leaky-relu'],
];

/** Longest first: `leaky_relu` and `relu6` are no ReLU. */
const called = [...namesIn(activations).map((name) => [plain(name), name] as const), ...alsoCalled].toSorted(
  ([a], [b]) => b.length - a.length,
);

/** Whether a function is right by its own name, and not the one that is asked for. */
export function isOtherFunction(frame: string, asked: Activation): boolean {
  const named = called.find(([name]) => plain(frame).includes(name));
  return named !== undefined && named[1] !== asked.name;
}

/** The return statement of the frame in which a name was bound to what it was given. */
function lineOfReturn(place: Observation, at: number, call: HelperCall, { observations }: Evidence): number {
  const isPassedOn = inHand(call).some((one) => sameEntries(one.data, place.value.data));
  const returned = observations
    .slice(at)
    .find(({ depth, frame, name }) => depth === place.depth && frame === place.frame && name === 'return');
  return isPassedOn && returned && sameEntries(returned.value.data, place.value.data)
    ? returned.line
    : place.line;
}

/** The line of what an observation shows: its own where its helper is at fault, or that of the call that is. */
export function lineFrom(
  place: Observation,
  isAtFault: (call: HelperCall) => boolean,
  evidence: Evidence,
): number {
  const at = evidence.observations.indexOf(place);
  const own = place.depth > 0 ? callOf(place, at, evidence) : null;
  if (!own) return place.line;
  if (isAtFault(own)) return lineOfReturn(place, at, own, evidence);
  let call = own;
  for (let next = outer(call, evidence); next && !isAtFault(next); next = outer(next, evidence)) call = next;
  return call.line;
}

/** The line of the slip at a step that an observation shows: its own, or that of the call of the helper it was made in. */
export function lineOfSlip(
  place: Observation,
  step: string,
  computation: Computation,
  right: Evaluation,
  evidence: Evidence,
): number {
  const slipped = allSteps(computation).find(({ name }) => name === step);
  if (!slipped) return place.line;
  const isAtFault = (call: HelperCall): boolean =>
    new Hand(call, computation, right, evidence.inputs).hasOperandsOf(slipped) &&
    !(
      'activation' in slipped.operation &&
      slipped.operation.kind !== 'lossGradient' &&
      isOtherFunction(call.frame, slipped.operation.activation)
    );
  return lineFrom(place, isAtFault, evidence);
}
