/**
 * The worker that grades: the grader and the course in a thread of their own, where a search that takes long keeps
 * nobody waiting and can be ended from outside.
 */
import { parentPort } from 'node:worker_threads';
import { inColumns } from '../course/columns';
import { exerciseById } from '../course/course';
import type { Exercise } from '../course/exercise';
import { folderExercise, type FolderSource } from '../course/folder/folderExercise';
import { withCurve } from '../grader/curve';
import { judge } from '../grader/grade';
import type { Report } from '../grader/report';
import { readToGrading, type FromGrading, type GradeMessage } from './messages';

function ofFolder(folder: FolderSource, samples: GradeMessage['samples']): Exercise {
  const exercise = folderExercise(folder);
  return samples === 'columns' ? inColumns(exercise) : exercise;
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
      const { exercise: id, folder, samples, language } = message;
      const exercise = folder ? ofFolder(folder, samples) : exerciseById(id, samples);
      if (!exercise) throw new RangeError(`There is no exercise "${id}".`);
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
