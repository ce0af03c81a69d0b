/**
 * The worker that grades: the grader and the course in a thread of their own, where a search that takes long keeps
 * nobody waiting and can be ended from outside.
 */
import { parentPort } from 'node:worker_threads';
import { exerciseById, turned } from '../course/course';
import type { Exercise, ExerciseId } from '../course/exercise';
import { folderExercise } from '../course/folder/folderExercise';
import { withCurve } from '../grader/curve';
import { judge } from '../grader/grade';
import type { Report } from '../grader/report';
import { readToGrading, type FromGrading, type GradeMessage } from './messages';

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
  port.on('message', (given: unknown) => {
    try {
      const message = readToGrading(given);
      const { language } = message;
      const exercise = exerciseOf(message);
      const known = (report: Report): void => {
        send({ type: 'known', report });
      };
      if ('run' in message) send({ type: 'graded', ...judge(exercise, message.run, language, known) });
      else {
        const { graded, drive } = message;
        send({ type: 'graded', curve: null, report: withCurve(exercise, graded, drive, language) });
      }
    } catch (error) {
      send({
        type: 'failed',
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  send({ type: 'ready' });
}

listen();
