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
import { identity, relu } from '../../src/engine/activations';
import { checkGradients } from '../../src/engine/gradientCheck';
import { softmaxCrossEntropy } from '../../src/engine/losses';
import type { Layer } from '../../src/engine/network';
import { backward, forward, lossGradient, namedGradients } from '../../src/engine/network';
import { networkCost } from '../../src/engine/networkCost';
import type * as Notes from '../../src/engine/notes';
import { LegacyRandom } from '../../src/engine/random';
import { scale, zeros } from '../../src/engine/tensor';
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

/** The engine bundled as it ships: modules loaded one by one cost it a tenth of its speed. */
function bundledNotes(): typeof Notes {
  const folder = mkdtempSync(join(tmpdir(), 'engine-bench-'));
  try {
    const outfile = join(folder, 'notes.cjs');
    const entry = join(__dirname, '../../src/engine/notes.ts');
    buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', minify: true });
    return createRequire(outfile)(outfile) as typeof Notes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The notes' 1000 iterations: engine and NumPy take turns, so that a busy machine slows both. */
export async function notesTraining(python = benchPython(), rounds = 25): Promise<Figure> {
  const numpy = spawn(python, ['-c', numpyTraining], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: numpy.stdout })[Symbol.asyncIterator]();
  const numpyRound = async (): Promise<number> => {
    numpy.stdin.write('\n');
    const answer = await answers.next();
    if (answer.done) throw new Error(`${python} with NumPy did not answer`);
    return Number(answer.value) * 1000;
  };
  const { notesData, notesNetwork, trainNotes } = bundledNotes();
  const [data, start] = [notesData(), notesNetwork()];
  const engineRound = (): number => milliseconds(() => trainNotes(start, data));
  try {
    const [engine, reference]: [number[], number[]] = [[], []];
    for (let warmUp = 0; warmUp < 10; warmUp++) {
      engineRound();
      await numpyRound();
    }
    for (let round = 0; round < rounds; round++) {
      engine.push(engineRound());
      reference.push(await numpyRound());
    }
    const [own, theirs] = [median(engine), median(reference)];
    return {
      name: "the notes' 1000 iterations, reference engine",
      value: own / theirs,
      unit: '× NumPy',
      limit: 0.35,
      detail: `${own.toFixed(1)} ms, NumPy ${theirs.toFixed(1)} ms`,
    };
  } finally {
    numpy.stdin.end();
  }
}

/** A 784-128-64-10 network of ReLU layers with softmax and cross-entropy on a batch of 64, checked along directions. */
export function largeGradientCheck(rounds = 5): Figure {
  const random = new LegacyRandom(1);
  const layer = (from: number, to: number, activation: Layer['activation']): Layer => ({
    weights: scale(random.randn(from, to), Math.sqrt(2 / from)),
    bias: scale(random.randn(1, to), 0.1),
    activation,
  });
  const layers = [layer(784, 128, relu), layer(128, 64, relu), layer(64, 10, identity)];
  const X = random.rand(64, 784);
  const Y = zeros([64, 10]);
  for (let i = 0; i < 64; i++) Y.data[i * 10 + (i % 10)] = 1;
  const check = (): void => {
    const pass = forward(layers, X);
    const gradients = namedGradients(backward(pass, lossGradient(pass, Y, softmaxCrossEntropy)));
    const judged = checkGradients({ ...networkCost(layers, X, Y, softmaxCrossEntropy), gradients, random });
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
  return [await notesTraining(), largeGradientCheck()];
}
