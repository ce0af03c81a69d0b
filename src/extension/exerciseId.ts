/** Exercise ids that come from outside. */
import { exerciseIds } from '../course/exercise';
import type { ExerciseId } from '../course/exercise';

/** The id as a type that can be relied on; throws where there is no such exercise. */
export function exerciseIdOf(id: string): ExerciseId {
  const known = exerciseIds.find((candidate) => candidate === id);
  if (known === undefined)
    throw new RangeError(`There is no exercise "${id}". There are: ${exerciseIds.join(', ')}.`);
  return known;
}
