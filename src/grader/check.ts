/** One check from source to report: ask Python, grade what it did. */
import type { Exercise, Language } from '../course/exercise';
import type { PythonRuntime } from '../python/runtime';
import { grade } from './grade';
import type { Report } from './report';
import { requestFor } from './request';

export interface CheckOptions {
  /** Wall-clock seconds for the whole check. */
  readonly timeoutSeconds: number;
  readonly language: Language;
  readonly signal?: AbortSignal;
}

/** The limit that the contract sets where nothing else is asked for. */
export const defaultTimeoutSeconds = 10;

/** Runs a snippet and judges it. Rejects only as `PythonRuntime.run` does. */
export async function checkSnippet(
  exercise: Exercise,
  source: string,
  runtime: PythonRuntime,
  { timeoutSeconds, language, signal }: CheckOptions,
): Promise<Report> {
  const run = await runtime.run(requestFor(exercise, source, timeoutSeconds), signal);
  const begin = performance.now();
  const report = grade(exercise, run, language);
  return { ...report, timings: { ...report.timings, gradeMs: performance.now() - begin } };
}
