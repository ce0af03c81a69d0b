/** What the course goes on with after part one: part two, and folders by anyone. */
import { continueWith, course } from '../course/course';
import type { ExerciseId } from '../course/exercise';
import type { Chapter } from '../course/judgedExercise';
import type { Problem } from '../course/folder/problem';
import { chaptersOf, readCourseFolder, shippedChapters } from './disk';

/** A problem, and in which of the folders. */
export interface CourseProblem extends Problem {
  readonly folder: string;
}

export interface UsedCourses {
  /** The exercises that came with the folders. */
  readonly ids: readonly ExerciseId[];
  readonly problems: readonly CourseProblem[];
}

/**
 * Has the course go on with the chapters in the file `shipped` and in each of the folders. What has problems is left out exercise
 * by exercise, and told; an id that is taken already is one.
 */
export function useCourses(shipped: string, folders: readonly string[]): UsedCourses {
  if (folders.length === 0) {
    // Nobody who stays within part one waits for part two.
    continueWith(() => shippedChapters(shipped));
    return { ids: [], problems: [] };
  }
  const first = shippedChapters(shipped);
  continueWith(() => first);
  const taken = new Set([...course, ...first.flatMap(({ exercises }) => exercises)].map(({ id }) => id));
  const problems: CourseProblem[] = [];
  const own = folders.flatMap((folder): Chapter[] => {
    try {
      const read = readCourseFolder(folder);
      problems.push(...read.problems.map((problem) => ({ ...problem, folder })));
      return chaptersOf(read).map((chapter) => ({
        ...chapter,
        exercises: chapter.exercises.filter(({ id }) => {
          if (!taken.has(id)) {
            taken.add(id);
            return true;
          }
          const place = read.chapters.flatMap(({ exercises }) => exercises);
          const file = `${place.find(({ definition }) => definition.id === id)?.folder ?? ''}exercise.yaml`;
          const message = `id: there is an exercise ${id} already, the tutor’s own or another folder’s. Give this one another id.`;
          problems.push({ folder, file, line: 1, message });
          return false;
        }),
      }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ folder, file: '', line: null, message: `The folder cannot be read: ${reason}` });
      return [];
    }
  });
  const chapters = [...first, ...own.filter(({ exercises }) => exercises.length > 0)];
  continueWith(() => chapters);
  return { ids: own.flatMap(({ exercises }) => exercises.map(({ id }) => id)), problems };
}
