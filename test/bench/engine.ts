/**
 * How fast the reference engine is, beside NumPy on the same machine in the same minute.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { checkGradients } from '../../src/engine/gradientCheck';
import { evaluate } from '../../src/engine/computation';
import { read } from '../../src/engine/operation';
import { LegacyRandom } from '../../src/engine/random';
import { scalar, scale, zeros } from '../../src/engine/tensor';
import { nameOf } from '../../src/network/arrayName';
import { layerByLayer } from '../support/layerByLayer';
import { conventionsOf } from '../../src/network/conventions';
import { differentiableOf } from '../../src/network/differences';
import type * as Notes from '../../src/network/notes';
import type { NetworkSpec } from '../../src/network/spec';
import { backwardSteps, forwardSteps, gradientsOf, parametersOf } from '../../src/network/steps';
import type * as Training from '../../src/network/training';
import { benchPython } from '../support/pythons';
import type { Figure } from './figure';

/** The notes' loop in NumPy; each line on standard input trains once and answers with the seconds it took. */
const numpyTraining = `
import sys, time
import numpy as np

def train():
    np.random.seed(42)
    X = np.random.rand(100, 3)
    Y = np.random.rand(100, 1)
    np.random.seed(42)
    W1 = np.random.randn(3, 5)
    b1 = np.zeros((1, 5))
    W2 = np.random.randn(5, 1)
    b2 = np.zeros((1, 1))
    m = X.shape[0]
    started = time.perf_counter()
    for i in range(1000):
        Z1 = np.dot(X, W1) + b1
        A1 = np.maximum(0, Z1)
        Z2 = np.dot(A1, W2) + b2
        A2 = np.maximum(0, Z2)
        dZ2 = A2 - Y
        dW2 = (1 / m) * np.dot(A1.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)
        dA1 = np.dot(dZ2, W2.T)
        dZ1 = dA1 * np.where(Z1 > 0, 1, 0)
        dW1 = (1 / m) * np.dot(X.T, dZ1)
        db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
        W1 -= 0.01 * dW1
        b1 -= 0.01 * db1
        W2 -= 0.01 * dW2
        b2 -= 0.01 * db2
        if i % 100 == 0:
            cost = (1 / m) * np.sum((A2 - Y) ** 2)
    return time.perf_counter() - started

for line in sys.stdin:
    print(train(), flush=True)
`;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return ((sorted[middle] ?? NaN) + (sorted[sorted.length - 1 - middle] ?? NaN)) / 2;
}

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

interface Engine {
  readonly notes: typeof Notes;
  readonly training: typeof Training;
}

/** The engine bundled as it ships: modules loaded one by one cost it a tenth of its speed. */
function bundledEngine(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'engine-bench-'));
  try {
    const outfile = join(folder, 'engine.cjs');
    const contents =
      "export * as notes from './network/notes'; export * as training from './network/training';";
    const stdin = { contents, resolveDir: join(__dirname, '../../src'), loader: 'ts' as const };
    buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs', minify: true });
    return createRequire(outfile)(outfile) as Engine;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** NumPy's BLAS with one thread: the engine has one too. */
const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** The engine and a NumPy program take turns, so that a busy machine slows both. */
async function besideNumpy(
  name: string,
  limit: number,
  program: string,
  engineRound: () => number,
  { python = benchPython(), rounds = 25, warmUps = 10 } = {},
): Promise<Figure> {
  const env = { ...process.env, ...oneThread };
  const numpy = spawn(python, ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const answers = createInterface({ input: numpy.stdout })[Symbol.asyncIterator]();
  const numpyRound = async (): Promise<number> => {
    numpy.stdin.write('\n');
    const answer = await answers.next();
    if (answer.done) throw new Error(`${python} with NumPy did not answer`);
    return Number(answer.value) * 1000;
  };
  try {
    const [engine, reference]: [number[], number[]] = [[], []];
    for (let warmUp = 0; warmUp < warmUps; warmUp++) {
      engineRound();
      await numpyRound();
    }
    for (let round = 0; round < rounds; round++) {
      engine.push(engineRound());
      reference.push(await numpyRound());
    }
    const [own, theirs] = [median(engine), median(reference)];
    const detail = `${own.toFixed(1)} ms, NumPy ${theirs.toFixed(1)} ms`;
    return { name, value: own / theirs, unit: '× NumPy', limit, detail };
  } finally {
    numpy.stdin.end();
  }
}

/** The notes' 1000 iterations: a 3-5-1 network. */
export function notesTraining(python = benchPython(), rounds = 25): Promise<Figure> {
  const { trainNotes, notesStart } = bundledEngine().notes;
  const start = notesStart();
  const round = (): number => milliseconds(() => trainNotes(start));
  const name = "the notes' 1000 iterations, reference engine";
  return besideNumpy(name, 0.35, numpyTraining, round, { python, rounds });
}

const large: NetworkSpec = {
  layers: [
    { units: 'n_hidden1', activation: 'relu' },
    { units: 'n_hidden2', activation: 'relu' },
    { units: 'n_out', activation: 'softmax' },
  ],
  loss: 'cross-entropy',
};
const largeSizes = [784, 128, 64, 10] as const;

/** X, one-hot Y and parameters of the large network for m samples. */
function largeInputs(m: number) {
  const random = new LegacyRandom(1);
  const Y = zeros([m, 10]);
  for (let i = 0; i < m; i++) Y.data[i * 10 + (i % 10)] = 1;
  const parameters = large.layers.flatMap((_, i) => {
    const [from = 0, to = 0] = largeSizes.slice(i);
    return [
      [nameOf('W', i + 1), scale(random.randn(from, to), Math.sqrt(2 / from))],
      [nameOf('b', i + 1), scale(random.randn(1, to), 0.1)],
    ] as const;
  });
  return new Map([...parameters, ['X', random.rand(m, 784)], ['Y', Y], ['learning_rate', scalar(0.01)]]);
}

const [exact] = conventionsOf(large);

/** Training of the large network in NumPy, in the same steps: what softmax gives is carried through it as written. */
function largeTraining(m: number, iterations: number): string {
  return `
import sys, time
import numpy as np
random = np.random.RandomState(1)
m = ${String(m)}
X, Y = random.rand(m, 784), np.eye(10)[np.arange(m) % 10]
sizes = ${JSON.stringify(largeSizes)}

def train():
    W1, W2, W3 = [random.randn(a, b) * np.sqrt(2 / a) for a, b in zip(sizes, sizes[1:])]
    b1, b2, b3 = [np.zeros((1, b)) for b in sizes[1:]]
    started = time.perf_counter()
    for i in range(${String(iterations)}):
        Z1 = X @ W1 + b1
        A1 = np.maximum(0, Z1)
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(0, Z2)
        Z3 = A2 @ W3 + b3
        E = np.exp(Z3 - Z3.max(axis=1, keepdims=True))
        A3 = E / E.sum(axis=1, keepdims=True)
        cost = -np.sum(Y * np.log(A3)) / m
        dZ3 = A3 - Y
        dW3 = A2.T @ dZ3 / m
        db3 = dZ3.sum(axis=0, keepdims=True) / m
        dZ2 = (dZ3 @ W3.T) * (Z2 > 0)
        dW2 = A1.T @ dZ2 / m
        db2 = dZ2.sum(axis=0, keepdims=True) / m
        dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
        dW1 = X.T @ dZ1 / m
        db1 = dZ1.sum(axis=0, keepdims=True) / m
        for p, d in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2), (W3, dW3), (b3, db3)):
            p -= 0.01 * d
    return time.perf_counter() - started

for line in sys.stdin:
    print(train(), flush=True)
`;
}

/** Iterations of a 784-128-64-10 network on a batch. */
function largeNetwork(m: number, iterations: number): Promise<Figure> {
  const { train } = bundledEngine().training;
  const inputs = largeInputs(m);
  if (!exact) throw new Error('no convention');
  const round = (): number =>
    milliseconds(() => train(large, exact, inputs, { learningRate: 0.01, iterations }));
  const name = `steps of a 784-128-64-10 network, batch ${String(m)}`;
  return besideNumpy(name, 1, largeTraining(m, iterations), round, { rounds: 7, warmUps: 2 });
}

/** The same network on a batch of 64, its gradients checked along directions. */
export function largeGradientCheck(rounds = 5): Figure {
  const inputs = largeInputs(64);
  const cut = {
    spec: large,
    given: ['X', 'Y', ...layerByLayer(large.layers.length, 'Z', 'A'), ...parametersOf(large)],
    returned: gradientsOf(large),
  };
  const convention = exact;
  if (!convention) throw new Error('no convention');
  const steps = [...forwardSteps(large), ...backwardSteps(large, convention)];
  const random = new LegacyRandom(1);
  const check = (): void => {
    const { values } = evaluate({ steps, loop: null, returns: [] }, inputs);
    const gradients = new Map(cut.returned.map((name) => [name, read(values, name)]));
    const judged = checkGradients({ ...differentiableOf(cut, values, convention), gradients, random });
    const wrong = judged.filter(({ ok }) => !ok);
    if (wrong.length > 0) throw new Error(`gradients disagree: ${wrong.map(({ name }) => name).join(', ')}`);
  };
  const times = Array.from({ length: rounds }, () => milliseconds(check));
  return {
    name: 'gradient check of a 784-128-64-10 network, batch 64',
    value: median(times) / 1000,
    unit: 's',
    limit: 0.15,
    detail: `median of ${String(rounds)}; slowest ${Math.max(...times).toFixed(0)} ms`,
  };
}

/** All figures of the engine. */
export async function engineFigures(): Promise<Figure[]> {
  return [
    await notesTraining(),
    await largeNetwork(64, 10),
    await largeNetwork(512, 3),
    largeGradientCheck(),
  ];
}
