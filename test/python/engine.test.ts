/** The engine beside real NumPy: draws from its legacy generator, and training. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { notesConvention } from '../../src/network/conventions';
import { notesData } from '../../src/engine/notes';
import { LegacyRandom } from '../../src/engine/random';
import { notesStart } from '../../src/network/notes';
import { reluNetwork } from '../../src/network/spec';
import { train } from '../../src/network/training';
import { pythonFor } from '../support/pythons';

const seeds = [0, 1, 2, 7, 11, 42, 123, 1234, 65535, 20240229, 2147483647, 2147483648, 4294967295];
const draws = 100_000;

/** Runs a program that writes float64 numbers to its standard output. */
function numpy(python: string, program: string): Float64Array {
  const bytes = execFileSync(python, ['-c', `import sys\nimport numpy as np\n${program}`], {
    maxBuffer: 2 ** 30,
  });
  return new Float64Array(Uint8Array.from(bytes).buffer);
}

/** How many doubles lie between two numbers of the same sign; Infinity for different signs. */
function unitsBetween(a: number, b: number): number {
  const [bits, other] = [
    new BigInt64Array(Float64Array.of(a).buffer),
    new BigInt64Array(Float64Array.of(b).buffer),
  ];
  if (Math.sign(a) !== Math.sign(b)) return Infinity;
  return Math.abs(Number((bits[0] ?? 0n) - (other[0] ?? 0n)));
}

describe('engine beside NumPy', () => {
  let python: string;
  let reference: Float64Array;
  const perSeed = 2 * draws + 1;

  before(function () {
    this.timeout(300_000);
    python = pythonFor(this);
    reference = numpy(
      python,
      `
for seed in ${JSON.stringify(seeds)}:
    np.random.seed(seed)
    for numbers in (np.random.rand(${String(draws)}), np.random.randn(${String(draws)}), np.random.rand(1)):
        sys.stdout.buffer.write(numbers.tobytes())
`,
    );
  });

  it(`has draws to compare: ${String(seeds.length)} seeds`, () => {
    assert.equal(reference.length, seeds.length * perSeed);
  });

  for (const [at, seed] of seeds.entries()) {
    it(`draws ${String(draws)} of rand and of randn as NumPy does, seed ${String(seed)}`, () => {
      const random = new LegacyRandom(seed);
      const expected = reference.subarray(at * perSeed, (at + 1) * perSeed);
      const uniform = random.rand(draws).data;
      const normal = random.randn(draws).data;
      assert.ok(
        uniform.every((value, i) => value === expected[i]),
        'rand, bit for bit',
      );
      assert.equal(random.rand(1).data[0], expected[2 * draws], 'the same number of words taken');
      // NumPy's normal numbers go through the C library's log, whose last digit depends on the library and the
      // processor; ours is rounded correctly. So a few in 10,000 differ, and only in the last place or the one before.
      let differing = 0;
      normal.forEach((value, i) => {
        const units = unitsBetween(value, expected[draws + i] ?? NaN);
        assert.ok(units <= 2, `draw ${String(i)}: ${String(value)} against ${String(expected[draws + i])}`);
        if (units > 0) differing++;
      });
      assert.ok(
        differing <= draws / 1000,
        `${String(differing)} of ${String(draws)} differ in the last digit`,
      );
    });
  }

  it('trains as the same loop in NumPy trains, in every cost and every final weight', () => {
    const inputs = new Map([...notesStart(7), ...Object.entries(notesData())]);
    const options = { learningRate: 0.03, iterations: 400 };
    const { parameters, costs } = train(reluNetwork(2), notesConvention, inputs, options);
    const expected = numpy(
      python,
      `
np.random.seed(42)
X, Y = np.random.rand(100, 3), np.random.rand(100, 1)
np.random.seed(7)
W1, b1, W2, b2 = np.random.randn(3, 5), np.zeros((1, 5)), np.random.randn(5, 1), np.zeros((1, 1))
costs = []
for _ in range(400):
    Z1 = X @ W1 + b1
    A1 = np.maximum(0, Z1)
    A2 = np.maximum(0, A1 @ W2 + b2)
    costs.append(((A2 - Y) ** 2).sum() / 100)
    dZ2 = A2 - Y
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    W2, b2 = W2 - 0.03 * A1.T @ dZ2 / 100, b2 - 0.03 * dZ2.mean(axis=0, keepdims=True)
    W1, b1 = W1 - 0.03 * X.T @ dZ1 / 100, b1 - 0.03 * dZ1.mean(axis=0, keepdims=True)
for array in (np.array(costs), W1, b1, W2, b2):
    sys.stdout.buffer.write(np.ascontiguousarray(array).tobytes())
`,
    );
    const own = [costs, ...[...parameters.values()].map(({ data }) => data)];
    const computed = own.flatMap((data) => Array.from(data));
    assert.equal(computed.length, expected.length);
    computed.forEach((value, i) => {
      const reference = expected[i] ?? NaN;
      assert.ok(
        Math.abs(value - reference) <= 1e-11 * Math.max(1, Math.abs(reference)),
        `number ${String(i)}`,
      );
    });
  });
});
