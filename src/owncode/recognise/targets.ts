/** Which of the arrays that a run left could be the targets of a network's outputs. */
import type { Samples } from '../../engine/columnForm';
import type { Tensor } from '../../engine/tensor';
import { sameShape, transpose } from '../../engine/tensor';
import type { Pool } from './pool';

/** Rows with a 1 at the class of each sample; null where the numbers are no classes. */
function oneHot({ data }: Tensor, classes: number): Tensor | null {
  const isClasses = data.every((label) => Number.isInteger(label) && label >= 0 && label < classes);
  if (!isClasses) return null;
  const rows = new Float64Array(data.length * classes);
  data.forEach((label, i) => {
    rows[i * classes + label] = 1;
  });
  return { shape: [data.length, classes], data: rows };
}

/** An array as (m, n_out) in rows, as code with such samples would keep it; null where it does not fit. */
function asTarget(value: Tensor, [m, n]: readonly [number, number], samples: Samples): Tensor | null {
  const { shape, data } = value;
  if (data.length !== m * n) return null;
  if (shape.length === 2 && n > 1 && m > 1) {
    const rows = samples === 'rows' ? value : transpose(value);
    return sameShape(rows.shape, [m, n]) ? rows : null;
  }
  return { shape: [m, n], data };
}

/** The arrays that could be the targets for outputs (m, n_out), each once: what was given first. */
export function targetsFor(pool: Pool, size: readonly [number, number], samples: Samples): readonly Tensor[] {
  const [m, n] = size;
  const wanted = pool.ofSize(m * n).flatMap((value) => asTarget(value, size, samples) ?? []);
  const labels = n > 1 && m * n !== m ? pool.ofSize(m).flatMap((value) => oneHot(value, n) ?? []) : [];
  return [...wanted, ...labels];
}
