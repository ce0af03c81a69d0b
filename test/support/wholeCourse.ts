/** All exercises, those in folders too, without having the course of this process go on with them. */
import { join } from 'node:path';
import { course } from '../../src/course/course';
import type { Exercise } from '../../src/course/judgedExercise';
import { chaptersOf, readCourseFolder } from '../../src/courses/disk';
import { projectRoot } from '../host/paths';

export const wholeCourse: readonly Exercise[] = [
  ...course,
  ...chaptersOf(readCourseFolder(join(projectRoot, 'src/course/chapters'))).flatMap(
    ({ exercises }) => exercises,
  ),
];
