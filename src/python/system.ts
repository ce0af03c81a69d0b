/** The learner's own Python: a kept process that runs the same harness and answers over pipes. */
import { tmpdir } from 'node:os';
import { bootstrap } from './bootstrap';
import { startChild } from './children';
import { PipedInterpreter } from './pipedInterpreter';
import { said } from './pipeFrames';
import { QueuedRuntime } from './queue';
import type { Interpreter, InterpreterDied } from './interpreter';
import { ownEnvironment } from './ownEnvironment';
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
  return new QueuedRuntime(() => startProcess(options), true);
}

/** What Python says of itself once it has started, or what keeps it from starting. */
interface Hello {
  readonly python: string;
  readonly numpy: string | null;
  readonly problem: 'python' | 'missing' | 'old' | 'broken' | null;
  readonly detail: string;
}

async function startProcess(options: SystemRuntimeOptions): Promise<Interpreter> {
  const { executable, pythonPath, memoryBytes = 2 ** 30 } = options;
  const child = startChild({
    command: executable,
    args: ['-c', bootstrap, pythonPath, String(memoryBytes)],
    cwd: tmpdir(),
    env: ownEnvironment(process.env, process.platform),
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

/** A running Python process. */
class ProcessInterpreter extends PipedInterpreter {
  hello(milliseconds: number): Promise<Hello> {
    const slow = setTimeout(() => void this.kill(), milliseconds);
    return this.frame(said.ready)
      .finally(() => {
        clearTimeout(slow);
      })
      .then(readHello);
  }

  #asking: NodeJS.Timeout | undefined;

  /** Again and again, until there is an answer: a copy that is only being made does not hear the first. */
  interrupt(): void {
    this.#stopAsking();
    this.child.interrupt();
    this.#asking = setInterval(() => {
      this.child.interrupt();
    }, askAgainMs).unref();
  }

  #stopAsking(): void {
    clearInterval(this.#asking);
    this.#asking = undefined;
  }

  protected override receive(kind: number, bytes: Uint8Array): void {
    this.#stopAsking();
    super.receive(kind, bytes);
  }

  protected override end(reason: InterpreterDied): void {
    this.#stopAsking();
    super.end(reason);
  }

  /** The process itself knows best what its snippet has started; the end comes to it all the same. */
  override async kill(): Promise<void> {
    this.alive = false;
    this.child.hold(true);
    this.child.stdin.end();
    const late = setTimeout(() => {
      this.child.kill();
    }, leaveMs);
    await this.ended;
    clearTimeout(late);
  }
}

/** How long after a request to end the next one follows. */
const askAgainMs = 50;
/** How long a process may take to end what a snippet has started. */
const leaveMs = 150;
