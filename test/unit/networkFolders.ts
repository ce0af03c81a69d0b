/** Exercises that are folders and over a network, as the tests of all exercises take them. */
import { join } from 'node:path';
import type { Exercise } from '../../src/course/judgedExercise';
import { chaptersOf, readCourseFolder } from '../../src/courses/disk';

function networksIn(folder: string): readonly Exercise[] {
  return chaptersOf(readCourseFolder(join(__dirname, folder)))
    .flatMap(({ exercises }) => exercises)
    .filter(({ folder: source }) => source?.definition.reference.kind === 'network');
}

/**
 * The exercises of part two that a network judges, in the order of their chapters: no Python is needed for what they are
 * compared with.
 */
export const shippedNetworks = networksIn('../../src/course/chapters');

/** Those, and exercises over networks that the course does not use. */
export const networkFolders: readonly Exercise[] = [
  ...shippedNetworks,
  ...networksIn('../data/networkCourse'),
];
