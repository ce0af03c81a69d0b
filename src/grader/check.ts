/** One check from source to report: ask Python, grade what it did. */
import type { Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { DriveResult, PythonRuntime, SnippetRun } from '../python/runtime';
import { withCurve, type Graded } from './curve';
import { judge } from './grade';
import { placed, placesRequest } from './place';
import { prepared } from './prepare';
import type { Report } from './report';
import { requestFor, trainingOf } from './request';

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
  grade(exercise: Exercise, run: SnippetRun, language: Language, limits: GradingLimits): Promise<Graded>;
  /** Adds the curve of a training that ran after the calls that were graded. */
  addCurve(
    exercise: Exercise,
    graded: Graded,
    drive: DriveResult | null,
    language: Language,
    limits: GradingLimits,
  ): Promise<Report>;
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
  /** Is given the report without the curve, as soon as there is one, while the training for it runs. */
  readonly onVerdict?: (report: Report) => void;
}

/** The limit that the contract sets where nothing else is asked for. */
export const defaultTimeoutSeconds = 10;

/** What is left for grading where the snippet took all the time: enough to say just that. */
const leastGradingMs = 1000;

const here: Grader = {
  start: () => undefined,
  grade: (exercise, run, language) => Promise.resolve(judge(exercise, run, language)),
  addCurve: (exercise, graded, drive, language) =>
    Promise.resolve(withCurve(exercise, graded, drive, language)),
};

/**
 * Runs a snippet and judges it. Its calls are graded while the training for its curve runs, in the same Python, which
 * knows by then how the function takes its arguments. Rejects as `PythonRuntime.run` does, and as its grader does.
 */
export async function checkSnippet(
  asked: Exercise,
  source: string,
  runtime: PythonRuntime,
  { timeoutSeconds, language, signal, grader = here, curve = true, onVerdict }: CheckOptions,
): Promise<Report> {
  // What a solution gives is run once, before the first snippet is judged by it.
  const exercise = await prepared(asked, runtime);
  let gradeMs = 0;
  const within = async <T>(runMs: number, work: (limits: GradingLimits) => Promise<T>): Promise<T> => {
    const begin = performance.now();
    const milliseconds = Math.max(leastGradingMs, timeoutSeconds * 1000 - runMs - gradeMs);
    const done = await work({ milliseconds, ...(signal ? { signal } : {}) });
    gradeMs += performance.now() - begin;
    return done;
  };
  const timed = (report: Report, { timings }: SnippetRun): Report => ({
    ...report,
    timings: { ...timings, gradeMs },
  });
  // What the training for the curve printed may be what a call would have that was left out.
  let printedByCalls = '';
  const printed = (report: Report, { stdout }: SnippetRun): Report =>
    stdout === printedByCalls ? report : { ...report, stdout };
  const graded = (run: SnippetRun): Promise<Graded> =>
    within(run.timings.runMs, (limits) => grader.grade(exercise, run, language, limits));
  let verdict: Promise<Graded> | undefined;
  grader.start();
  const request = requestFor(exercise, source, timeoutSeconds, curve);
  const located = async ({ report, isShown = false }: Graded): Promise<Report> => {
    // What took so long once is not run over and over.
    if (report.timings.runMs > 100 * timeoutSeconds) return report;
    const asked = placesRequest(exercise, request, report, isShown);
    const { places } = asked ? await runtime.run(asked, signal) : {};
    return places ? placed(report, isShown, places) : report;
  };
  const run = await runtime.run(request, signal, (calls) => {
    printedByCalls = calls.stdout;
    verdict = graded(calls);
    verdict.then(
      ({ report }) => onVerdict?.(timed(report, calls)),
      // Whoever waits for the whole report is told.
      () => undefined,
    );
  });
  if (!verdict) {
    const first = await graded(run);
    return timed(await located({ ...first, report: timed(first.report, run) }), run);
  }
  const judged = await verdict;
  const report = await within(run.timings.runMs, (limits) =>
    grader.addCurve(exercise, judged, trainingOf(run), language, limits),
  );
  return printed(timed(report, run), run);
}
