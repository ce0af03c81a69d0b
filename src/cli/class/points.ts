/** `--points FILE`: what each exercise is worth. */
import { allExercises } from '../../course/course';
import { printable } from '../printable';
import { mostSourceBytes, readSource } from '../source';
import { UsageError } from '../usage';
import { reason, sentenceOf } from './reason';

const form = 'expected a JSON object such as {"relu": 1, "backward-2-layer": 3}, or lines such as relu,1';

function entriesOf(text: string): readonly (readonly [string, unknown])[] | null {
  if (text.trimStart().startsWith('{')) {
    try {
      return Object.entries(JSON.parse(text) as Record<string, unknown>);
    } catch {
      return null;
    }
  }
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const entries = lines.map((line): readonly [string, unknown] => {
    const [id = '', value = ''] = line.split(/[,;:\t]/u, 2);
    const number = value.trim() === '' ? NaN : Number(value);
    return [id.trim(), Number.isNaN(number) ? value.trim() : number];
  });
  // A first line of headings is no entry.
  return entries[0]?.[0] === 'exercise' ? entries.slice(1) : entries;
}

/** The points of an exercise as a file says; 1 each without a file. A `UsageError` where the file cannot be used. */
export function pointsFrom(file: string | undefined): (exercise: string) => number {
  if (file === undefined) return () => 1;
  const refuse = (why: string): never => {
    throw new UsageError(`cannot use the points of ${printable(file)}: ${why}`);
  };
  const source = readSource(file, mostSourceBytes);
  if ('problem' in source)
    return refuse(sentenceOf(reason(source.problem.code, source.problem.detail), 'en'));
  const entries = entriesOf(source.text);
  if (!entries) return refuse(form);
  const points = new Map<string, number>();
  for (const [id, value] of entries) {
    if (!allExercises().some((exercise) => exercise.id === id)) {
      return refuse(`there is no exercise ${printable(id)} (see: exercises); ${form}`);
    }
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
      return refuse(`the points of ${id} are not a number of 0 or more; ${form}`);
    }
    points.set(id, value);
  }
  // Who names some exercises says that the others count nothing.
  return (exercise) => points.get(exercise) ?? 0;
}
