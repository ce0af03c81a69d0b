/** Every text of an exercise with a name for it, so that tests over all texts can say which one they mean. */
import type { Text } from '../../../src/course/exercise';
import type { Exercise } from '../../../src/course/judgedExercise';

/** The texts that are prose: everything but the starters. */
export function proseOf(exercise: Exercise): readonly (readonly [string, Text])[] {
  return [
    ['title', exercise.title],
    ['idea', exercise.idea],
    ...exercise.equations.map(({ name, words }) => [`equation ${name}`, words] as const),
    ...exercise.hints.map(({ kind, text }) => [`hint ${kind}`, text] as const),
    ['explanation', exercise.explanation],
    ['next', exercise.next],
  ];
}

/** All prose of an exercise in one language, one text after another. */
export function allProse(exercise: Exercise, language: keyof Text): string {
  return proseOf(exercise)
    .map(([, text]) => text[language])
    .join('\n\n');
}

/** The TeX between dollar signs. */
export function inlineTex(text: string): readonly string[] {
  return [...text.matchAll(/\$([^$]+)\$/g)].map(([, tex = '']) => tex);
}

/** The names that the equations wrap in \term. */
export function termsOf(exercise: Exercise): readonly string[] {
  return exercise.equations
    .flatMap(({ rows, columns }) => [rows, columns ?? ''])
    .flatMap((tex) => [...tex.matchAll(/\\term\{(\w+)\}/g)].map(([, name = '']) => name));
}
