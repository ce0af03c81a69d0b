/** `check FILE`: one snippet, one report. */
import { readFileSync } from 'node:fs';
import { allExercises, exerciseById } from '../course/course';
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import { checkSnippet } from '../grader/check';
import type { Report } from '../grader/report';
import type { Samples } from '../engine/columnForm';
import { reason, sentenceOf } from './class/reason';
import type { NotebookProgram } from '../owncode/notebook';
import { notebookProgram } from './notebook';
import type { Output } from './output';
import type { SnippetOptions } from './options';
import { printable, printableLines } from './printable';
import { printReport, reportJson } from './printReport';
import { graderFor, runtimeFor } from './runtimes';
import { decode, mostNotebookBytes, mostSourceBytes, readSource, reasonOf, type Source } from './source';
import { paintFor } from './style';
import { UsageError } from './usage';

export interface CheckCommand extends SnippetOptions {
  readonly exercise: string;
}

/** The exercise of that id; a `UsageError` that lists all ids where there is none. */
export function exerciseOf(id: string, samples: Samples): Exercise {
  const exercise = exerciseById(id, samples);
  if (exercise) return exercise;
  throw new UsageError(
    `unknown exercise ${printable(id)}: choose one of ${allExercises()
      .map((one) => one.id)
      .join(', ')}`,
  );
}

/** `check <(program)` and `check /dev/stdin`: a pipe that the shell made is read to its end. */
const shellPipe = /^\/(?:dev|proc\/self)\/(?:stdin|fd\/(\d+))$/u;

function sourceOf(file: string): Source {
  const pipe = shellPipe.exec(file);
  if (!pipe) {
    return readSource(file, /\.ipynb$/iu.test(file) ? mostNotebookBytes : mostSourceBytes);
  }
  try {
    return decode(readFileSync(Number(pipe[1] ?? 0)));
  } catch (error) {
    return { problem: { code: 'unreadable', detail: reasonOf(error) } };
  }
}

/** A file's program; a `UsageError` that says what to do where it gives none. */
export function readProgram(file: string, language: Language): NotebookProgram {
  const source = sourceOf(file);
  if ('problem' in source) {
    const { code, detail } = source.problem;
    throw new UsageError(`cannot read ${printable(file)}: ${sentenceOf(reason(code, detail), language)}`);
  }
  if (!/\.ipynb$/iu.test(file)) return { text: source.text, cells: [] };
  const program = notebookProgram(source.text);
  if (program !== null) return program;
  throw new UsageError(`cannot read ${printable(file)}: ${sentenceOf(reason('not-a-notebook'), language)}`);
}

/** The exit status that the contract gives a report. */
function exitCodeOf(report: Report): number {
  return { pass: 0, fail: 1, error: 3 }[report.verdict];
}

/** The report with everything that a snippet could have written made safe for a terminal. */
function forTerminal(report: Report): Report {
  const { error, diagnoses, remarks } = report;
  const safe = <T extends { readonly message: string }>(one: T): T => ({
    ...one,
    message: printableLines(one.message),
  });
  return {
    ...report,
    stdout: printableLines(report.stdout),
    diagnoses: diagnoses.map(safe),
    remarks: remarks.map(safe),
    error: error && {
      ...safe(error),
      ...(error.traceback === undefined ? {} : { traceback: printableLines(error.traceback) }),
    },
  };
}

/** Checks a file and prints its report; resolves with the exit status. */
export async function check(
  file: string,
  command: CheckCommand,
  dist: string,
  output: Output,
): Promise<number> {
  const exercise = exerciseOf(command.exercise, command.samples);
  const { text: source } = readProgram(file, command.lang);
  const runtime = runtimeFor(command.python, dist);
  const grader = graderFor(dist);
  try {
    const report = await checkSnippet(exercise, source, runtime, {
      timeoutSeconds: command.timeout,
      language: command.lang,
      grader,
    });
    const text = command.json
      ? JSON.stringify(reportJson(report))
      : printReport(forTerminal(report), exercise, command.lang, paintFor(process.stdout));
    await output.write(`${text}\n`);
    return exitCodeOf(report);
  } finally {
    grader.dispose();
    await runtime.dispose();
  }
}
