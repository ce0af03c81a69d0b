/** The arrays of a network, turned. */
import { transpose, type Tensor } from '../../src/engine/tensor';

/**
 * The same arrays with samples as columns: X (n_in, m), W (n_out, n_in), b (n_out, 1), Z (n_out, m). Applied twice it
 * gives the arrays back. With samples as columns the equations read
 * Z = W·X + b, dW = (1/m) dZ·Xᵀ, db = (1/m) Σ dZ over the columns, dX = Wᵀ·dZ.
 */
export function columnForm(rowForm: ReadonlyMap<string, Tensor>): Map<string, Tensor> {
  return new Map(Array.from(rowForm, ([name, matrix]) => [name, transpose(matrix)]));
}
