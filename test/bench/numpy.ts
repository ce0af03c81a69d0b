/** How long the built-in NumPy takes beside the real one with one thread, operation by operation, on 1000 × 784. */
import { execFileSync } from 'node:child_process';
import { startBuiltinPython } from '../numpy/builtinPython';
import { benchPython } from '../support/pythons';
import type { Figure } from './figure';

const operations = {
  bincount: 'np.bincount(labels)',
  any: 'mask.any()',
  all: 'full.all()',
  'any of floats': '(a > 9).any()',
  percentile: 'np.percentile(a, 75)',
  median: 'np.median(a, axis=0)',
  histogram: 'np.histogram(a, bins=20)',
  unique: 'np.unique(labels)',
  'unique with counts': 'np.unique(labels, return_counts=True)',
  sort: 'np.sort(a, axis=1)',
  argsort: 'np.argsort(a[0])',
  'add.at': 'np.add.at(sums, labels[:10000], 1.0)',
  isnan: 'np.isnan(a)',
  'assignment by mask': 'c[mask] = 0.0',
  'reading by mask': 'a[mask]',
  norm: 'np.linalg.norm(a)',
  allclose: 'np.allclose(a, b)',
  'sum over axis 0': 'a.sum(axis=0)',
  'sum over axis 1': 'a.sum(axis=1)',
  mean: 'a.mean()',
  std: 'a.std(axis=0)',
  cumsum: 'a.cumsum(axis=1)',
  'one-hot by indexing': 'np.eye(10)[labels[:10000]]',
  argmax: 'a.argmax(axis=1)',
  max: 'a.max(axis=1)',
  'float32 product': 'f[:200] @ f[:200].T',
  product: 'a[:200] @ a[:200].T',
  clip: 'np.clip(a, 0, 1)',
  maximum: 'np.maximum(a, 0)',
  where: 'np.where(a > 0, 1, 0)',
  add: 'a + b',
  'row added': 'a - row',
  exp: 'np.exp(a)',
  tanh: 'np.tanh(a)',
  'scalar factor': 'a * 0.5',
  'bytes to floats': 'image / 255',
  transposed: 'a.T.copy()',
} as const;

const program = `
import json, time
import numpy as np
np.random.seed(1)
a = np.random.randn(1000, 784); b = a + 1e-9; c = a.copy(); row = a.mean(axis=0)
mask = a > 2; full = a < 99; f = a.astype(np.float32)
labels = np.random.randint(0, 10, 784000); sums = np.zeros(10)
image = labels.astype(np.uint8)
def best(code):
    run = compile(code, "bench", "exec"); times = []
    for _ in range(6):
        began = time.perf_counter(); exec(run, globals()); times.append(time.perf_counter() - began)
    return min(times) * 1000
`;

/** So often the two are measured in turn: what else the machine does then falls on both. */
const ROUNDS = 4;

const least = (rounds: readonly (readonly number[])[]): number[] =>
  (rounds[0] ?? []).map((_, i) => Math.min(...rounds.map((times) => times[i] ?? NaN)));

/** The ratios, then their median and the worst of them. */
export async function numpyFigures(): Promise<readonly Figure[]> {
  const names = Object.keys(operations);
  const asked = `${program}\njson.dumps([best(code) for code in ${JSON.stringify(Object.values(operations))}])`;
  const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const builtin = await startBuiltinPython();
  const [realRounds, ourRounds]: [number[][], number[][]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const printed = execFileSync(
      benchPython(),
      ['-c', asked.replace(/json\.dumps(.*)$/, 'print(json.dumps$1)')],
      { encoding: 'utf8', env: { ...process.env, ...oneThread } },
    );
    realRounds.push(JSON.parse(printed) as number[]);
    ourRounds.push(JSON.parse(String(builtin.run(asked))) as number[]);
  }
  const [real, ours] = [least(realRounds), least(ourRounds)];
  const figures = names.map((name, i): Figure => {
    const [mine = NaN, theirs = NaN] = [ours[i], real[i]];
    const detail = `${mine.toFixed(2)} ms beside ${theirs.toFixed(3)} ms`;
    return { name: `numpy, ${name}`, value: mine / theirs, limit: 15, unit: '× NumPy', detail };
  });
  const ratios = figures.map(({ value }) => value).sort((p, q) => p - q);
  const middle = ratios[ratios.length >> 1] ?? NaN;
  const detail = `${String(ratios.length)} operations`;
  return [...figures, { name: 'numpy, median of all', value: middle, limit: 4, unit: '× NumPy', detail }];
}
