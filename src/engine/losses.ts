/** Costs of a batch, each beside its derivative. Rows are samples: A and Y are (m, n_out). */
import type { Tensor } from './tensor';
import { map, matrixShape, requireSameShape, scale, subtract, sum, zip } from './tensor';

/**
 * A cost that is the mean over the m samples of each sample's loss. `derivative` is that of the sample's loss, row by
 * row; the 1/m of the mean is applied where the notes apply it, in dW and db.
 */
export interface Loss {
  readonly name: string;
  readonly cost: (A: Tensor, Y: Tensor) => number;
  readonly derivative: (A: Tensor, Y: Tensor) => Tensor;
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

/** (1/m) Σ (A − Y)², summed over the outputs too, as the notes write it; each sample's derivative is 2 (A − Y). */
export const meanSquaredError: Loss = {
  name: 'mean squared error',
  cost: squaredError,
  derivative: (A, Y) => scale(difference(A, Y), 2),
};

/** (1/2m) Σ (A − Y)²: the cost whose derivative is the notes' A − Y. */
export const halvedSquaredError: Loss = {
  name: 'half the mean squared error',
  cost: (A, Y) => squaredError(A, Y) / 2,
  derivative: difference,
};

/** e^z / Σ e^z along each row of Z (m, n): probabilities, computed without overflow. */
export function softmax(Z: Tensor): Tensor {
  return map(logSoftmax(Z), Math.exp);
}

/**
 * −(1/m) Σ Y · log softmax(Z), softmax and cross-entropy as one unit: it reads the output layer's Z (whose activation
 * is then the identity), because together they have the simple derivative softmax(Z) · Σ Y − Y, which is
 * softmax(Z) − Y for one-hot Y, and neither overflows nor loses digits.
 */
export const softmaxCrossEntropy: Loss = {
  name: 'cross-entropy of softmax',
  cost: (Z, Y) => {
    requireSameShape('Z', Z, 'Y', Y);
    return sum(zip(Y, logSoftmax(Z), (y, logarithm) => (y === 0 ? 0 : -y * logarithm))) / matrixShape(Z)[0];
  },
  derivative: (Z, Y) => {
    requireSameShape('Z', Z, 'Y', Y);
    const [, n] = matrixShape(Z);
    const P = softmax(Z);
    const data = P.data.map((p, i) => {
      const row = i - (i % n);
      return p * Y.data.subarray(row, row + n).reduce((total, y) => total + y, 0) - (Y.data[i] ?? NaN);
    });
    return { shape: Z.shape, data };
  },
};

function difference(A: Tensor, Y: Tensor): Tensor {
  requireSameShape('A', A, 'Y', Y);
  return subtract(A, Y);
}

/** z − log Σ e^z along each row; the row's largest entry is taken out first, so nothing overflows. */
function logSoftmax(Z: Tensor): Tensor {
  const [m, n] = matrixShape(Z);
  const data = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    const row = Z.data.subarray(i * n, (i + 1) * n);
    const largest = row.reduce((most, z) => Math.max(most, z), -Infinity);
    const total = row.reduce((powers, z) => powers + Math.exp(z - largest), 0);
    const logarithm = largest + Math.log(total);
    for (let j = 0; j < n; j++) data[i * n + j] = (row[j] ?? NaN) - logarithm;
  }
  return { shape: Z.shape, data };
}
