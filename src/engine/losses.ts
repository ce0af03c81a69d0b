/** Costs of a batch, each beside its derivative. Another one is another entry here, and nothing else. */
import type { ActivationName } from './activations';
import type { LogTerm, Loss, LossNotation } from './loss';
import type { Tensor } from './tensor';
import { matrixShape, requireSameShape, scale, subtract, zip } from './tensor';

/** What one entry of A and Y adds to a sample's loss, and how that changes with A. */
interface EntryLoss {
  readonly term: (a: number, y: number) => number;
  readonly slope: (a: number, y: number) => number;
}

function ofEntries(
  name: string,
  { term, slope }: EntryLoss,
  notation: LossNotation,
  rest: Partial<Pick<Loss, 'sides' | 'logs'>> = {},
): Loss {
  return {
    name,
    cost: (A, Y) => {
      requireSameShape('A', A, 'Y', Y);
      const predicted = A.data;
      const wanted = Y.data;
      let total = 0;
      for (let i = 0, size = predicted.length; i < size; i++) {
        total += term(predicted[i] as number, wanted[i] as number);
      }
      return total / matrixShape(A)[0];
    },
    derivative: (A, Y, out) => {
      requireSameShape('A', A, 'Y', Y);
      return zip(A, Y, slope, out);
    },
    term,
    sides: null,
    logs: [],
    ...rest,
    notation,
  };
}

function squaredError(A: Tensor, Y: Tensor): number {
  requireSameShape('A', A, 'Y', Y);
  const [m] = matrixShape(A);
  const predicted = A.data;
  const wanted = Y.data;
  let total = 0;
  for (let i = 0, size = predicted.length; i < size; i++) {
    const error = (predicted[i] as number) - (wanted[i] as number);
    total += error * error;
  }
  return total / m;
}

const squares: LossNotation = {
  tex: (a, y) => `\\sum \\left(${a} - ${y}\\right)^2`,
  texSlope: (a, y) => `2\\left(${a} - ${y}\\right)`,
  words: { en: 'the squared error', ko: '제곱 오차' },
  python: (a, y) => `np.sum((${a} - ${y}) ** 2)`,
  pythonSlope: (a, y) => `2 * (${a} - ${y})`,
};

/** (1/m) Σ (A − Y)², summed over the outputs too, as the notes write it; each sample's derivative is 2 (A − Y). */
export const meanSquaredError: Loss = {
  name: 'mean squared error',
  cost: squaredError,
  derivative: (A, Y, out) => {
    const error = difference(A, Y, out);
    return scale(error, 2, error);
  },
  term: (a, y) => (a - y) ** 2,
  sides: null,
  logs: [],
  notation: squares,
};

/** (1/2m) Σ (A − Y)²: the cost whose derivative is the notes' A − Y. */
export const halvedSquaredError: Loss = {
  name: 'half the mean squared error',
  cost: (A, Y) => squaredError(A, Y) / 2,
  derivative: difference,
  term: (a, y) => (a - y) ** 2 / 2,
  sides: null,
  logs: [],
  notation: {
    ...squares,
    tex: (a, y) => `\\frac{1}{2} ${squares.tex(a, y)}`,
    texSlope: (a, y) => `${a} - ${y}`,
    python: (a, y) => `${squares.python(a, y)} / 2`,
    pythonSlope: (a, y) => `${a} - ${y}`,
  },
};

/** x · log y, which is 0 where x is 0 whatever y is. */
function timesLog(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(y);
}

/** −y log a and −(1 − y) log(1 − a). */
const ofHit: LogTerm = { weight: (y) => y, of: (a) => a, rise: 1 };
const ofMiss: LogTerm = { weight: (y) => 1 - y, of: (a) => 1 - a, rise: -1 };

/** −(1/m) Σ (Y log A + (1 − Y) log(1 − A)) for probabilities A, each output by itself. */
export const binaryCrossEntropy: Loss = ofEntries(
  'binary cross-entropy',
  {
    term: (a, y) => -timesLog(y, a) - timesLog(1 - y, 1 - a),
    slope: (a, y) => (a - y) / (a * (1 - a)),
  },
  {
    tex: (a, y) => `-\\sum \\left(${y} \\odot \\log ${a} + (1 - ${y}) \\odot \\log (1 - ${a})\\right)`,
    texSlope: (a, y) => `\\frac{${a} - ${y}}{${a} \\odot (1 - ${a})}`,
    words: { en: 'the binary cross-entropy', ko: '이진 교차 엔트로피' },
    python: (a, y) => `-np.sum(${y} * np.log(${a}) + (1 - ${y}) * np.log(1 - ${a}))`,
    pythonSlope: (a, y) => `(${a} - ${y}) / (${a} * (1 - ${a}))`,
  },
  { logs: [ofHit, ofMiss] },
);

/** −(1/m) Σ Y log A for rows of probabilities A and rows Y that sum to 1. */
export const crossEntropy: Loss = ofEntries(
  'cross-entropy',
  { term: (a, y) => -timesLog(y, a), slope: (a, y) => (y === 0 ? 0 : -y / a) },
  {
    tex: (a, y) => `-\\sum ${y} \\odot \\log ${a}`,
    texSlope: (a, y) => `-\\frac{${y}}{${a}}`,
    words: { en: 'the cross-entropy', ko: '교차 엔트로피' },
    python: (a, y) => `-np.sum(${y} * np.log(${a}))`,
    pythonSlope: (a, y) => `-${y} / ${a}`,
  },
  { logs: [ofHit] },
);

/** (1/m) Σ max(0, 1 − Y·A) for targets −1 and 1; at its kink, Y·A = 1, the slope is 0. */
export const hinge: Loss = ofEntries(
  'hinge',
  { term: (a, y) => Math.max(0, 1 - y * a), slope: (a, y) => (y * a < 1 ? -y : 0) },
  {
    tex: (a, y) => `\\sum \\max\\left(0, 1 - ${y} \\odot ${a}\\right)`,
    texSlope: (a, y) => `-${y} \\odot \\left[${y} \\odot ${a} < 1\\right]`,
    words: { en: 'the hinge loss', ko: '힌지 손실' },
    python: (a, y) => `np.sum(np.maximum(0, 1 - ${y} * ${a}))`,
    pythonSlope: (a, y) => `-${y} * (${y} * ${a} < 1)`,
  },
  { sides: (A, Y) => Uint8Array.from(A.data, (a, i) => (a * (Y.data[i] ?? NaN) < 1 ? 1 : 0)) },
);

/** Every loss by its name. */
export const losses = {
  'squared-error': meanSquaredError,
  'binary-cross-entropy': binaryCrossEntropy,
  'cross-entropy': crossEntropy,
  hinge,
} as const satisfies Readonly<Record<string, Loss>>;

export type LossName = keyof typeof losses;

/** A loss whose derivative goes through the function of the output in one step: A − Y, by Z. */
function fused(loss: Loss, name: string): Loss {
  const { texSlope, pythonSlope } = halvedSquaredError.notation;
  return { ...loss, name, derivative: difference, notation: { ...loss.notation, texSlope, pythonSlope } };
}

/**
 * The pairs of an output's function and a loss that have one simple derivative by Z together, A − Y: the steep parts of
 * both cancel. For softmax that is so where the rows of Y sum to 1.
 */
export const fusedLosses: readonly {
  readonly activation: ActivationName;
  readonly loss: LossName;
  /** The loss with ∂L/∂Z in the place of ∂L/∂A. */
  readonly fused: Loss;
}[] = [
  {
    activation: 'sigmoid',
    loss: 'binary-cross-entropy',
    fused: fused(binaryCrossEntropy, 'binary cross-entropy of a sigmoid'),
  },
  {
    activation: 'softmax',
    loss: 'cross-entropy',
    fused: fused(crossEntropy, 'cross-entropy of a softmax'),
  },
];

function difference(A: Tensor, Y: Tensor, out?: Tensor): Tensor {
  requireSameShape('A', A, 'Y', Y);
  return subtract(A, Y, out);
}
