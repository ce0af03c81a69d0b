/** First weights that are drawn otherwise, while all else follows from them. */
import { originOf } from '../../diagnosis/draws';
import type { Evidence } from '../../diagnosis/evidence';
import { agreeing, tryEvaluate } from '../../diagnosis/evidence';
import { placeOf, returnedAs, type Place } from '../../diagnosis/place';
import { same, sameEntries } from '../../diagnosis/agreement';
import { evaluate, type Computation, type Step } from '../../engine/computation';
import { sameShape, type Tensor } from '../../engine/tensor';
import type { Comparison } from '../values';
import type { Recognised, Signature } from './signature';

/** A step that draws, and where the snippet has its result. */
interface Draw {
  readonly step: Step;
  readonly right: Tensor;
  readonly place: Place;
  readonly line: number | null;
}

/** The draws of a computation: what is returned itself, else the first array of that shape that the snippet makes. */
function drawsOf(computation: Computation, main: Evidence): readonly Draw[] {
  const begin = evaluate({ ...computation, loop: null }, main.inputs).values;
  const taken = new Set<number>();
  return computation.steps.flatMap((step): Draw[] => {
    const right = begin.get(step.name);
    if (step.operation.kind !== 'draw' || !right) return [];
    const isOwn = computation.loop === null && computation.returns.includes(step.name);
    const at = main.observations.findIndex(
      ({ name, value }, i) =>
        name !== 'return' &&
        !taken.has(i) &&
        sameShape(value.shape, right.shape) &&
        [...main.inputs.values()].every((given) => !sameEntries(given.data, value.data)),
    );
    const held = main.observations[at];
    taken.add(at);
    if (isOwn) return [{ step, right, place: returnedAs(step.name), line: null }];
    return held ? [{ step, right, place: placeOf(held), line: held.line }] : [];
  });
}

/** Whether all that came back on a probe follows from the weights that the snippet begins with. */
function follows(draws: readonly Draw[], { accepted }: Comparison, evidence: Evidence): boolean {
  const computation = evidence.accepted[accepted];
  if (!computation) return false;
  const steps = computation.steps.map((step): Step => {
    const value = draws.find((draw) => draw.step.name === step.name)?.place(evidence);
    return value ? { ...step, compute: () => value } : step;
  });
  const changed = { ...computation, steps };
  const evaluation = tryEvaluate(changed, evidence.inputs);
  return agreeing(changed, evaluation, evidence).size === computation.returns.length;
}

export const drawn: Signature = ({ comparison, names, main }) => {
  const [target] = names;
  const computation = main?.accepted[comparison.accepted];
  if (target === undefined || !main || !computation) return null;
  const draws = drawsOf(computation, main);
  const traced = comparison.perProbe
    .map(({ evidence }) => evidence)
    .filter((one) => one.observations.length > 0);
  if (draws.length === 0 || !traced.every((one) => follows(draws, comparison, one))) return null;
  const values = draws.map(({ place }) => place(main));
  const at = draws.findIndex(({ right }, i) => {
    const value = values[i];
    return value != null && !same(value, right);
  });
  const [draw, value] = [draws[at], values[at]];
  if (!draw || !value) return null;
  const found: Omit<Recognised, 'code'> = {
    target: names.includes(draw.step.name) ? draw.step.name : target,
    step: draw.step.name,
    explains: names,
    ...(draw.line === null ? {} : { line: draw.line }),
  };
  const origin = originOf(
    value,
    draws.slice(0, at).map(({ right }) => right),
  );
  if (origin === 'new-generator') return { ...found, code: 'wrong-seed', variant: 'generator' };
  if (origin === 'further-on') return { ...found, code: 'draw-order', variant: 'further-on' };
  // Without a line of its own there is nothing to add to what the table shows.
  return draw.line === null ? null : { ...found, code: 'unknown', variant: 'held' };
};
