/**
 * The English in brackets behind a Korean term. Each exercise's texts have it at the term's first use, so that they can
 * stand alone; in the course it is shown once, in the first exercise that uses the term.
 */
import type { Exercise } from './judgedExercise';
import type { Text } from './exercise';

const gloss = /(?<=\p{Script=Hangul})\((?:MSE, )?[a-z]+(?:[ -][a-z]+)*\)/gu;

/** The terms' English that was shown before, and is left out from then on. */
export class Glosses {
  private readonly shown: Set<string>;

  /** Goes on behind others, which stay as they are. */
  constructor(before?: Glosses) {
    this.shown = new Set(before?.shown);
  }

  /** The exercise without the English that an exercise before it has given. */
  readonly once = (exercise: Exercise): Exercise => {
    const own = new Set<string>();
    const inText = (text: Text): Text => ({
      ...text,
      ko: text.ko.replace(gloss, (found) => {
        own.add(found);
        return this.shown.has(found) ? '' : found;
      }),
    });
    const { idea, hints, explanation, next } = exercise;
    const shorter: Exercise = {
      ...exercise,
      idea: inText(idea),
      hints: hints.map((hint) => ({ ...hint, text: inText(hint.text) })),
      explanation: inText(explanation),
      next: inText(next),
    };
    for (const found of own) this.shown.add(found);
    return shorter;
  };
}
