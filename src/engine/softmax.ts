/** Softmax along the rows of a matrix, and its way back. */
import type { Tensor } from './tensor';
import { map, matrixShape, resultArray } from './tensor';

/** z − log Σ e^z along each row of Z (m, n); the row's largest entry is taken out first, so nothing overflows. */
function logSoftmax(Z: Tensor, out?: Tensor): Tensor {
  const [m, n] = matrixShape(Z);
  const result = resultArray(Z.shape, out);
  for (let i = 0; i < m; i++) {
    const row = Z.data.subarray(i * n, (i + 1) * n);
    const largest = row.reduce((most, z) => Math.max(most, z), -Infinity);
    const total = row.reduce((powers, z) => powers + Math.exp(z - largest), 0);
    const logarithm = largest + Math.log(total);
    for (let j = 0; j < n; j++) result.data[i * n + j] = (row[j] ?? NaN) - logarithm;
  }
  return result;
}

/** e^z / Σ e^z along each row of Z (m, n): probabilities, computed without overflow. */
export function softmax(Z: Tensor, out?: Tensor): Tensor {
  const logarithms = logSoftmax(Z, out);
  return map(logarithms, Math.exp, logarithms);
}

/** A ⊙ (dA − Σ dA ⊙ A along each row), with A = softmax(Z): ∂L/∂Z from ∂L/∂A. */
export function softmaxPullBack(dA: Tensor, Z: Tensor, out?: Tensor): Tensor {
  const [m, n] = matrixShape(Z);
  const A = softmax(Z);
  const dZ = resultArray(Z.shape, out);
  for (let i = 0; i < m; i++) {
    let inner = 0;
    for (let at = i * n; at < (i + 1) * n; at++) inner += (dA.data[at] as number) * (A.data[at] as number);
    for (let at = i * n; at < (i + 1) * n; at++) {
      dZ.data[at] = (A.data[at] as number) * ((dA.data[at] as number) - inner);
    }
  }
  return dZ;
}
