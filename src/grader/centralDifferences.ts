/** The learner's gradients beside central differences of the function that their convention differentiates. */
import type { Exercise } from '../course/judgedExercise';
import type { Evidence } from '../diagnosis/evidence';
import { checkGradients } from '../engine/gradientCheck';
import type { OutputConvention } from '../network/conventions';
import { formatShape, type Tensor } from '../engine/tensor';
import { recordedGradients } from './recorded/gradients';
import type { GradientCheckReport } from './report';

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
  return checkGradients({ parameters, gradients, cost, ...(steps && { steps }) }).map(
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
