/** Exercise ids that come from outside. */
import type { ExerciseId } from '../../course/exercise';
import { tutor } from '../lazyTutor';

/** The id as a type that can be relied on; throws where there is no such exercise. */
export function exerciseIdOf(id: string): ExerciseId {
  const all = tutor().allExercises();
  if (all.some((exercise) => exercise.id === id)) return id;
  throw new RangeError(`There is no exercise "${id}". There are: ${all.map((one) => one.id).join(', ')}.`);
}
