/** Whether the texts of an exercise's folder keep what they promise: names that there are, hints that leave something to do. */
import type { HintKind } from '../course/exercise';
import type { ExerciseFolder } from '../course/folder/exerciseFolder';
import { solutionOf } from '../course/folder/folderExercise';
import { hintHeadings } from '../course/folder/textFile';
import type { Tried } from './tried';

/** Every name in brackets must be one that the snippets know. */
export function checkTerms({ folder, definition, exercise }: Tried): void {
  if (!solutionOf(exercise)) return;
  const { solution, starter, parameters, returns, equations } = definition;
  const words = new Set(
    `${solution} ${starter.en} ${parameters.join(' ')} ${returns.join(' ')}`.match(/\w+/g) ?? [],
  );
  for (const { name } of equations) words.add(name);
  for (const { name, rows } of equations) {
    for (const [, term = ''] of rows.matchAll(/\\term\{(\w+)\}/g)) {
      if (words.has(term)) continue;
      folder.add(
        textName(folder),
        lineIn(folder, textName(folder), `[${term}]`),
        `[${term}] in the equation of ${name} is no name of the solution or the starter.`,
      );
    }
  }
}

/** The first four hints leave something to do. */
export function checkHints({ folder, definition }: Tried): void {
  const { hints, solution, starter } = definition;
  const given = new Set(starter.en.split('\n').map(squeezed));
  const lines = solution
    .split('\n')
    .filter((line) => /[=(]/.test(line) && !/^\s*(?:def|class|import|from|for|if|return|"""|#)/.test(line))
    .map(squeezed)
    .filter((line) => line.length > 8 && !given.has(line));
  for (const { kind, text, code } of hints) {
    if (kind === 'solution') continue;
    const shown = squeezed(`${text.en}\n${text.ko}\n${code ?? ''}`);
    const told = lines.find((line) => shown.includes(line));
    if (told === undefined) continue;
    folder.add(
      textName(folder),
      lineOfHint(folder, kind),
      `The hint “${kind}” holds a line of the solution (${told}): leave it to the last hint, or mask a part with ___.`,
    );
  }
  const masked = hints.find(({ kind }) => kind === 'masked');
  if (masked?.code?.includes('___') !== true) {
    folder.add(
      textName(folder),
      lineOfHint(folder, 'masked'),
      'The hint “Masked” needs a ```python block with ___ where something is masked.',
    );
  }
}

function textName(folder: ExerciseFolder): string {
  return folder.text('text.en.md') === undefined ? 'text.ko.md' : 'text.en.md';
}

function lineIn(folder: ExerciseFolder, name: string, text: string): number | null {
  const lines = (folder.text(name) ?? '').split('\n');
  const at = lines.findIndex((line) => line.includes(text));
  return at < 0 ? null : at + 1;
}

function lineOfHint(folder: ExerciseFolder, kind: HintKind): number | null {
  const heading = Object.entries(hintHeadings).filter(([, one]) => one === kind);
  const lines = (folder.text(textName(folder)) ?? '').split('\n');
  const at = lines.findIndex((line) => heading.some(([word]) => line.trim().toLowerCase() === `### ${word}`));
  return at < 0 ? null : at + 1;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
