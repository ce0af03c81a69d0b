/** `grade DIR`: a whole class. */
import type { PythonRuntime } from '../../python/runtime';
import type { Output } from '../output';
import type { SnippetOptions } from '../options';
import { printable } from '../printable';
import { reportJson } from '../printReport';
import { graderFor, runtimeFor } from '../runtimes';
import { paintFor } from '../style';
import { UsageError } from '../usage';
import { csvOf } from './csv';
import { feedbackOf, fileNames } from './feedback';
import { requireFolder, requireWritable, writeWhole } from './files';
import { Gradebook, markOf } from './gradebook';
import { htmlOf } from './html';
import { judgeAll, type Job, type Outcome } from './judge';
import { junitOf } from './junit';
import { pointsFrom } from './points';
import { isLoss, sentenceOf } from './reason';
import { classIn, type Class, type Submission, type Unjudged } from './submissions';
import { tableOf } from './table';
import { classWords } from './words';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

export interface GradeCommand extends SnippetOptions {
  readonly jobs: number;
  readonly csv?: string;
  readonly html?: string;
  readonly junit?: string;
  readonly feedback?: string;
  readonly points?: string;
}

/** The contract's statuses: everything judged; something could not be; ended by Ctrl+C. */
const statuses = { judged: 0, notAll: 3, interrupted: 130 } as const;

/** Tells how the grading goes, line by line or on a terminal's last line. */
class Telling {
  #count = 0;
  readonly #showsProgress: boolean;

  constructor(
    private readonly command: GradeCommand,
    private readonly all: number,
    private readonly output: Output,
  ) {
    this.#showsProgress = process.stderr.isTTY && !command.json;
  }

  async leftOut({ file, reason }: Unjudged): Promise<void> {
    if (!this.command.json) return;
    const { code } = reason;
    await this.output.write(
      `${JSON.stringify({ file, unrecognised: sentenceOf(reason, this.command.lang), reason: code })}\n`,
    );
  }

  async outcome(submission: Submission, outcome: Outcome): Promise<void> {
    this.#count++;
    const { file, exercise, isNear } = submission;
    if (this.#showsProgress) {
      process.stderr.write(`\r\u001b[K${String(this.#count)}/${String(this.all)} ${printable(file)}`);
    }
    if (!('report' in outcome)) return;
    if (!this.command.json) return;
    const taken = isNear ? { takenFor: exercise.id } : {};
    await this.output.write(`${JSON.stringify({ file, ...taken, report: reportJson(outcome.report) })}\n`);
  }

  end(): void {
    if (this.#showsProgress) process.stderr.write('\r\u001b[K');
  }
}

/** The files that were asked for. Fails early, before anything is graded. */
function requirePlaces({ csv, html, junit, feedback }: GradeCommand): void {
  for (const file of [csv, html, junit]) if (file !== undefined) requireWritable(file);
  if (feedback !== undefined) requireFolder(feedback);
}

function writeFiles(book: Gradebook, folder: string, command: GradeCommand): void {
  const { csv, html, junit, feedback, lang } = command;
  if (csv !== undefined) writeWhole(csv, csvOf(book));
  if (html !== undefined) writeWhole(html, htmlOf(book, folder, lang));
  if (junit !== undefined) writeWhole(junit, junitOf(book, lang));
  if (feedback === undefined) return;
  const rows = book.rows();
  const names = fileNames(rows.map(({ learner }) => learner));
  for (const row of rows) {
    writeWhole(join(feedback, names.get(row.learner) ?? 'class.md'), feedbackOf(row, book, lang));
  }
}

/** Everything that is said at the end to a person. */
function summary(
  book: Gradebook,
  { submissions }: Class,
  perFileMs: number,
  isStopped: boolean,
  { lang }: GradeCommand,
): string {
  const words = classWords(lang);
  const taken = submissions
    .filter(({ isNear }) => isNear)
    .map(({ file, exercise }) => `  ${printable(file)}: ${exercise.id}`);
  const left = book.unjudged.map(
    ({ file, reason }) => `  ${printable(file)}: ${printable(sentenceOf(reason, lang))}`,
  );
  const parts = [
    tableOf(book, lang, paintFor(process.stdout)),
    ...(taken.length > 0 ? [`${words.takenFor}:\n${taken.join('\n')}`] : []),
    ...(left.length > 0 ? [`${words.notJudged}:\n${left.join('\n')}`] : []),
    ...(isStopped ? [words.stopped(book.judged, submissions.length)] : []),
    `${words.passed(book.passed, book.judged)}${book.judged > 0 ? `, ${words.timePerFile(perFileMs)}` : ''}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Judges every submission under a folder; resolves with the exit status. `stop` ends it with what there is by then. */
export async function grade(
  folder: string,
  command: GradeCommand,
  dist: string,
  output: Output,
  stop: AbortSignal,
): Promise<number> {
  const words = classWords(command.lang);
  const pointsOf = pointsFrom(command.points);
  const members = classIn(folder);
  const { submissions } = members;
  const isEmpty = submissions.length === 0 && !members.unjudged.some(isLost);
  if (isEmpty) throw new UsageError(words.noFiles(printable(folder)));
  requirePlaces(command);
  const book = new Gradebook(members, pointsOf);
  const telling = new Telling(command, submissions.length, output);
  for (const one of members.unjudged) await telling.leftOut(one);

  const deliver = async (submission: Submission, outcome: Outcome): Promise<void> => {
    await telling.outcome(submission, outcome);
    if ('report' in outcome) {
      book.add(submission.learner, markOf(submission, outcome.report));
      return;
    }
    const { file, learner, exercise } = submission;
    const one = { file, reason: outcome.reason, answer: { learner, exercise } };
    book.leaveOut(one);
    await telling.leftOut(one);
  };
  const begin = performance.now();
  const untried = await judgeWith(submissions, command, dist, stop, deliver);
  const perFile = (performance.now() - begin) / Math.max(1, book.judged);
  telling.end();
  writeFiles(book, folder, command);
  const isStopped = untried.length > 0;
  if (!command.json) await output.write(summary(book, members, perFile, isStopped, command));
  else if (isStopped && !output.closed)
    process.stderr.write(`${words.stopped(book.judged, submissions.length)}\n`);
  if (stop.aborted) return statuses.interrupted;
  return isStopped || book.unjudged.some(isLost) ? statuses.notAll : statuses.judged;
}

function isLost({ reason, answer }: Unjudged): boolean {
  return isLoss(reason, answer !== null);
}

/**
 * V8 compiles a function for speed once so much of its code has run: nine times what Node 20 has by itself. Exercises in
 * turn run much code a little, and compiling it took a tenth of a class's processor time. No result depends on it.
 */
const compileLater = '--interrupt-budget=600000';

/** With so many Pythons and graders as jobs are asked for, and no more than there is work for. */
async function judgeWith(
  submissions: readonly Submission[],
  { jobs: wanted, samples, python, timeout, lang }: GradeCommand,
  dist: string,
  signal: AbortSignal,
  deliver: (submission: Submission, outcome: Outcome) => Promise<void>,
): Promise<readonly Submission[]> {
  setFlagsFromString(compileLater);
  const jobs = Array.from({ length: Math.min(wanted, submissions.length) }, (): Job => ({
    runtime: runtimeFor(python, dist),
    grader: graderFor(dist),
  }));
  try {
    // The first start may make the snapshot that the others then use.
    await startOf(jobs[0]?.runtime, signal);
    return await judgeAll(
      submissions,
      jobs,
      { samples, timeoutSeconds: timeout, language: lang, signal },
      deliver,
    );
  } finally {
    for (const { grader } of jobs) grader.dispose();
    await Promise.all(jobs.map(({ runtime }) => runtime.dispose()));
  }
}

/** Waits for a Python, unless it is not wanted any more. */
async function startOf(runtime: PythonRuntime | undefined, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  await Promise.race([runtime?.start(), stopped]);
}
