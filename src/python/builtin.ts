/** The built-in CPython: in a bare realm, in a process of its own, started when it is first needed. */
import { join } from 'node:path';
import { startChild } from './children';
import type { Child } from './children';
import { codeCacheIn, keepCodeCache } from './codeCache';
import { PipedInterpreter, readJson } from './pipedInterpreter';
import { said } from './pipeFrames';
import { InterpreterDied } from './interpreter';
import { QueuedRuntime } from './queue';
import type { PythonRuntime } from './runtime';
import { unavailable } from './unavailable';

export interface BuiltinRuntimeOptions {
  /** `dist/builtin`: the process, the realm, CPython and its snapshot. */
  readonly builtinPath: string;
  /** `dist/python`: the harness and the `numpy` package. */
  readonly pythonPath: string;
  /** A folder in which what V8 compiles may be kept from one start to the next. Default: it is not kept. */
  readonly cachePath?: string;
  /** The most memory that Python may have. Default: 512 MiB. */
  readonly memoryBytes?: number;
}

/** A runtime over CPython in a process of its own. Nothing is loaded before the first `start` or `run`. */
export function createBuiltinRuntime(options: BuiltinRuntimeOptions): PythonRuntime {
  return new QueuedRuntime(async (first) => {
    let detail = '';
    for (const permissions of permissionFlags(options)) {
      const interpreter = new BuiltinInterpreter(
        startBuiltinProcess(options, permissions),
        first,
        codePathOf(options),
      );
      try {
        await interpreter.ready();
        return interpreter;
      } catch (error) {
        await interpreter.kill();
        detail = interpreter.complaint.trim().split('\n').at(-1) ?? '';
        if (detail === '') detail = error instanceof Error ? error.message : String(error);
        // Only a host that knows no such option is asked to start without it.
        if (!/bad option|not allowed|unknown option|requires an argument/iu.test(interpreter.complaint))
          break;
      }
    }
    throw unavailable('builtin-failed', { detail });
  });
}

function codePathOf({ cachePath }: BuiltinRuntimeOptions): string | null {
  return cachePath === undefined ? null : codeCacheIn(cachePath);
}

/** The arguments that close the machine to the process: of this Node first, then none, where it knows no such thing. */
function permissionFlags(options: BuiltinRuntimeOptions): readonly (readonly string[])[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  // Under this name since 22.13 and 23.5; before, as an experiment.
  const isStable = major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  const model = isStable ? '--permission' : '--experimental-permission';
  if (major < 20) return [[]];
  const codePath = codePathOf(options);
  const readable = [options.builtinPath, options.pythonPath].map((path) => join(path, '*'));
  if (codePath !== null) readable.push(codePath);
  return [[model, ...readable.map((path) => `--allow-fs-read=${path}`)], []];
}

/** V8's share of the process's stack; on Windows that is as large as the executable says. */
const stackKiB = process.platform === 'win32' ? 900 : 60_000;

/** Starts the process that is to hold CPython, closed to the machine as far as its Node can be. */
export function startBuiltinProcess(
  options: BuiltinRuntimeOptions,
  permissions: readonly string[] = permissionFlags(options)[0] ?? [],
): Child {
  const { builtinPath, pythonPath, memoryBytes = 2 ** 29 } = options;
  return startChild({
    command: process.execPath,
    args: [
      ...permissions,
      '--no-warnings',
      '--disallow-code-generation-from-strings',
      '--max-old-space-size=512',
      `--stack-size=${String(stackKiB)}`,
      join(builtinPath, 'process.cjs'),
      pythonPath,
      String(memoryBytes),
      codePathOf(options) ?? '',
    ],
    cwd: builtinPath,
    env: environment(),
    // Python's own check for deep recursion must come before the stack's end.
    stackKiB: 65_536,
  });
}

/** What is not passed on cannot be read. */
function environment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return {
    // VS Code's own executable is Node where it is told so.
    ...('electron' in process.versions ? { ELECTRON_RUN_AS_NODE: '1' } : {}),
    ...(process.platform === 'win32' && SystemRoot !== undefined ? { SystemRoot } : {}),
  };
}

/** CPython in one process. */
class BuiltinInterpreter extends PipedInterpreter {
  readonly #first: () => void;
  readonly #codePath: string | null;
  #isAsked = false;

  /** `codePath` is where the code is kept that V8 compiles. */
  constructor(child: Child, first: () => void, codePath: string | null) {
    super(child);
    this.#first = first;
    this.#codePath = codePath;
  }

  override ask(question: Uint8Array, milliseconds: number): Promise<Uint8Array> {
    this.#isAsked = true;
    return super.ask(question, milliseconds);
  }

  /** Resolves once Python is there. */
  async ready(): Promise<void> {
    const { version } = readJson(await this.frame(said.ready));
    this.description = `CPython ${String(version)} (built in)`;
    if (this.alive) this.child.hold(false);
  }

  protected override receive(kind: number, bytes: Uint8Array): void {
    if (kind === said.first) this.#first();
    else if (kind === said.failed) this.end(new InterpreterDied('crash', String(readJson(bytes)['detail'])));
    else if (kind === said.compiled) {
      // What a process says that has run a snippet might be the snippet's: it must not reach a later start.
      if (this.#codePath !== null && !this.#isAsked) keepCodeCache(this.#codePath, bytes);
    } else super.receive(kind, bytes);
  }

  protected override deathOf(code: number | null, signal: NodeJS.Signals | null): InterpreterDied {
    if (/out of memory/iu.test(this.complaint)) return new InterpreterDied('memory', 'out of memory');
    return super.deathOf(code, signal);
  }

  /** The process has the time from the request; nothing reaches it while Python runs, so a stop is its end. */
  interrupt(why: 'time' | 'stop'): void {
    if (why === 'stop') void this.kill();
  }
}
