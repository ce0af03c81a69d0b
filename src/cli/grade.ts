/** `grade DIR`: a whole class, one warm Python per job. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { course } from '../course/course';
import type { Exercise, Language } from '../course/exercise';
import { checkSnippet } from '../grader/check';
import type { Report } from '../grader/report';
import type { PythonRuntime } from '../python/runtime';
import { readSnippet } from './check';
import { reportJson } from './printReport';
import { runtimeFor } from './runtimes';
import { columns, paintFor, type Paint } from './style';
import { UsageError } from './usage';
import { wordsOf } from './words';

export interface GradeCommand {
  readonly jobs: number;
  readonly python: string;
  readonly timeout: number;
  readonly lang: Language;
  readonly json: boolean;
}

interface Submission {
  readonly file: string;
  readonly learner: string;
  readonly exercise: Exercise;
}

interface Result {
  readonly submission: Submission;
  readonly report: Report;
}

function submissionsIn(folder: string): Submission[] {
  let files: string[];
  try {
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read the folder ${folder}: ${reason}`);
  }
  return files.sort().flatMap((name): Submission[] => {
    const exercise = course.find(({ id }) => basename(name) === `${id}.py`);
    const file = join(folder, name);
    const learner = dirname(relative(folder, file));
    return exercise && statSync(file).isFile() ? [{ file, learner, exercise }] : [];
  });
}

/** Each job takes the next submission as soon as it is free; results come in the order of the submissions. */
async function gradeAll(
  submissions: readonly Submission[],
  command: GradeCommand,
  dist: string,
  done: (result: Result) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (runtime: PythonRuntime): Promise<void> => {
    for (let i = next++; i < submissions.length; i = next++) {
      const submission = submissions[i];
      if (!submission) return;
      const report = await checkSnippet(submission.exercise, readSnippet(submission.file), runtime, {
        timeoutSeconds: command.timeout,
        language: command.lang,
      });
      results[i] = { submission, report };
      done({ submission, report });
    }
  };
  const jobs = Math.max(1, Math.min(command.jobs, submissions.length));
  const runtimes = Array.from({ length: jobs }, () => runtimeFor(command.python, dist));
  try {
    // The first start may make the snapshot that the others then use.
    await runtimes[0]?.start();
    await Promise.all(runtimes.map(work));
  } finally {
    await Promise.all(runtimes.map((runtime) => runtime.dispose()));
  }
  return results;
}

function cell(report: Report, paint: Paint): string {
  if (report.verdict === 'pass') return paint('green', '✓');
  const [first] = report.diagnoses;
  return paint('red', `✗ ${first?.code ?? report.error?.kind ?? ''}`.trimEnd());
}

function table(results: readonly Result[], language: Language, paint: Paint): string {
  const used = course.filter(({ id }) => results.some(({ submission }) => submission.exercise.id === id));
  const learners = [...new Set(results.map(({ submission }) => submission.learner))];
  const rows = learners.map((learner) => [
    learner,
    ...used.map(({ id }) => {
      const result = results.find(
        ({ submission }) => submission.learner === learner && submission.exercise.id === id,
      );
      return result ? cell(result.report, paint) : '–';
    }),
  ]);
  return columns([[wordsOf(language).learner, ...used.map(({ id }) => id)], ...rows]).join('\n');
}

/** Judges every submission under a folder; resolves with the exit status. */
export async function grade(folder: string, command: GradeCommand, dist: string): Promise<number> {
  const words = wordsOf(command.lang);
  const submissions = submissionsIn(folder);
  if (submissions.length === 0) throw new UsageError(words.noFiles(folder));
  const begin = performance.now();
  let count = 0;
  const showProgress = process.stderr.isTTY && !command.json;
  const results = await gradeAll(submissions, command, dist, ({ submission, report }) => {
    count++;
    if (showProgress) {
      process.stderr.write(`\r\u001b[K${String(count)}/${String(submissions.length)} ${submission.file}`);
    }
    if (command.json) {
      process.stdout.write(`${JSON.stringify({ file: submission.file, report: reportJson(report) })}\n`);
    }
  });
  if (showProgress) process.stderr.write('\r\u001b[K');
  if (!command.json) {
    const passed = results.filter(({ report }) => report.verdict === 'pass').length;
    const perFile = (performance.now() - begin) / results.length;
    process.stdout.write(
      `${table(results, command.lang, paintFor(process.stdout))}\n\n${words.passed(passed, results.length)}, ${words.timePerFile(perFile)}\n`,
    );
  }
  return 0;
}
