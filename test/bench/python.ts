/**
 * How fast snippets run: cold start, start from the snapshot, one warm check of `backward-2-layer`, and the notes'
 * 1000 iterations in the built-in Python against real NumPy on the same machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backward2Layer } from '../../src/course/exercises/backward2Layer';
import { checkSnippet } from '../../src/grader/check';
import { GradingThread } from '../../src/grading/thread';
import { createBuiltinRuntime } from '../../src/python/builtin';
import type { PythonRuntime } from '../../src/python/runtime';
import { createSystemRuntime } from '../../src/python/system';
import { benchPython } from '../support/pythons';
import type { Figure } from './figure';

const root = join(__dirname, '../..');
/** As the extension has it: what V8 has compiled is kept from start to start. */
const cachePath = mkdtempSync(join(tmpdir(), 'backprop-code-'));
const paths = {
  cachePath,
  builtinPath: join(root, 'dist/builtin'),
  pythonPath: join(root, 'dist/python'),
};

/** The training of the notes, timed by Python itself so that nothing but the iterations counts. */
const training = `
import time
import numpy as np

def forward(X, W1, b1, W2, b2):
    Z1 = np.dot(X, W1) + b1
    A1 = np.maximum(0, Z1)
    Z2 = np.dot(A1, W2) + b2
    return Z1, A1, Z2, np.maximum(0, Z2)

def backward(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(A1.T, dZ2)
    db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)
    dZ1 = np.dot(dZ2, W2.T) * np.where(Z1 > 0, 1, 0)
    dW1 = (1 / m) * np.dot(X.T, dZ1)
    db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
    return dW1, db1, dW2, db2

def train():
    np.random.seed(42)
    X, Y = np.random.rand(100, 3), np.random.rand(100, 1)
    np.random.seed(42)
    W1, b1, W2, b2 = np.random.randn(3, 5), np.zeros((1, 5)), np.random.randn(5, 1), np.zeros((1, 1))
    began = time.perf_counter()
    for i in range(1000):
        Z1, A1, Z2, A2 = forward(X, W1, b1, W2, b2)
        dW1, db1, dW2, db2 = backward(X, Y, Z1, A1, Z2, A2, W1, W2)
        W1 -= 0.01 * dW1
        b1 -= 0.01 * db1
        W2 -= 0.01 * dW2
        b2 -= 0.01 * db2
        if i % 100 == 0:
            cost = (1 / 100) * np.sum((A2 - Y) ** 2)
    return (time.perf_counter() - began) * 1000, float(np.sum((A2 - Y) ** 2) / 100)
`;
const finalCost = 0.0996029506728323;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

async function startMs(runtime: PythonRuntime): Promise<number> {
  const began = performance.now();
  await runtime.start();
  return performance.now() - began;
}

async function trainingMs(runtime: PythonRuntime, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const run = await runtime.run({
      source: training,
      functionName: 'train',
      calls: [{ name: 'training', arguments: [], trace: false, twice: false }],
      drives: [],
      limits: { timeoutSeconds: 60, outputBytes: 65536, resultBytes: 2 ** 24 },
    });
    const returned = run.calls[0]?.returned;
    const [time, cost] = returned?.kind === 'tuple' ? returned.items : [];
    if (time?.kind !== 'number' || cost?.kind !== 'number' || Math.abs(cost.value - finalCost) > 1e-12) {
      throw new Error(`the training went wrong: ${run.error?.message ?? JSON.stringify(run.calls)}`);
    }
    times.push(time.value);
  }
  return median(times);
}

function createGrader(): GradingThread {
  return new GradingThread(join(root, 'dist/gradingWorker.js'));
}

/** From the request to the verdict, and to the whole report with its curve, as the panel asks for them. */
async function checkMs(
  runtime: PythonRuntime,
  rounds: number,
  grader: GradingThread,
  warmUp = 2,
): Promise<{ readonly verdict: number; readonly whole: number }> {
  const verdicts: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const report = await checkSnippet(backward2Layer, backward2Layer.solution, runtime, {
      timeoutSeconds: 10,
      language: 'en',
      grader,
      onVerdict: () => {
        verdicts.push(performance.now() - began);
      },
    });
    times.push(performance.now() - began);
    if (report.verdict !== 'pass')
      throw new Error(`the solution did not pass: ${JSON.stringify(report.error)}`);
    // A person takes longer than this between two checks; the clearing up is not theirs to wait for.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return { verdict: median(verdicts.slice(warmUp)), whole: median(times.slice(warmUp)) };
}

/** From one snippet's result to the next one's turn: what was done in between to make Python as it was. */
async function betweenMs(runtime: PythonRuntime, rounds: number): Promise<number> {
  const request = {
    source: 'def f(): return 1',
    functionName: 'f',
    calls: [],
    drives: [],
    limits: { timeoutSeconds: 10, outputBytes: 65536, resultBytes: 2 ** 20 },
  };
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = runtime.run(request).then(() => performance.now());
    const second = runtime.run(request).then((run) => performance.now() - run.timings.runMs);
    times.push((await second) - (await first));
  }
  return median(times);
}

/** Measures everything about Python; takes about ten seconds. */
export async function pythonFigures(): Promise<readonly Figure[]> {
  const starts: number[] = [];
  const firstChecks: number[] = [];
  for (let round = 0; round < 6; round++) {
    const runtime = createBuiltinRuntime(paths);
    starts.push(await startMs(runtime));
    // As the extension does once Python is ready.
    const grader = createGrader();
    grader.start();
    // Who has a panel before them takes longer than this to press Check.
    await new Promise((resolve) => setTimeout(resolve, 500));
    firstChecks.push((await checkMs(runtime, 1, grader, 0)).verdict);
    grader.dispose();
    await runtime.dispose();
  }
  const builtin = createBuiltinRuntime(paths);
  const system = createSystemRuntime({
    executable: benchPython(),
    pythonPath: paths.pythonPath,
  });
  const between = await betweenMs(builtin, 30);
  const grader = createGrader();
  const check = await checkMs(builtin, 22, grader);
  grader.dispose();
  const own = await trainingMs(builtin, 5);
  const numpy = await trainingMs(system, 5);
  const described = `${own.toFixed(0)} ms; ${system.description ?? ''}: ${numpy.toFixed(0)} ms`;
  await Promise.all([builtin.dispose(), system.dispose()]);
  rmSync(cachePath, { recursive: true, force: true });
  return [
    {
      name: 'built-in Python ready, first start',
      value: starts[0] ?? NaN,
      limit: 600,
      unit: 'ms',
      detail: '',
    },
    {
      name: 'built-in Python ready, later starts',
      value: median(starts.slice(1)),
      limit: 250,
      unit: 'ms',
      detail: 'median of 5',
    },
    {
      name: 'first check of backward-2-layer after a start, to the verdict',
      value: median(firstChecks.slice(1)),
      limit: 150,
      unit: 'ms',
      detail: 'median of 5',
    },
    { name: 'between two checks', value: between, limit: 8, unit: 'ms', detail: 'median of 30' },
    {
      name: 'check of backward-2-layer, warm, to the verdict',
      value: check.verdict,
      limit: 25,
      unit: 'ms',
      detail: `median of 20; with the curve ${check.whole.toFixed(0)} ms`,
    },
    {
      name: "the notes' 1000 iterations, built-in Python",
      value: own / numpy,
      limit: 12,
      unit: '× NumPy',
      detail: described,
    },
  ];
}
