/** The learner's gradients beside central differences of the function that their convention differentiates. */
import type { Exercise } from '../course/judgedExercise';
import type { Judging } from '../course/judging/judging';
import type { Evidence } from '../diagnosis/evidence';
import type { Slope } from '../engine/centralDifferences';
import { checkGradients, type KnownSlopes } from '../engine/gradientCheck';
import type { Values } from '../engine/operation';
import type { OutputConvention } from '../network/conventions';
import { formatShape, type Tensor } from '../engine/tensor';
import { recordedGradients } from './recorded/gradients';
import type { GradientCheckReport } from './report';

/** The data shown stay, and so do the differences by them, whatever snippets come. */
const lasting = new WeakMap<Judging, WeakMap<Values, Map<string, KnownSlopes>>>();

function knownOf(judging: Judging, inputs: Values, convention: OutputConvention | null): KnownSlopes {
  const ofInputs = lasting.get(judging) ?? new WeakMap<Values, Map<string, KnownSlopes>>();
  lasting.set(judging, ofInputs);
  const ofConventions = ofInputs.get(inputs) ?? new Map<string, KnownSlopes>();
  ofInputs.set(inputs, ofConventions);
  const key = JSON.stringify(convention);
  const known = ofConventions.get(key) ?? new Map<string, readonly (Slope | null)[]>();
  ofConventions.set(key, known);
  return known;
}

/** One row for each returned gradient that has its parameter's shape. */
export function gradientCheck(
  exercise: Exercise,
  shown: Evidence,
  convention: OutputConvention | null,
): GradientCheckReport[] {
  const { recorded } = exercise.judging;
  if (recorded) return recordedGradients(recorded, shown);
  const differentiable = exercise.judging.differentiable?.(shown.inputs, convention);
  if (!differentiable) return [];
  const { parameters, cost, steps } = differentiable;
  const gradients = new Map(
    [...parameters].flatMap(([name, parameter]): [string, Tensor][] => {
      const claim = shown.returned.get(name);
      const fits = claim && formatShape(claim.shape) === formatShape(parameter.shape);
      return fits ? [[name, claim]] : [];
    }),
  );
  const known = knownOf(exercise.judging, shown.inputs, convention);
  return checkGradients({ parameters, gradients, cost, known, ...(steps && { steps }) }).map(
    ({ name, ok, maxRelError, checked, notJudged }) => ({
      name,
      ok,
      // JSON has no infinity; the relative error is at most 1 for finite numbers.
      maxRelError: Number.isFinite(maxRelError) ? maxRelError : 1,
      checked,
      notJudged,
    }),
  );
}
