/**
 * Nothing is left running: a Python ends with the program that started it, however that ends, and what a snippet has
 * started holds nobody up and ends with it.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  allRuntimes,
  assertHealthy,
  builtinPaths,
  describeEachPython,
  pythonPath,
  requestFor,
  returnedOf,
} from './support';

/** Processes are looked for where Linux lists them. */
const canLook = existsSync('/proc/self/stat');

/** Long, for a busy machine; what is looked for comes in milliseconds. */
const patienceSeconds = 10;

/** A process and its parent, of all that run; those that have ended and wait to be asked for are left out. */
function running(): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/u.test(entry))) {
    try {
      // The command between the parentheses may hold anything.
      const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      if (state !== 'Z') parents.set(Number(name), Number(parent));
    } catch {
      // It has ended meanwhile.
    }
  }
  return parents;
}

function descendantsOf(pid: number): readonly number[] {
  const parents = running();
  const isBelow = (one: number): boolean => {
    const parent = parents.get(one);
    return parent !== undefined && (parent === pid || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

/** Waits until none of the processes runs any more. */
async function haveEnded(processes: readonly number[]): Promise<void> {
  const until = performance.now() + 1000 * patienceSeconds;
  const left = (): readonly number[] => {
    const now = running();
    return processes.filter((one) => now.has(one));
  };
  while (left().length > 0) {
    assert.ok(performance.now() < until, `${left().join(', ')} of ${processes.join(', ')} still run`);
    await sleep(50);
  }
}

/** A program of its own that runs a snippet without end. */
function parentScript(isBuiltin: boolean, executable: string): string {
  const source = join(__dirname, '../../src/python');
  const request = requestFor('def f():\n    while True: pass', { timeoutSeconds: 600 });
  return `
    const { createBuiltinRuntime } = require(${JSON.stringify(join(source, 'builtin.ts'))});
    const { createSystemRuntime } = require(${JSON.stringify(join(source, 'system.ts'))});
    const runtime = ${String(isBuiltin)}
      ? createBuiltinRuntime(${JSON.stringify(builtinPaths())})
      : createSystemRuntime(${JSON.stringify({ executable, pythonPath })});
    runtime.start().then(() => {
      void runtime.run(${JSON.stringify(request)});
      setTimeout(() => console.log('running'), 300);
    });
  `;
}

(canLook ? describe : describe.skip)('a program that is killed leaves no Python behind', function () {
  this.timeout(60_000);
  for (const { name, builtin } of allRuntimes()) {
    it(name, async () => {
      const parent = spawn(process.execPath, ['--import', 'tsx', '-e', parentScript(builtin, name)], {
        cwd: join(__dirname, '../..'),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
      assert.equal(line, 'running');
      const below = descendantsOf(parent.pid ?? 0);
      assert.ok(below.length > 0, 'no Python runs');
      parent.kill('SIGKILL');
      await haveEnded([parent.pid ?? 0, ...below]);
    });
  }
});

/** Commands that a snippet may start, in a Python that can; each leaves a program that sleeps for `$T` seconds. */
const commands: Readonly<Record<string, string>> = {
  'a program': 'exec sleep $T',
  'a program below another': 'sleep $T & wait',
  'a program whose parent has ended': 'sleep $T & exit',
  'a program in a session of its own': 'setsid sleep $T & exit',
};

/**
 * Starts a command with every descriptor that there is, past the guard: by the function under `subprocess`, which tells
 * no hook what it does, and takes another number of arguments in each version.
 */
const starting = (command: string): string => `
import sys, _frozen_importlib
os = sys.modules["os"]
fork_exec = _frozen_importlib._gcd_import("_posixsubprocess").fork_exec
def is_open(n):
    try: return os.fstat(n) is not None
    except OSError: return False
def f():
    kept = tuple(n for n in range(3, 64) if is_open(n))
    words = (b"/bin/sh", b"-c", ${JSON.stringify(command)}.encode())
    read, write = os.pipe()
    kept = tuple(sorted((*kept, write)))
    pipes = [-1, -1, -1, -1, -1, -1, read, write]
    given = [words, (b"/bin/sh",), True, kept, None, None, *pipes, False, False, -1, None, None, None, -1, None]
    try: pid = fork_exec(*given)
    except TypeError: pid = fork_exec(*given, False)
    os.close(write)
    failed = os.read(read, 1000)
    assert not failed, failed
    return pid
`;

/** The processes whose command holds a word. */
function withWord(word: string): readonly number[] {
  return [...running().keys()].filter((pid) => {
    try {
      return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
        .split('\0')
        .includes(word);
    } catch {
      return false;
    }
  });
}

describeEachPython('does not wait for, and ends,', (runtime, { builtin }) => {
  Object.entries(commands).forEach(([what, command], i) => {
    it(what, async function () {
      // There is no process but its own in the built-in Python.
      if (builtin || !canLook) this.skip();
      const seconds = `${String(300 + i)}.${String(process.pid)}`;
      const began = performance.now();
      const pid = await returnedOf(runtime(), starting(command.replace('$T', seconds)));
      assert.ok(performance.now() - began < 1000 * patienceSeconds);
      assert.ok(pid.kind === 'number' && pid.value > 0, 'nothing was started');
      await assertHealthy(runtime());
      await haveEnded(withWord(seconds));
    });
  });
});
