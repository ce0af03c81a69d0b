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
import { builtinPaths, pythonPath } from '../support/runtimes';
import { allRuntimes, assertHealthy, describeEachPython, requestFor, returnedOf } from './support';

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
  this.timeout(300_000);
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

/**
 * `start(action)` runs it in a process of its own with every descriptor that there is, past the guard: by the function
 * under `subprocess`, which tells no hook what it does, and takes another number of arguments in each version. What it
 * starts may not become another program, so it stays in what it does before that.
 */
const starting = `
import sys, time, _frozen_importlib
os = sys.modules["os"]
fork_exec = _frozen_importlib._gcd_import("_posixsubprocess").fork_exec
def start(action, session=False, program=b"/bin/true"):
    read, write = os.pipe()
    pipes = [-1, -1, -1, -1, -1, -1, read, write]
    given = [(program,), (program,), True, (write,), None, None, *pipes, False, session, -1, None, None, None, -1, action]
    try: pid = fork_exec(*given)
    except TypeError: pid = fork_exec(*given, False)
    os.close(write)
    return pid, read
def sleep(): time.sleep(300)
told, tell = os.pipe()
def below(session, stays):
    def action():
        pid, _ = start(sleep, session)
        os.write(tell, b"%d" % pid)
        sleep() if stays else os._exit(0)
    return action
def pids(action, more):
    first, _ = start(action)
    return [first, int(os.read(told, 100))] if more else [first]
`;

/** The processes that a snippet starts and leaves. */
const left: Readonly<Record<string, string>> = {
  'a process': 'pids(sleep, False)',
  'a process below another': 'pids(below(False, True), True)',
  'a process whose parent has ended': 'pids(below(False, False), True)',
  'a process in a session of its own': 'pids(below(True, False), True)',
};

describeEachPython('does not wait for, and ends,', (runtime, { builtin }) => {
  // There is no process but its own in the built-in Python.
  const isTried = !builtin && canLook;

  for (const [what, expression] of Object.entries(left)) {
    it(what, async function () {
      if (!isTried) this.skip();
      const began = performance.now();
      const returned = await returnedOf(runtime(), `${starting}def f(): return ${expression}`);
      assert.ok(performance.now() - began < 1000 * patienceSeconds);
      assert.equal(returned.kind, 'list');
      const started = returned.items.map((item) => (item.kind === 'number' ? item.value : 0));
      assert.ok(started.length > 0 && started.every((pid) => pid > 1), 'nothing was started');
      await assertHealthy(runtime());
      await haveEnded(started);
    });
  }

  it('nothing that is another program: Linux refuses that', async function () {
    if (!isTried || !['x64', 'arm64'].includes(process.arch)) this.skip();
    const read = 'pid, read = start(None)\n    return os.read(read, 100).decode()';
    const said = await returnedOf(runtime(), `${starting}def f():\n    ${read}`);
    assert.ok(said.kind === 'other' && said.text.startsWith("'OSError:1:"), JSON.stringify(said));
  });
});
