/** The exercises of part two that a network judges: no Python is needed for what they are compared with. */
import { join } from 'node:path';
import type { Exercise } from '../../src/course/exercise';
import { chaptersOf, readCourseFolder } from '../../src/courses/disk';

/** In the order of their chapters. */
export const networkFolders: readonly Exercise[] = chaptersOf(
  readCourseFolder(join(__dirname, '../../src/course/chapters')),
)
  .flatMap(({ exercises }) => exercises)
  .filter(({ folder }) => folder?.definition.reference.kind === 'network');
