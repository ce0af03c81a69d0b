/**
 * The course: every exercise, in the order in which they are best taken.
 *
 * The Korean texts are written in plain style throughout (`-다`, and `-자` where the learner is invited to do
 * something), as the notes are; technical terms carry the English in brackets at their first use in each exercise.
 * Titles, and the short comments inside snippets, are noun phrases.
 */
import type { Exercise } from './exercise';
import { backward2Layer } from './exercises/backward2Layer';
import { chainRule } from './exercises/chainRule';
import { forward2Layer } from './exercises/forward2Layer';

/** All exercises in order. */
export const course: readonly Exercise[] = [chainRule, forward2Layer, backward2Layer];

/** The exercise with that id; undefined where there is none. */
export function exerciseById(id: string): Exercise | undefined {
  return course.find((exercise) => exercise.id === id);
}
