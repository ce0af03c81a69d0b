/** `after:` of the exercises of a folder: what comes before what. */
import { exerciseById } from '../course';
import type { ExerciseId } from '../exercise';
import type { Definition } from './definition';
import type { Files, Problems } from './problem';

type Afters = ReadonlyMap<ExerciseId, readonly ExerciseId[]>;

/** A way that leads from an exercise back to itself; null where none does. */
function circleFrom(start: ExerciseId, afters: Afters): readonly ExerciseId[] | null {
  const seen = new Set<ExerciseId>();
  const walk = (id: ExerciseId, way: readonly ExerciseId[]): readonly ExerciseId[] | null => {
    for (const before of afters.get(id) ?? []) {
      if (before === start) return [...way, before];
      if (seen.has(before)) continue;
      seen.add(before);
      const found = walk(before, [...way, before]);
      if (found) return found;
    }
    return null;
  };
  return walk(start, [start]);
}

type Placed = Pick<Definition, 'id' | 'after' | 'order'>;

/**
 * By the order that they say of themselves, then as they stand, but each after those among them that it is said to come
 * after; where that leads in a circle, too.
 */
export function inOrder<T extends { readonly definition: Placed }>(exercises: readonly T[]): readonly T[] {
  const place = ({ definition: { order } }: T): number => order ?? Number.MAX_VALUE;
  const left = exercises.toSorted((a, b) => place(a) - place(b));
  const ordered: T[] = [];
  while (left.length > 0) {
    const waits = ({ definition: { after } }: T): boolean =>
      left.some(({ definition: { id } }) => after.includes(id));
    const at = left.findIndex((one) => !waits(one));
    ordered.push(...left.splice(Math.max(0, at), 1));
  }
  return ordered;
}

/** Tells where an exercise is said to come after one that is not there, stands later, or comes after it in turn. */
export function checkOrder(
  files: Files,
  exercises: readonly { readonly folder: string; readonly definition: Definition }[],
  problems: Problems,
): void {
  const ids = exercises.map(({ definition }) => definition.id);
  const afters: Afters = new Map(exercises.map(({ definition: { id, after } }) => [id, after]));
  exercises.forEach(({ folder, definition: { id, after } }, at) => {
    const file = `${folder}exercise.yaml`;
    const line = (files.get(file) ?? '').split('\n').findIndex((text) => text.startsWith('after:')) + 1;
    for (const before of after) {
      const tell = (reason: string): void => {
        problems.add(file, Math.max(1, line), `after: ${reason}`);
      };
      const circle = circleFrom(id, afters);
      if (before === id) tell(`${id} cannot come after itself: leave it out.`);
      else if (!ids.includes(before)) {
        // What the tutor has of its own, and what it was told of before, comes before any folder.
        if (exerciseById(before) === undefined)
          tell(`there is no exercise ${before}, neither here nor of the tutor’s own.`);
      } else if (circle?.includes(before) === true) {
        tell(`${circle.join(' comes after ')}: leave one of these out.`);
      } else if (ids.indexOf(before) > at) {
        tell(`${before} stands later in the order of exercises: put it before ${id}, or leave it out here.`);
      }
    }
  });
}
