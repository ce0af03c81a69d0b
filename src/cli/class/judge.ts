/** Judges the submissions of a class, one warm Python and one grader per job. Nothing that one does reaches another. */
import { exerciseById } from '../../course/course';
import type { Language } from '../../course/exercise';
import type { Samples } from '../../engine/columnForm';
import { checkSnippet } from '../../grader/check';
import type { Report } from '../../grader/report';
import { RuntimeUnavailableError, type PythonRuntime } from '../../python/runtime';
import { unavailableSentence } from '../../python/unavailable';
import type { GradingThread } from '../../grading/thread';
import { programOf } from '../notebook';
import { mostNotebookBytes, mostSourceBytes, readSource } from '../source';
import { reason, type Reason } from './reason';
import type { Submission } from './submissions';

export interface Job {
  readonly runtime: PythonRuntime;
  readonly grader: GradingThread;
}

export interface JudgeOptions {
  readonly samples: Samples;
  readonly timeoutSeconds: number;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** What became of a submission. */
export type Outcome = { readonly report: Report } | { readonly reason: Reason };

/** So many in a row without a Python, and it will not come back. */
const mostUnavailable = 5;

/** A submission's program, or why it has none. */
function programIn({ file, path }: Submission): { readonly program: string } | { readonly reason: Reason } {
  const isNotebook = /\.ipynb(?:\.txt)?$/iu.test(file);
  const source = readSource(path, isNotebook ? mostNotebookBytes : mostSourceBytes);
  if ('problem' in source) return { reason: reason(source.problem.code, source.problem.detail) };
  const program = isNotebook ? programOf(source.text) : source.text;
  return program === null ? { reason: reason('not-a-notebook') } : { program };
}

async function judge(
  submission: Submission,
  { runtime, grader }: Job,
  { samples, timeoutSeconds, language, signal }: JudgeOptions,
): Promise<Outcome> {
  const given = programIn(submission);
  if ('reason' in given) return given;
  try {
    const options = { timeoutSeconds, language, signal, grader, curve: false };
    const exercise = exerciseById(submission.exercise.id, samples) ?? submission.exercise;
    return { report: await checkSnippet(exercise, given.program, runtime, options) };
  } catch (error) {
    if (signal.aborted) return { reason: reason('interrupted') };
    if (error instanceof RuntimeUnavailableError) {
      return { reason: reason('no-python', unavailableSentence(error, language)) };
    }
    return { reason: reason('failed', error instanceof Error ? error.message : String(error)) };
  }
}

/**
 * Each job takes the next submission as soon as the last outcome has been delivered: who writes slowly is waited for.
 * Resolves with the submissions that were not tried, because the signal aborted or Python did not come back.
 */
export async function judgeAll(
  submissions: readonly Submission[],
  jobs: readonly Job[],
  options: JudgeOptions,
  deliver: (submission: Submission, outcome: Outcome) => Promise<void>,
): Promise<readonly Submission[]> {
  let next = 0;
  let unavailable = 0;
  const untried: Submission[] = [];
  const isOver = (): boolean => options.signal.aborted || unavailable >= mostUnavailable;
  const work = async (job: Job): Promise<void> => {
    while (!isOver()) {
      const submission = submissions[next++];
      if (!submission) return;
      const outcome = await judge(submission, job, options);
      if ('reason' in outcome && outcome.reason.code === 'interrupted') {
        untried.push(submission);
        return;
      }
      unavailable = 'reason' in outcome && outcome.reason.code === 'no-python' ? unavailable + 1 : 0;
      await deliver(submission, outcome);
    }
  };
  await Promise.all(jobs.map(work));
  return [...untried, ...submissions.slice(next)];
}
