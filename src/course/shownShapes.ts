/** What is known of an exercise's results before anything has run. */
import { evaluate } from '../engine/computation';
import { extentAt } from './folder/extent';
import type { SolutionReference } from './folder/definition';
import { solutionOf } from './folder/folderExercise';
import type { Exercise } from './judgedExercise';
import { referencesOf } from './judging/judging';
import { inputsOf } from './judging/probe';

/** By name; `[]` is a number. */
export type ShownShapes = Readonly<Record<string, readonly number[]>>;

/**
 * The shape of what an exercise returns on the learner's own data. Where its solution has not been run, only gradients
 * and their loss are known: of what, the folder says.
 */
export function shownShapes(exercise: Exercise): ShownShapes {
  const solution = solutionOf(exercise);
  return solution && !exercise.judging.recorded ? ofGradients(solution) : ofReference(exercise);
}

function ofGradients({ gradients, parameters, shown }: SolutionReference): ShownShapes {
  if (gradients === null) return {};
  const { loss, of } = gradients;
  const shapes = Object.entries(of).flatMap(([name, parameter]) => {
    const spec = parameters.find((one) => one.name === parameter);
    if (spec === undefined || spec.kind === 'given' || spec.kind === 'function') return [];
    return [[name, spec.shape.map((extent) => extentAt(extent, shown))] as const];
  });
  return Object.fromEntries(loss.kind === 'returned' ? [[loss.name, []], ...shapes] : shapes);
}

function ofReference({ judging, returns, samples }: Exercise): ShownShapes {
  const probe = judging.probes().find(({ purpose }) => purpose === 'shown');
  const computation = probe && referencesOf(judging, probe)[0]?.computation;
  if (!computation) return {};
  const { loop } = computation;
  // One round of a training has the shapes of all.
  const once = { ...computation, loop: loop && { ...loop, times: 1 } };
  const { values } = evaluate(once, inputsOf(probe));
  return Object.fromEntries(
    returns.flatMap((name) => {
      if (name === loop?.collect.into) return [[name, [loop.times]] as const];
      const shape = values.get(name)?.shape;
      if (shape === undefined) return [];
      return [[name, samples === 'columns' && shape.length === 2 ? shape.toReversed() : shape] as const];
    }),
  );
}
