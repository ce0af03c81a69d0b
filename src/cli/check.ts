/** `check FILE`: one snippet, one report. */
import { readFileSync } from 'node:fs';
import { course } from '../course/course';
import type { Exercise, Language } from '../course/exercise';
import { checkSnippet } from '../grader/check';
import type { Report } from '../grader/report';
import { printReport, reportJson } from './printReport';
import { runtimeFor } from './runtimes';
import { paintFor } from './style';
import { UsageError } from './usage';

export interface CheckCommand {
  readonly exercise: string;
  readonly python: string;
  readonly timeout: number;
  readonly lang: Language;
  readonly json: boolean;
}

/** The exercise of that id; a `UsageError` that lists all ids where there is none. */
export function exerciseOf(id: string): Exercise {
  const exercise = course.find((one) => one.id === id);
  if (exercise) return exercise;
  throw new UsageError(`unknown exercise ${id}: choose one of ${course.map((one) => one.id).join(', ')}`);
}

/** A file's text; a `UsageError` where it cannot be read. */
export function readSnippet(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read ${file}: ${reason}`);
  }
}

/** The exit status that the contract gives a report. */
export function exitCodeOf(report: Report): number {
  return { pass: 0, fail: 1, error: 3 }[report.verdict];
}

/** Checks a file and prints its report; resolves with the exit status. */
export async function check(file: string, command: CheckCommand, dist: string): Promise<number> {
  const exercise = exerciseOf(command.exercise);
  const source = readSnippet(file);
  const runtime = runtimeFor(command.python, dist);
  try {
    const report = await checkSnippet(exercise, source, runtime, {
      timeoutSeconds: command.timeout,
      language: command.lang,
    });
    const text = command.json
      ? JSON.stringify(reportJson(report))
      : printReport(report, exercise, command.lang, paintFor(process.stdout));
    process.stdout.write(`${text}\n`);
    return exitCodeOf(report);
  } finally {
    await runtime.dispose();
  }
}
