/** `exercises`: what there is to learn. */
import { askedOf } from '../course/asked';
import { allChapters, allExercises } from '../course/course';
import type { Language } from '../course/exercise';
import { columns } from './style';

/** Prints the course, chapter by chapter; resolves with the exit status. */
export function exercises(asJson: boolean, language: Language): number {
  process.stdout.write(asJson ? `${JSON.stringify(asData(language))}\n` : asText(language));
  return 0;
}

function asData(language: Language): object {
  const list = allChapters().flatMap((chapter) =>
    chapter.exercises.map((exercise) => ({
      id: exercise.id,
      title: exercise.title[language],
      chapter: chapter.id,
      after: exercise.after ?? [],
      function: exercise.functionName,
      asked: askedOf(exercise.folder?.definition ?? exercise),
      parameters: exercise.parameters,
      returns: exercise.returns,
      equations: exercise.equations.map(({ name, rows, columns: columnForm }) => ({
        name,
        rows,
        columns: columnForm,
      })),
    })),
  );
  const chapters = allChapters().map(({ id, title, about }) => ({
    id,
    title: title[language],
    about: about[language],
  }));
  return { schema: 1, chapters, exercises: list };
}

function asText(language: Language): string {
  const all = allExercises();
  const rows = columns(
    all.map((exercise, i) => [
      String(i + 1).padStart(2),
      exercise.id,
      exercise.title[language],
      askedOf(exercise.folder?.definition ?? exercise).join(', '),
    ]),
  );
  const lines = allChapters().flatMap(({ title, exercises: some }) => [
    title[language],
    ...some.map((exercise) => rows[all.indexOf(exercise)] ?? ''),
    '',
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
}
