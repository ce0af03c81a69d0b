/**
 * The worker that grades: the grader and the course in a thread of their own, where a search that takes long keeps
 * nobody waiting and can be ended from outside.
 */
import { availableParallelism, totalmem } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { exerciseById, turned } from '../course/course';
import type { ExerciseId } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import { folderExercise } from '../course/folder/folderExercise';
import { withCurve } from '../grader/curve';
import { judge } from '../grader/grade';
import type { Report } from '../grader/report';
import { warmUp } from '../grader/warmUp';
import { readToGrading, type FromGrading, type GradeMessage } from './messages';

/**
 * What is known of a mistake on a probe is kept for the next snippet, for every exercise in turn. Past this, a fresh worker
 * is cheaper than the memory: it is ready again within a tenth of a second, but has to become acquainted with every exercise
 * anew. All workers of a class together stay within an eighth of the machine's.
 */
const mostBytes = Math.min(192 * 2 ** 20, totalmem() / 8 / availableParallelism());
/** Where a single exercise takes as much as that, each worker serves so many reports all the same. */
const leastReports = 20;

/** A worker that has not been asked for so long belongs to somebody who is writing. */
const idleMs = 250;

function isFull(reports: number): boolean {
  if (reports < leastReports) return false;
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external > mostBytes;
}

const folders = new Map<ExerciseId, Exercise>();

function exerciseOf({ exercise: id, folder, samples }: GradeMessage): Exercise {
  if (folder !== null && folder !== 'sent before') folders.set(id, folderExercise(folder));
  const ofFolder = folder === null ? undefined : folders.get(id);
  const exercise = ofFolder ? turned(ofFolder, samples) : exerciseById(id, samples);
  if (!exercise) throw new RangeError(`There is no exercise "${id}".`);
  return exercise;
}

function listen(): void {
  const port = parentPort;
  if (port === null) throw new Error('this file runs in a worker');
  const send = (message: FromGrading): void => {
    port.postMessage(message);
  };
  let reports = 0;
  port.on('message', (given: unknown) => {
    try {
      const message = readToGrading(given);
      const { language } = message;
      const exercise = exerciseOf(message);
      const known = (report: Report): void => {
        send({ type: 'known', report });
      };
      const graded =
        'run' in message
          ? judge(exercise, message.run, language, known)
          : { curve: null, report: withCurve(exercise, message.graded, message.drive, language) };
      reports++;
      if (isFull(reports)) send({ type: 'full' });
      send({ type: 'graded', ...graded });
    } catch (error) {
      send({
        type: 'failed',
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  send({ type: 'ready' });
  // Behind whatever has been asked by now; a search takes longer, and is for those who are in no hurry.
  setImmediate(warmUp, 'right');
  setTimeout(() => {
    if (reports === 0) warmUp('wrong');
  }, idleMs);
}

listen();
