/** One step of the backward or forward pass that is wrong in no known way, while all else follows from it. */
import { findOpenStep, otherKinds, tellingKinds, type OpenStep } from '../../diagnosis/openStep';
import type { Evidence } from '../../diagnosis/evidence';
import { isHeld } from '../../diagnosis/trace';
import type { OperationOf, Values } from '../../engine/operation';
import { shortNumber } from '../../engine/shortNumber';
import type { Recognised, Signature } from './signature';

type OnProbe = OpenStep['perProbe'][number];

/** `[0, 3]: −0.2`: an entry, and what stands there. */
function entry(shape: readonly number[], at: number, value: number): string {
  const index = shape.map((_, axis) => {
    const stride = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
    return Math.floor(at / stride) % (shape[axis] ?? 1);
  });
  return `[${index.join(', ')}]: ${shortNumber(value, 3)}`;
}

function isSlope(factor: number): boolean {
  return Math.abs(factor) < 1e-9 || Math.abs(factor - 1) < 1e-9;
}

function factorsOf({ value, evaluation }: OnProbe, carried: string): Float64Array {
  const from = evaluation.values.get(carried)?.data;
  return value.data.map((d, i) => d / (from?.[i] ?? NaN));
}

/** Whether something stands where a function lets nothing through, so that its slope cannot be what was multiplied by. */
function leaks(
  { value, evaluation }: OnProbe,
  { activation: { entry }, preActivation }: OperationOf<'throughActivation'>,
): boolean {
  const z = evaluation.values.get(preActivation)?.data;
  return entry !== null && value.data.some((d, i) => d !== 0 && entry.slope(z?.[i] ?? NaN) === 0);
}

function ofMask(open: OpenStep, op: OperationOf<'throughActivation'>): Omit<Recognised, 'target'> | null {
  const onProbes = open.perProbe.map((on) => ({ on, factors: factorsOf(on, op.carried) }));
  const [first] = onProbes;
  if (!first) return null;
  if (onProbes.every(({ factors }) => factors.every(isSlope)))
    return { code: 'derivative-of-wrong-tensor', variant: 'places' };
  // Where the carried error is never seen and only what should pass is changed, that error may be what is wrong.
  const isCarriedRight = onProbes.every(({ on }) => {
    const carried = on.evaluation.values.get(op.carried);
    return carried !== undefined && isHeld(carried, on.evidence.observations);
  });
  const isFactorSeen = onProbes.every(({ on, factors }) =>
    isHeld({ shape: on.value.shape, data: factors }, on.evidence.observations),
  );
  if (!isCarriedRight && !isFactorSeen && !onProbes.some(({ on }) => leaks(on, op))) return null;
  const at = first.factors.findIndex((factor) => !isSlope(factor));
  const detail = at < 0 ? '' : entry(first.on.value.shape, at, first.factors[at] ?? NaN);
  return { code: 'not-a-slope', detail };
}

function ofValue(open: OpenStep, given: string, values: Values | undefined): string {
  const [first] = open.perProbe;
  const [z, right] = [values?.get(given)?.data, first?.evaluation.values.get(given)?.data];
  const at = right?.findIndex((x) => x < 0) ?? -1;
  if (!first || !z || at < 0) return '';
  return `${shortNumber(z[at] ?? NaN, 3)} → ${shortNumber(first.value.data[at] ?? NaN, 3)}`;
}

export const openStep: Signature = ({ comparison, names, main }) => {
  const [target] = names;
  if (target === undefined) return null;
  const evidence = comparison.perProbe.map((on) => on.evidence);
  // The learner's own data are told of; the traced probe is searched.
  const searched = [...evidence].sort((a, b) => Number(b === main) - Number(a === main));
  const open = findOpenStep(searched, comparison.accepted, tellingKinds);
  const told = open && ofKind(open, evidence[0]);
  if (open && told) return { ...placed(open, target), explains: names, ...told };
  const other = findOpenStep(searched, comparison.accepted, otherKinds);
  // One line may make both: then what it makes is the later of the two.
  const isBefore = other?.line != null && (open?.line == null || other.line < open.line);
  const held = isBefore ? other : open;
  // Without a line of its own there is nothing to add to what the table shows.
  if (held?.line == null) return null;
  return { ...placed(held, target), explains: names, code: 'unknown', variant: 'held' };
};

function placed({ step, line }: OpenStep, target: string): Omit<Recognised, 'code'> {
  return { target, step: step.name, ...(line === null ? {} : { line }) };
}

/** What the kind of the step says; `own` is the probe with the learner's own data. */
function ofKind(open: OpenStep, own: Evidence | undefined): Omit<Recognised, 'target'> | null {
  const first = open.perProbe.find((on) => on.evidence === own);
  const told = first ? { ...open, perProbe: [first, ...open.perProbe.filter((on) => on !== first)] } : open;
  const { operation } = open.step;
  switch (operation.kind) {
    case 'throughActivation':
      return ofMask(told, operation);
    case 'lossGradient':
      return { code: 'missing-delta' };
    case 'activate':
      return {
        code: 'wrong-activation',
        detail: ofValue(told, operation.of, told.perProbe[0]?.evaluation.values),
      };
    case 'slope': {
      const isOnesAndZeros = told.perProbe.every(({ value }) => value.data.every(isSlope));
      return { code: isOnesAndZeros ? 'wrong-slope' : 'not-a-slope' };
    }
    default:
      return null;
  }
}
