/** The learner's own Python: a kept process that runs the same harness and answers over pipes. */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { bootstrap } from './bootstrap';
import { FrameReader, frameKind } from './pipeFrames';
import { InterpreterDied, QueuedRuntime } from './queue';
import type { Execution, Interpreter } from './queue';
import type { PythonRuntime, RuntimeUnavailableError } from './runtime';
import { unavailable } from './unavailable';

export interface SystemRuntimeOptions {
  /** An interpreter as `findPython` gives it. */
  readonly executable: string;
  /** `dist/python`: the folder that holds the harness. */
  readonly pythonPath: string;
  /** Memory beyond what Python and NumPy take by themselves, where the system can limit it. Default: 1 GiB. */
  readonly memoryBytes?: number;
}

/** Python and NumPy have this long to start; the first start after an installation can be slow. */
const startMs = 30_000;

/** A runtime over the interpreter `executable`: CPython 3.9 or later with NumPy 1.20 or later. */
export function createSystemRuntime(options: SystemRuntimeOptions): PythonRuntime {
  return new QueuedRuntime(() => startProcess(options));
}

/** What Python says of itself once it has started, or what keeps it from starting. */
interface Hello {
  readonly python: string;
  readonly numpy: string | null;
  readonly problem: 'python' | 'missing' | 'old' | 'broken' | null;
  readonly detail: string;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

async function startProcess(options: SystemRuntimeOptions): Promise<Interpreter> {
  const { executable, pythonPath, memoryBytes = 2 ** 30 } = options;
  const child = spawn(executable, ['-c', bootstrap, pythonPath, String(memoryBytes)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: tmpdir(),
    env: environment(process.env),
    windowsHide: true,
  });
  const interpreter = new ProcessInterpreter(child);
  const hello = await interpreter.hello(startMs).catch((error: unknown) => {
    void interpreter.kill();
    const detail = reasonOf(error, interpreter.complaint);
    throw unavailable('cannot-start', { python: executable, detail });
  });
  const problem = problemOf(executable, hello);
  if (problem !== null) {
    await interpreter.kill();
    throw problem;
  }
  interpreter.description = `${executable} (Python ${hello.python}, NumPy ${hello.numpy ?? ''})`;
  return interpreter;
}

/** The learner's own environment, less what would change how Python talks to us. */
function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = new Set(['PYTHONPATH', 'PYTHONHOME', 'PYTHONUSERBASE', 'PYTHONNOUSERSITE']);
  const entries = Object.entries(own).filter(([name]) => !name.startsWith('PYTHON') || kept.has(name));
  // Small matrices gain nothing from threads, and their stacks would count against the memory limit.
  const single = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  // Windows of a plotting library would open on a screen that nobody looks at.
  return {
    ...Object.fromEntries(entries),
    ...single,
    MPLBACKEND: 'Agg',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUTF8: '1',
  };
}

/** What Python itself said is more to the point than what the system said about the process. */
function reasonOf(error: unknown, complaint: string): string {
  const said = complaint.trim().split('\n').at(-1) ?? '';
  return said !== '' ? said : error instanceof Error ? error.message : String(error);
}

function problemOf(python: string, hello: Hello): RuntimeUnavailableError | null {
  const version = hello.numpy ?? '';
  switch (hello.problem) {
    case null:
      return null;
    case 'python':
      return unavailable('too-old', { python, version: hello.python });
    case 'missing':
      return unavailable('no-numpy', { python });
    case 'old':
      return unavailable('old-numpy', { python, version });
    case 'broken':
      return unavailable('broken-numpy', { python, detail: hello.detail });
  }
}

function readHello(bytes: Uint8Array): Hello {
  const given: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof given !== 'object' || given === null) throw new Error('it does not answer as Python does');
  const { python, numpy, problem, detail } = given as Record<string, unknown>;
  const known = problem === 'python' || problem === 'missing' || problem === 'old' || problem === 'broken';
  return {
    python: typeof python === 'string' ? python : '',
    numpy: typeof numpy === 'string' ? numpy : null,
    problem: known ? problem : null,
    detail: typeof detail === 'string' ? detail : '',
  };
}

interface Pending {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (reason: InterpreterDied) => void;
}

/** A running Python process. */
class ProcessInterpreter implements Interpreter {
  description = '';
  alive = true;
  /** The end of what Python wrote to standard error. */
  complaint = '';
  readonly #child: Child;
  readonly #ended: Promise<void>;
  /** Who waits for a frame of which kind. */
  readonly #pending = new Map<number, Pending>();

  constructor(child: Child) {
    this.#child = child;
    const reader = new FrameReader((kind, bytes) => {
      this.#pending.get(kind)?.resolve(bytes);
      this.#pending.delete(kind);
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (!reader.push(chunk)) void this.kill();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.complaint = (this.complaint + chunk.toString('utf8')).slice(-4096);
    });
    // A process that has ended is noticed by its exit; a broken pipe says nothing more.
    child.stdin.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      child.on('error', (error) => {
        this.#end(new InterpreterDied('crash', error.message));
        resolve();
      });
      child.on('close', (code, signal) => {
        const reason = signal ?? `exit code ${String(code)}`;
        this.#end(new InterpreterDied(signal === null ? 'exit' : 'crash', reason));
        resolve();
      });
    });
  }

  hello(milliseconds: number): Promise<Hello> {
    const slow = setTimeout(() => void this.kill(), milliseconds);
    return this.#frame(frameKind.ready)
      .finally(() => {
        clearTimeout(slow);
      })
      .then(readHello);
  }

  execute(request: Uint8Array): Execution {
    const response = this.#frame(frameKind.result);
    const idle = this.#frame(frameKind.idle).then((bytes) => ({ tampered: bytes[0] === 1 }));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(request.length);
    this.#child.stdin.write(length);
    this.#child.stdin.write(request);
    return { response, idle };
  }

  interrupt(): void {
    this.#child.kill('SIGINT');
  }

  async kill(): Promise<void> {
    this.alive = false;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #frame(kind: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (!this.alive) {
        reject(new InterpreterDied('crash', 'it had ended before'));
        return;
      }
      this.#pending.set(kind, { resolve, reject });
    });
  }

  #end(reason: InterpreterDied): void {
    this.alive = false;
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }
}
