/** Runs snippets one after the other on an interpreter, and replaces it when a snippet has spoilt it. */
import { converse } from './conversation';
import type { Told } from './conversation';
import { InterpreterDied, type Interpreter, type InterpreterFactory } from './interpreter';
import { diedError, limitError } from './limits';
import type { PythonRuntime, RuntimePhase, SnippetRequest, SnippetRun, Without } from './runtime';
import { TimeLimit } from './timeLimit';
import { unavailable } from './unavailable';

interface Waiting {
  readonly request: SnippetRequest;
  readonly signal: AbortSignal | undefined;
  readonly afterCalls: ((run: SnippetRun) => void) | undefined;
  readonly resolve: (run: SnippetRun) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * When a replacement is started for a Python that is clearing up after a snippet: whichever is ready first takes the next
 * one. A busy machine slows both, and costs no Python that was about to be ready; one that never is ready is waited for
 * no longer than that.
 */
const slowTidyMs = 150;
const longestTidyMs = 10_000;

/** A runtime over interpreters of one make: first come, first served; a dead interpreter is replaced at once. */
export class QueuedRuntime implements PythonRuntime {
  readonly #create: InterpreterFactory;
  readonly #listeners = new Set<(phase: RuntimePhase) => void>();
  readonly #waiting: Waiting[] = [];
  #interpreter: Promise<Interpreter> | null = null;
  /** Started ahead when it looks as if the present one will have to be killed. */
  #spare: Promise<Interpreter> | null = null;
  #description: string | null = null;
  #busy = false;
  #disposed = false;

  constructor(
    create: InterpreterFactory,
    readonly readsFiles = false,
  ) {
    this.#create = create;
  }

  get description(): string | null {
    return this.#description;
  }

  async start(): Promise<void> {
    await this.#ready();
  }

  run(
    request: SnippetRequest,
    signal?: AbortSignal,
    afterCalls?: (run: SnippetRun) => void,
  ): Promise<SnippetRun> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(abortError());
        return;
      }
      const aborted = (): void => {
        const place = this.#waiting.indexOf(waiting);
        if (place >= 0) this.#waiting.splice(place, 1);
        reject(abortError());
      };
      // One signal may stop a whole class: it must not keep a listener for each snippet that is done.
      const settles =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal?.removeEventListener('abort', aborted);
          settle(value);
        };
      const waiting: Waiting = {
        request,
        signal,
        afterCalls,
        resolve: settles(resolve),
        reject: settles(reject),
      };
      signal?.addEventListener('abort', aborted);
      this.#waiting.push(waiting);
      void this.#work();
    });
  }

  onPhase(listener: (phase: RuntimePhase) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(unavailable('stopped'));
    const all = [this.#interpreter, this.#spare].filter((each) => each !== null);
    this.#interpreter = this.#spare = null;
    await Promise.all(all.map(ended));
    this.#tell('stopped');
  }

  #tell(phase: RuntimePhase): void {
    for (const listener of this.#listeners) listener(phase);
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        try {
          await this.#serve(next);
        } catch (error) {
          next.reject(error);
        }
      }
    } finally {
      this.#busy = false;
    }
  }

  async #ready(): Promise<Interpreter> {
    for (let attempt = 0; attempt < 2; attempt++) {
      if (this.#disposed) throw unavailable('stopped');
      const current = (this.#interpreter ??= this.#begin());
      try {
        const interpreter = await current;
        if (interpreter.alive) return interpreter;
      } catch (error) {
        this.#tell('stopped');
        if (this.#interpreter === current) this.#interpreter = null;
        throw error;
      }
      if (this.#interpreter === current) this.#interpreter = null;
    }
    throw unavailable('ends-at-once');
  }

  async #begin(): Promise<Interpreter> {
    this.#tell('starting');
    const ahead = await this.#spare?.catch(() => null);
    this.#spare = null;
    const interpreter =
      ahead?.alive === true
        ? ahead
        : await this.#create(() => {
            this.#tell('first-start');
          });
    this.#description = interpreter.description;
    this.#tell('ready');
    return interpreter;
  }

  #prepareSpare(): void {
    if (this.#disposed || this.#spare !== null) return;
    this.#spare = this.#create(() => undefined);
    // Whoever takes it starts another one where this one failed.
    this.#spare.catch(() => undefined);
  }

  /**
   * Runs what was asked. Where the program around the function takes all the time or the memory, or Python down with it,
   * the function is judged by the program's definitions, and has the whole limit to itself.
   */
  async #serve(waiting: Waiting): Promise<void> {
    const { request, signal, resolve } = waiting;
    const isFunctionWanted = request.calls.length + request.drives.length > 0 || request.own !== undefined;
    const lost: { readonly whole: SnippetRun; readonly without: Without }[] = [];
    await this.#attempt(waiting, request, (whole, without) => {
      const isOver = without === null || !isFunctionWanted || this.#disposed || signal?.aborted === true;
      if (isOver) resolve(whole);
      else lost.push({ whole, without });
    });
    for (const { whole, without } of lost) {
      await this.#attempt(waiting, { ...request, without }, (run) => {
        // Where that does not come to the function either, what happened first is what is to be told.
        resolve(run.error === null ? run : whole);
      });
    }
  }

  /** One run of a request on the interpreter; `settle` is told of it before the interpreter is cleared. */
  async #attempt(
    { signal, afterCalls }: Waiting,
    request: SnippetRequest,
    settle: (run: SnippetRun, without: Without | null) => void,
  ): Promise<void> {
    const asked = performance.now();
    const interpreter = await this.#ready();
    if (signal?.aborted === true) return;
    this.#tell('running');
    const began = performance.now();
    const timeout = request.limits.timeoutSeconds;
    const prepare = (): void => {
      this.#prepareSpare();
    };
    const limit = new TimeLimit(interpreter, timeout * 1000, signal, prepare);
    const timed = (told: Told): SnippetRun => ({ ...told, timings: timings(asked, began) });
    const ask = (question: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
      interpreter.ask(question, limit.leftMs);
    const program = { isAll: true };
    const afterProgram = (fits: boolean): void => {
      program.isAll = !fits;
      // However long the program took on a busy machine, the function has its time.
      if (fits) limit.restart();
    };
    let kept: boolean;
    try {
      const told = await converse(request, ask, {
        afterProgram,
        afterCalls: (before) => afterCalls?.(timed(before)),
      });
      limit.clear();
      const isMemory = told.error?.kind === 'memory';
      this.#tell('ready');
      settle(timed(told), program.isAll ? (isMemory ? 'memory' : 'time') : null);
      // After a limit the next check should find a Python that is ready, not one that is being cleared.
      kept = !isMemory && !(await this.#settled(interpreter.finish()));
    } catch (error) {
      kept = false;
      const died = error instanceof InterpreterDied ? error : new InterpreterDied('crash', String(error));
      const reason = limit.reached ? limitError(timeout) : diedError(died);
      const nothing = { calls: [], drives: [], stdout: '', stdoutTruncated: false, blanks: [], skipped: [] };
      settle(
        timed({ error: reason, ...nothing }),
        program.isAll && died === error ? lostBy(died, limit) : null,
      );
    } finally {
      limit.clear();
    }
    if (!kept) await this.#replace(interpreter);
  }

  /** Whether another Python is to take the next snippet: this one says so, has died, or is ready later than its spare. */
  async #settled(finished: Promise<boolean>): Promise<boolean> {
    const timers: NodeJS.Timeout[] = [];
    const late = new Promise<boolean>((resolve) => {
      const isLate = (): void => {
        resolve(true);
      };
      const slow = (): void => {
        this.#prepareSpare();
        // One that cannot be started takes nobody's place.
        this.#spare?.then(isLate, () => undefined);
      };
      timers.push(setTimeout(slow, slowTidyMs), setTimeout(isLate, longestTidyMs));
    });
    const isSpoilt = finished.catch(() => true);
    return Promise.race([isSpoilt, late]).finally(() => {
      timers.forEach(clearTimeout);
    });
  }

  /**
   * A new interpreter in place of a spoilt one, started now so that the next request finds it warm; and one beside it:
   * who has spoilt one is likely to spoil another.
   */
  async #replace(old: Interpreter): Promise<void> {
    this.#interpreter = null;
    await old.kill();
    if (this.#disposed) return;
    this.#ready().then(
      () => {
        this.#prepareSpare();
      },
      () => undefined,
    );
  }
}

/** What took the time, the memory or Python itself from a program that did not come to its end. */
function lostBy({ reason }: InterpreterDied, { reached }: TimeLimit): Without {
  if (reached) return 'time';
  return reason === 'memory' ? 'memory' : 'crash';
}

/** Kills an interpreter, or lets be one that never came to be. */
async function ended(starting: Promise<Interpreter>): Promise<void> {
  const interpreter = await starting.catch(() => null);
  await interpreter?.kill();
}

function timings(asked: number, began: number): SnippetRun['timings'] {
  const startMs = began - asked;
  // Asking a Python that is there takes no time worth telling.
  return { startMs: startMs < 1 ? 0 : startMs, runMs: performance.now() - began };
}

function abortError(): DOMException {
  return new DOMException('The check was stopped.', 'AbortError');
}
