/** The built-in CPython: a worker that is started when needed, from a snapshot of its memory where there is one. */
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { InterpreterDied, QueuedRuntime } from './queue';
import type { Execution, Interpreter } from './queue';
import type { PythonRuntime } from './runtime';
import { loadSources } from './sources';
import type { Sources } from './sources';
import { SnapshotStore } from './snapshotStore';
import { unavailable } from './unavailable';
import { readFromWorker } from './workerMessages';
import type { FromWorker, StartMessage } from './workerMessages';

export interface BuiltinRuntimeOptions {
  /** `dist/pythonWorker.mjs`. */
  readonly workerPath: string;
  /** `dist/pyodide`: the files of pyodide. */
  readonly pyodidePath: string;
  /** `dist/python`: the harness and the `numpy` package. */
  readonly pythonPath: string;
  /** Where to keep the snapshot between sessions; without it each first start of a session is a cold one. */
  readonly snapshotDirectory?: string;
  /** The most memory that Python may have. Default: 512 MiB. */
  readonly memoryBytes?: number;
}

/** A runtime over CPython in a worker. Nothing is loaded before the first `start` or `run`. */
export function createBuiltinRuntime(options: BuiltinRuntimeOptions): PythonRuntime {
  let sources: Promise<Sources> | null = null;
  let store: SnapshotStore | null = null;
  let module: WebAssembly.Module | null = null;
  return new QueuedRuntime(async (first) => {
    try {
      sources ??= loadSources(options.pyodidePath, options.pythonPath);
      const { files, key } = await sources;
      store ??= new SnapshotStore(options.snapshotDirectory ?? null, key);
      const interpreter = await startWorker(options, { files, module }, store, first);
      module = interpreter.module;
      return interpreter;
    } catch (error) {
      sources = null;
      const detail = error instanceof Error ? error.message : String(error);
      throw unavailable('builtin-failed', { detail });
    }
  });
}

async function startWorker(
  options: BuiltinRuntimeOptions,
  given: Given,
  store: SnapshotStore,
  first: () => void,
): Promise<WorkerInterpreter> {
  const { pyodidePath, memoryBytes = 2 ** 29 } = options;
  const pyodideUrl = `${pathToFileURL(pyodidePath).href}/`;
  const message: StartWithoutBuffer = {
    type: 'start',
    pyodideUrl,
    ...given,
    fromSnapshot: true,
    memoryBytes,
  };
  if (store.mayHave()) {
    const interpreter = new WorkerInterpreter(options.workerPath);
    try {
      await interpreter.start(message, store.load());
      return interpreter;
    } catch {
      // A snapshot that cannot be used is remade without a word.
      await interpreter.kill();
      await store.forget();
    }
  }
  first();
  const interpreter = new WorkerInterpreter(options.workerPath);
  try {
    const made = await interpreter.start({ ...message, fromSnapshot: false }, null);
    if (made !== null) store.keep(made);
    return interpreter;
  } catch (error) {
    await interpreter.kill();
    throw error;
  }
}

/** What every worker of a runtime is given alike. */
type Given = Pick<StartMessage, 'files' | 'module'>;

type StartWithoutBuffer = Omit<StartMessage, 'interrupt'>;

interface Pending {
  readonly resolve: (message: FromWorker) => void;
  readonly reject: (reason: InterpreterDied) => void;
}

/** How long after a request to end the next one follows. */
const askAgainMs = 20;

/** CPython in one worker. */
class WorkerInterpreter implements Interpreter {
  description = '';
  alive = true;
  module: WebAssembly.Module | null = null;
  readonly #worker: Worker;
  readonly #interrupt = new Uint8Array(new SharedArrayBuffer(1));
  readonly #pending = new Map<FromWorker['type'], Pending>();
  #asking: NodeJS.Timeout | undefined;

  constructor(workerPath: string) {
    this.#worker = new Worker(workerPath, {
      // What is not passed on cannot be read: the worker needs neither the environment nor the arguments.
      env: {},
      argv: [],
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      // So much stack that CPython's own check for deep recursion comes before the worker's end.
      resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 64 },
    });
    this.#worker.on('message', (message: unknown) => {
      this.#receive(readFromWorker(message));
    });
    this.#worker.on('error', (error: Error) => {
      const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#end(new InterpreterDied(memory ? 'memory' : 'crash', error.message));
    });
    this.#worker.on('exit', (code) => {
      this.#end(new InterpreterDied('exit', `exit code ${String(code)}`));
    });
    this.#rest();
  }

  /** Starts Python, from a snapshot where one is coming; gives the snapshot that was made. */
  async start(
    message: StartWithoutBuffer,
    snapshot: Promise<Uint8Array | null> | null,
  ): Promise<Uint8Array | null> {
    this.#worker.ref();
    const ready = this.#expect('ready');
    this.#worker.postMessage({ ...message, interrupt: this.#interrupt.buffer });
    if (snapshot !== null) void this.#follow(snapshot);
    const answer = await ready.finally(() => {
      this.#rest();
    });
    if (answer.type !== 'ready') throw new Error('the worker did not start');
    this.description = `CPython ${answer.version} (built in)`;
    this.module = answer.module;
    return answer.snapshot;
  }

  async #follow(snapshot: Promise<Uint8Array | null>): Promise<void> {
    const memory = await snapshot;
    if (memory === null) this.#end(new InterpreterDied('crash', 'the snapshot is damaged'));
    else if (this.alive) this.#worker.postMessage({ type: 'snapshot', memory });
  }

  execute(request: Uint8Array<ArrayBuffer>): Execution {
    this.#stopAsking();
    Atomics.store(this.#interrupt, 0, 0);
    this.#worker.ref();
    const result = this.#expect('result');
    const idle = this.#expect('idle');
    this.#worker.postMessage({ type: 'run', request }, [request.buffer]);
    return {
      response: result.then((message) => (message.type === 'result' ? message.response : new Uint8Array())),
      idle: idle
        .then((message) => ({ tampered: message.type === 'idle' && message.tampered }))
        .finally(() => {
          this.#rest();
        }),
    };
  }

  /**
   * Asks Python to end what it runs, again and again until it does: Pyodide reads the byte and then clears it, and in
   * a tight loop one request in twenty is written between the two, and lost.
   */
  interrupt(): void {
    this.#stopAsking();
    const ask = (): void => {
      Atomics.store(this.#interrupt, 0, 2);
    };
    ask();
    this.#asking = setInterval(ask, askAgainMs).unref();
  }

  #stopAsking(): void {
    clearInterval(this.#asking);
    this.#asking = undefined;
  }

  async kill(): Promise<void> {
    this.alive = false;
    this.#stopAsking();
    this.#worker.ref();
    await this.#worker.terminate();
  }

  /** A Python at rest must not keep the command line from ending; one that is being ended must. */
  #rest(): void {
    if (this.alive) this.#worker.unref();
  }

  #expect(type: FromWorker['type']): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      if (this.alive) this.#pending.set(type, { resolve, reject });
      else reject(new InterpreterDied('crash', 'it had ended before'));
    });
  }

  #receive(message: FromWorker | null): void {
    if (message === null) return;
    this.#stopAsking();
    if (message.type === 'failed' || message.type === 'died') {
      this.#end(new InterpreterDied(message.type === 'died' ? message.reason : 'crash', message.detail));
      return;
    }
    this.#pending.get(message.type)?.resolve(message);
    this.#pending.delete(message.type);
  }

  #end(reason: InterpreterDied): void {
    this.alive = false;
    this.#stopAsking();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }
}
