/**
 * The worker that grades: the grader and the course in a thread of their own, where a search that takes long keeps
 * nobody waiting and can be ended from outside.
 */
import { parentPort } from 'node:worker_threads';
import { exerciseById } from '../course/course';
import { grade } from '../grader/grade';
import type { FromGrading, GradeMessage } from './messages';

function listen(): void {
  const port = parentPort;
  if (port === null) throw new Error('this file runs in a worker');
  const send = (message: FromGrading): void => {
    port.postMessage(message);
  };
  port.on('message', ({ exercise: id, samples, run, language }: GradeMessage) => {
    try {
      const exercise = exerciseById(id, samples);
      if (!exercise) throw new RangeError(`There is no exercise "${id}".`);
      const report = grade(exercise, run, language, (known) => {
        send({ type: 'known', report: known });
      });
      send({ type: 'graded', report });
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
