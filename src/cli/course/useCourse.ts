/** Which exercises a command knows: the tutor's own, and those of a folder that it was given. */
import { join } from 'node:path';
import { useCourses } from '../../courses/useCourses';
import { printable } from '../printable';
import { UsageError } from '../usage';

/**
 * Has the course go on with part two, which lies beside the bundle, and with the exercises of `folder`. A `UsageError`
 * names the first thing to mend there.
 */
export function useCourse(dist: string, folder: string | undefined): void {
  const { problems } = useCourses(join(dist, 'chapters.json'), folder === undefined ? [] : [folder]);
  const [problem] = problems;
  if (!problem) return;
  const { file, line, message } = problem;
  const place = line === null ? file : `${file}:${String(line)}`;
  const where = [printable(folder ?? ''), printable(place)].filter((part) => part !== '').join('/');
  throw new UsageError(`cannot use the course: ${where}: ${printable(message)}`);
}
