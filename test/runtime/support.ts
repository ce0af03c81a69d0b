/** The Pythons that the runtime tests use, and short ways to ask them something. */
import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import type {
  CallResult,
  PyArgument,
  PyArray,
  PythonRuntime,
  PyValue,
  RunError,
  SnippetDrive,
  SnippetRequest,
  SnippetRun,
} from '../../src/python/runtime';
import { createSystemRuntime } from '../../src/python/system';
import type { TestPython } from '../support/interpreters';
import { findPythonWith, type Need } from '../support/pythons';
import { builtinRuntime, pythonPath } from '../support/runtimes';

// Nothing of this may be seen by a snippet.
process.env['BACKPROP_TEST_SECRET'] = 'in-the-environment';

export interface NamedRuntime {
  readonly name: string;
  readonly builtin: boolean;
  create(): PythonRuntime;
}

/** What a learner may have: a NumPy of today, and one from before 2.0. */
const ownPythons: readonly Need[] = ['NumPy 2', 'NumPy 1'];

/** What a suite is about: what NumPy does too, or the interpreter and the walls around it alone. */
export type About = 'NumPy' | 'Python';

/** `3.11` of `3.11.7`. */
function minor({ version }: TestPython): string {
  return version.split('.', 2).join('.');
}

/**
 * The interpreters of this machine that have NumPy, the newer NumPy first; for what is about Python alone, one of each
 * version of Python.
 */
export function interpreters(about: About = 'NumPy'): readonly string[] {
  const all = ownPythons.flatMap((need) => findPythonWith(need) ?? []);
  return all
    .filter((one, i) => about === 'NumPy' || all.findIndex((other) => minor(other) === minor(one)) === i)
    .map(({ executable }) => executable);
}

/** Every Python that a snippet may run in here; ONLY_RUNTIME picks one by a part of its name. */
export function allRuntimes(about: About = 'NumPy'): readonly NamedRuntime[] {
  const wanted = process.env['ONLY_RUNTIME'] ?? '';
  return [
    {
      name: 'built in',
      builtin: true,
      create: builtinRuntime,
    },
    ...interpreters(about).map((executable) => ({
      name: executable,
      builtin: false,
      create: () => createSystemRuntime({ executable, pythonPath }),
    })),
  ].filter(({ name }) => name.includes(wanted));
}

/** A suite over every Python, with one runtime for all its tests. */
export function describeEach(
  title: string,
  body: (runtime: () => PythonRuntime, named: NamedRuntime) => void,
  about: About = 'NumPy',
): void {
  for (const need of ownPythons.filter((need) => findPythonWith(need) === null)) {
    it(`${title} (a Python with ${need})`);
  }
  for (const named of allRuntimes(about)) {
    describe(`${title} (${named.name})`, function () {
      this.timeout(30_000);
      let runtime: PythonRuntime;
      before(async () => {
        runtime = named.create();
        await runtime.start();
      });
      after(() => runtime.dispose());
      body(() => runtime, named);
    });
  }
}

/** As `describeEach`, for what is about Python and the walls around it, whichever NumPy is inside. */
export function describeEachPython(
  title: string,
  body: (runtime: () => PythonRuntime, named: NamedRuntime) => void,
): void {
  describeEach(title, body, 'Python');
}

export function matrix(rows: readonly (readonly number[])[]): PyArray {
  const columns = rows[0]?.length ?? 0;
  return {
    kind: 'array',
    dtype: 'float64',
    shape: [rows.length, columns],
    data: Float64Array.from(rows.flat()),
  };
}

export interface Asked {
  readonly name?: string;
  readonly args?: Readonly<Record<string, PyArgument>>;
  readonly trace?: boolean;
  readonly twice?: boolean;
  readonly calls?: number;
  readonly drives?: readonly SnippetDrive[];
  readonly timeoutSeconds?: number;
  readonly outputBytes?: number;
  readonly resultBytes?: number;
}

export function requestFor(source: string, asked: Asked = {}): SnippetRequest {
  const call = {
    name: 'probe',
    arguments: Object.entries(asked.args ?? {}).map(([name, value]) => ({ name, value })),
    trace: asked.trace ?? false,
    twice: asked.twice ?? false,
  };
  return {
    source,
    functionName: asked.name ?? 'f',
    calls: Array.from({ length: asked.calls ?? 1 }, () => call),
    drives: asked.drives ?? [],
    limits: {
      timeoutSeconds: asked.timeoutSeconds ?? 10,
      outputBytes: asked.outputBytes ?? 65536,
      resultBytes: asked.resultBytes ?? 2 ** 24,
    },
  };
}

export function run(runtime: PythonRuntime, source: string, asked: Asked = {}): Promise<SnippetRun> {
  return runtime.run(requestFor(source, asked));
}

/** The result of the only call; fails where there is none. */
export async function callOf(runtime: PythonRuntime, source: string, asked: Asked = {}): Promise<CallResult> {
  const result = await run(runtime, source, asked);
  assert.equal(result.error, null, result.error?.message);
  const [call] = result.calls;
  assert.ok(call);
  return call;
}

/** What the only call returned; fails where it raised. */
export async function returnedOf(
  runtime: PythonRuntime,
  source: string,
  asked: Asked = {},
): Promise<PyValue> {
  const { error, returned } = await callOf(runtime, source, asked);
  assert.equal(error, null, error?.message);
  assert.ok(returned);
  return returned;
}

/** The error that the run, a call or a statement of the program around the function ended with; fails where there was none. */
export async function errorOf(runtime: PythonRuntime, source: string, asked: Asked = {}): Promise<RunError> {
  const { error, calls, skipped } = await run(runtime, source, asked);
  const found = error ?? [...calls, ...skipped].find((one) => one.error !== null)?.error;
  assert.ok(found, 'the snippet ran without an error');
  return found;
}

/**
 * How late an answer may be that should come at once: seconds, because how busy a machine was in the last minute does not
 * say how busy it is now. What waits for something that never comes waits far longer.
 */
export function patienceMs(): number {
  const [load = 0] = loadavg();
  return 1000 * Math.min(8, Math.max(3, (2 * load) / availableParallelism()));
}

/** What any healthy Python says to a snippet that does nothing special, soon. */
export async function assertHealthy(runtime: PythonRuntime): Promise<void> {
  const began = performance.now();
  const source = [
    'import math, random, sys, builtins',
    'import numpy as np',
    'def f(x):',
    '    print("healthy", len([1, 2]))',
    '    return np.dot(x, x) + np.sum(np.ones((2, 2)), axis=0, keepdims=True), math.sin(0.0), sys.getrecursionlimit()',
  ].join('\n');
  const result = await run(runtime, source, {
    args: {
      x: matrix([
        [1, 2],
        [3, 4],
      ]),
    },
    trace: true,
    twice: true,
  });
  assert.equal(result.error, null, result.error?.message);
  const [call] = result.calls;
  assert.ok(call);
  assert.equal(call.error, null, call.error?.message);
  assert.deepEqual(call.returned, {
    kind: 'tuple',
    items: [
      { kind: 'array', dtype: 'float64', shape: [2, 2], data: Float64Array.of(9, 12, 17, 24) },
      { kind: 'number', type: 'float', value: 0 },
      { kind: 'number', type: 'int', value: 1000 },
    ],
  });
  assert.equal(call.deterministic, true);
  assert.equal(result.stdout, 'healthy 2\n');
  const took = performance.now() - began;
  const limit = patienceMs();
  assert.ok(took < limit, `the next check took ${took.toFixed(0)} ms`);
}
