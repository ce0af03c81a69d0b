/** One check from source to report: ask Python, grade what it did. */
import type { Exercise, Language } from '../course/exercise';
import type { PythonRuntime, SnippetRequest, SnippetRun } from '../python/runtime';
import { grade } from './grade';
import type { Report } from './report';
import { requestFor } from './request';

/** What grading may take. */
export interface GradingLimits {
  readonly milliseconds: number;
  readonly signal?: AbortSignal;
}

/** Where a run is graded: here, or in a thread that can be ended. */
export interface Grader {
  /** Has it ready by the time that Python has answered. */
  start(): void;
  /** Rejects with an `AbortError` when the signal aborts, and where the grader itself is at fault. */
  grade(exercise: Exercise, run: SnippetRun, language: Language, limits: GradingLimits): Promise<Report>;
}

export interface CheckOptions {
  /** Wall-clock seconds for the whole check: the run and what grading takes. */
  readonly timeoutSeconds: number;
  readonly language: Language;
  readonly signal?: AbortSignal;
  /** Without one, the report is made here and now, and nothing can stop it. */
  readonly grader?: Grader;
  /** Whether the report is to hold the curve of a training, where the exercise has one. Default: yes. */
  readonly curve?: boolean;
  /**
   * Is given the report without the curve, as soon as there is one; then the training runs, and takes what is left of
   * the time. Without it, everything runs at once.
   */
  readonly onVerdict?: (report: Report) => void;
}

/** The limit that the contract sets where nothing else is asked for. */
export const defaultTimeoutSeconds = 10;

/** What is left for grading where the snippet took all the time: enough to say just that. */
const leastGradingMs = 1000;

const here: Grader = {
  start: () => undefined,
  grade: (exercise, run, language) => Promise.resolve(grade(exercise, run, language)),
};

/** The results of both runs of a check as if there had been one. */
function together(calls: SnippetRun, training: SnippetRun): SnippetRun {
  const runMs = calls.timings.runMs + training.timings.runMs;
  return { ...calls, drives: training.drives, timings: { ...calls.timings, runMs } };
}

/** Where the program was judged by its definitions alone, a further run need not find out why. */
function withoutAgain({ skipped }: SnippetRun): Pick<SnippetRequest, 'without'> {
  const name = skipped.find(({ reason }) => reason === 'rest')?.name;
  const without = (['time', 'memory', 'crash'] as const).find((each) => each === name);
  return without === undefined ? {} : { without };
}

/** Runs a snippet and judges it. Rejects as `PythonRuntime.run` does, and as its grader does. */
export async function checkSnippet(
  exercise: Exercise,
  source: string,
  runtime: PythonRuntime,
  { timeoutSeconds, language, signal, grader = here, curve = true, onVerdict }: CheckOptions,
): Promise<Report> {
  const request = requestFor(exercise, source, timeoutSeconds, curve);
  let gradeMs = 0;
  const leftMs = (run: SnippetRun): number => timeoutSeconds * 1000 - run.timings.runMs - gradeMs;
  const graded = async (run: SnippetRun): Promise<Report> => {
    const begin = performance.now();
    const milliseconds = Math.max(leastGradingMs, leftMs(run));
    const report = await grader.grade(exercise, run, language, {
      milliseconds,
      ...(signal ? { signal } : {}),
    });
    gradeMs += performance.now() - begin;
    return { ...report, timings: { ...report.timings, gradeMs } };
  };
  grader.start();
  if (!onVerdict || request.drives.length === 0) return graded(await runtime.run(request, signal));
  const run = await runtime.run({ ...request, drives: [] }, signal);
  const report = await graded(run);
  const left = leftMs(run);
  if (run.error || left <= 0) return report;
  onVerdict(report);
  const limits = { ...request.limits, timeoutSeconds: left / 1000 };
  const training = await runtime.run({ ...request, ...withoutAgain(run), calls: [], limits }, signal);
  return graded(together(run, training));
}
