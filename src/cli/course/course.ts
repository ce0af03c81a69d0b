/** `course check DIR`, `course list [DIR]`: folders of exercises, told as a person likes to read it or as JSON. */
import { statSync } from 'node:fs';
import { askedOf } from '../../course/asked';
import type { FolderFiles, Problem } from '../../course/folder/problem';
import { readCourse, type ReadCourse } from '../../course/folder/readCourse';
import { readFiles } from '../../courses/disk';
import { checkCourse } from '../../courses/checkCourse';
import type { Soundness } from '../../courses/soundness';
import type { RunOptions } from '../options';
import type { Output } from '../output';
import { printable, printableLines } from '../printable';
import { graderFor, runtimeFor } from '../runtimes';
import { reasonOf } from '../source';
import { columns, paintFor, type Paint } from '../style';
import { UsageError } from '../usage';
import { shownData } from './shownData';

export interface CourseCommand extends RunOptions {
  readonly show?: boolean;
}

/** What a folder holds. A `UsageError` where there is no such folder. */
function filesIn(folder: string): FolderFiles {
  try {
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    return readFiles(folder);
  } catch (error) {
    throw new UsageError(`cannot read the folder ${printable(folder)}: ${reasonOf(error)}`);
  }
}

function placeOf(folder: string, { file, line }: Problem): string {
  const path = [folder.replace(/\/+$/u, ''), file].filter((part) => part !== '').join('/');
  return line === null ? path : `${path}:${String(line)}`;
}

/** Reads a folder of exercises. A `UsageError` where there is no such folder. */
export function readFolder(folder: string): ReadCourse {
  const { files, unread } = filesIn(folder);
  return readCourse(files, unread);
}

function printProblem(folder: string, problem: Problem, paint: Paint): string {
  return `  ${paint('red', '✗')} ${printable(placeOf(folder, problem))}\n    ${printableLines(problem.message).replaceAll('\n', '\n    ')}`;
}

function summaryOf({ id, problems, correct, faulty, mistakes }: Soundness, paint: Paint): string {
  const sign = problems.length === 0 ? paint('green', '✓') : paint('red', '✗');
  const [passed, all] = correct;
  const parts = [
    mistakes > 0 ? `${String(mistakes)} mistakes` : '',
    `correct ${String(passed)}/${String(all)}`,
    `faulty ${String(faulty.codes)}/${String(faulty.all)} by code, ${String(faulty.lines)}/${String(faulty.lined)} by line`,
  ];
  return `${sign} ${id}: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** Checks a folder; resolves with 0 where it is sound, 1 where it is not. */
export async function courseCheck(
  folder: string,
  command: CourseCommand,
  dist: string,
  output: Output,
): Promise<number> {
  const paint = paintFor(process.stdout);
  const files = filesIn(folder);
  const runtime = runtimeFor(command.python, dist);
  const grader = graderFor(dist);
  const checked = checkCourse(files, { runtime, grader, timeoutSeconds: command.timeout });
  const results: Soundness[] = [];
  try {
    if (!command.json)
      for (const one of checked.problems) await output.write(`${printProblem(folder, one, paint)}\n`);
    for await (const { definition, ...result } of checked.exercises) {
      results.push(result);
      if (command.json) continue;
      await output.write(`${summaryOf(result, paint)}\n`);
      for (const one of result.problems) await output.write(`${printProblem(folder, one, paint)}\n`);
      if (command.show === true) await output.write(await shownData(definition, runtime));
    }
  } finally {
    grader.dispose();
    await runtime.dispose();
  }
  const all = [...checked.problems, ...results.flatMap(({ problems }) => problems)];
  if (command.json) {
    await output.write(
      `${JSON.stringify({ schema: 1, sound: all.length === 0, problems: all, exercises: results })}\n`,
    );
  } else if (all.length === 0) await output.write('The folder is sound.\n');
  else await output.write(`${String(all.length)} to mend.\n`);
  return all.length === 0 ? 0 : 1;
}

/** Lists what a folder holds. */
export async function courseList(
  { chapters, problems }: ReadCourse,
  folder: string,
  { json, lang }: Pick<CourseCommand, 'json' | 'lang'>,
  output: Output,
): Promise<number> {
  if (json) {
    const list = chapters.map(({ id, title, about, exercises }) => ({
      id,
      title: title[lang],
      about: about[lang],
      exercises: exercises.map(({ definition }) => ({
        id: definition.id,
        title: definition.title[lang],
        function: definition.functionName,
        asked: askedOf(definition),
        reference: definition.reference.kind,
        after: definition.after,
      })),
    }));
    await output.write(`${JSON.stringify({ schema: 1, chapters: list, problems })}\n`);
    return 0;
  }
  for (const { title, about, exercises } of chapters) {
    await output.write(`${printable(title[lang])}\n`);
    if (about[lang] !== '') await output.write(`  ${printable(about[lang])}\n`);
    const rows = exercises.map(({ definition }) => [
      `  ${definition.id}`,
      printable(definition.title[lang]),
      askedOf(definition).join(', '),
      definition.reference.kind,
    ]);
    for (const row of columns(rows)) await output.write(`${row}\n`);
  }
  const paint = paintFor(process.stdout);
  for (const one of problems) await output.write(`${printProblem(folder, one, paint)}\n`);
  return 0;
}
