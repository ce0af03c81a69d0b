/** Grading in a worker, within a limit: who waits for it is never held up, and a search without end is ended. */
import { Worker } from 'node:worker_threads';
import type { ExerciseId, Language } from '../course/exercise';
import type { Exercise } from '../course/judgedExercise';
import type { Grader, GradingLimits } from '../grader/check';
import type { Graded } from '../grader/curve';
import type { Report } from '../grader/report';
import { searchStopped, ungraded } from '../grader/stopped';
import type { DriveResult, SnippetRun } from '../python/runtime';
import { readFromGrading, type FromGrading, type GradeMessage } from './messages';

/** A worker that has said nothing for so long after its start will say nothing. */
const startMs = 30_000;

type Stopped = (known: Report | null, why: 'time' | 'memory') => Report;

/**
 * What a worker's memory may be, in MB. A search makes many arrays that are forgotten at once: with twice the room for what is
 * young that V8 gives by itself, it is cleared away a quarter less often, and less of it is still in use by then.
 */
const workerMemory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 96 };

/** One worker. It is made ahead, and serves until it has to be ended. */
class GradingWorker {
  alive = true;
  /** Whether it holds more than it should: after what it does now, another is to take its place. */
  isFull = false;
  readonly ready: Promise<void>;
  #receive: (message: FromGrading | null) => void = () => undefined;
  readonly #worker: Worker;
  /** What it has been sent of each folder's exercise. */
  readonly #folders = new Map<ExerciseId, GradeMessage['folder']>();

  constructor(path: string) {
    this.#worker = new Worker(path, {
      env: {},
      argv: [],
      execArgv: [],
      resourceLimits: workerMemory,
    });
    let isReady: () => void = () => undefined;
    this.ready = new Promise((resolve) => {
      isReady = resolve;
    });
    this.#worker.on('message', (given: unknown) => {
      const message = readFromGrading(given);
      if (message?.type === 'ready') isReady();
      else if (message?.type === 'full') this.isFull = true;
      else if (message) this.#receive(message);
    });
    const ended = (): void => {
      this.alive = false;
      isReady();
      this.#receive(null);
    };
    // Out of memory, or a bundle that is not there: the exit follows.
    this.#worker.on('error', ended);
    this.#worker.on('exit', ended);
    this.#worker.unref();
  }

  /** Sends a request; `receive` is given every answer, and null when the worker has ended. */
  ask(message: GradeMessage, receive: (answer: FromGrading | null) => void): void {
    this.#receive = receive;
    this.#worker.ref();
    if (!this.alive) {
      receive(null);
      return;
    }
    const { exercise, folder } = message;
    const isKnown = folder !== null && this.#folders.get(exercise) === folder;
    this.#folders.set(exercise, folder);
    this.#worker.postMessage(isKnown ? { ...message, folder: 'sent before' } : message);
  }

  rest(): void {
    this.#receive = () => undefined;
    this.#worker.unref();
  }

  end(): void {
    this.alive = false;
    void this.#worker.terminate();
  }
}

const about = ({ id, samples, folder }: Exercise, language: Language) => ({
  exercise: id,
  folder: folder ?? null,
  samples: samples ?? ('rows' as const),
  language,
});

/** A grader whose work is done in a worker, one report after the other. */
export class GradingThread implements Grader {
  #worker: GradingWorker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** `workerPath` is `dist/gradingWorker.js`. Nothing is started before it is needed. */
  constructor(private readonly workerPath: string) {}

  /** Has a worker ready, so that the first report need not wait for its start. */
  start(): void {
    if (this.#worker?.alive !== true) this.#worker = new GradingWorker(this.workerPath);
  }

  grade(exercise: Exercise, run: SnippetRun, language: Language, limits: GradingLimits): Promise<Graded> {
    const stopped: Stopped = (known, why) =>
      known ? searchStopped(known, language) : ungraded(exercise, run, language, why);
    return this.#inTurn({ ...about(exercise, language), run }, limits, stopped);
  }

  async addCurve(
    exercise: Exercise,
    graded: Graded,
    drive: DriveResult | null,
    language: Language,
    limits: GradingLimits,
  ): Promise<Report> {
    const message = { ...about(exercise, language), graded, drive };
    return (await this.#inTurn(message, limits, () => graded.report)).report;
  }

  dispose(): void {
    this.#worker?.end();
    this.#worker = null;
  }

  /** `stopped` is what is told where the work had to be ended, by what was known by then. */
  #inTurn(message: GradeMessage, limits: GradingLimits, stopped: Stopped): Promise<Graded> {
    const graded = this.#last.then(() => this.#work(message, limits, stopped));
    this.#last = graded.catch(() => undefined);
    return graded;
  }

  async #work(
    message: GradeMessage,
    { milliseconds, signal }: GradingLimits,
    stopped: Stopped,
  ): Promise<Graded> {
    const worker = await this.#ready();
    return new Promise((resolve, reject) => {
      let known: Report | null = null;
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', aborted);
        worker.rest();
      };
      /** Ends the worker and has the next one ready. */
      const replace = (): void => {
        settle();
        worker.end();
        this.start();
      };
      const giveUp = (why: 'time' | 'memory'): void => {
        replace();
        resolve({ report: stopped(known, why), curve: null });
      };
      const aborted = (): void => {
        replace();
        reject(new DOMException('The check was stopped.', 'AbortError'));
      };
      const timer = setTimeout(giveUp, Math.min(milliseconds, 2 ** 31 - 1), 'time');
      if (signal?.aborted === true) {
        aborted();
        return;
      }
      signal?.addEventListener('abort', aborted);
      worker.ask(message, (answer) => {
        if (answer === null) giveUp('memory');
        else if (answer.type === 'known') known = answer.report;
        else if (answer.type === 'graded') {
          if (worker.isFull) replace();
          else settle();
          resolve({ report: answer.report, curve: answer.curve, isShown: answer.isShown });
        } else if (answer.type === 'failed') {
          settle();
          reject(new Error(answer.detail));
        }
      });
    });
  }

  /** A worker that has started. Throws where two in a row do not. */
  async #ready(): Promise<GradingWorker> {
    for (let attempt = 0; attempt < 2; attempt++) {
      this.start();
      const worker = this.#worker;
      if (!worker) break;
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<void>((resolve) => {
        late = setTimeout(() => {
          worker.end();
          resolve();
        }, startMs);
      });
      await Promise.race([worker.ready, tooLate]);
      clearTimeout(late);
      if (worker.alive) return worker;
    }
    throw new Error(`The grader could not be started from ${this.workerPath}: install the tutor again.`);
  }
}
