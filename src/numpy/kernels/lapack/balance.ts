/** Balancing before eigenvalues are looked for: what stands alone is set apart, and rows and columns are made of one size. */
import { item, length, vector } from './dense';
import type { Dense } from './dense';

/** Which rows are left to be worked on, and how what was done is undone in eigenvectors. */
export interface Balanced {
  readonly low: number;
  readonly high: number;
  undo(x: Dense): void;
}

/** Balances a square matrix in place. */
export function balance(a: Dense): Balanced {
  const n = a.rows;
  const scale = vector(n);
  let [low, high] = [1, n];
  const exchange = (i: number, with_: number): void => {
    scale[with_] = i;
    if (i === with_) return;
    a.swapColumns(i, with_, high);
    a.swapRows(i, with_, low);
  };
  const alone = (i: number, entry: (other: number) => number): boolean => {
    for (let j = low; j <= high; j++) if (j !== i && entry(j) !== 0) return false;
    return true;
  };
  // A row with nothing beside the diagonal is an eigenvalue by itself and goes to the end, a column of that kind to the front.
  for (let found = true; found && high > 1;) {
    found = false;
    for (let i = high; i >= 1 && high > 1; i--) {
      if (!alone(i, (j) => a.get(i, j))) continue;
      exchange(i, high);
      high--;
      found = true;
    }
  }
  for (let found = high > 1; found;) {
    found = false;
    for (let j = low; j <= high; j++) {
      if (!alone(j, (i) => a.get(i, j))) continue;
      exchange(j, low);
      low++;
      found = true;
    }
  }
  if (high === 1) scale[1] = 1;
  for (let i = low; i <= high; i++) if (high > 1) scale[i] = 1;
  if (high > 1) equalise(a, scale, low, high);
  return {
    low,
    high,
    undo: (x) => {
      if (high > 1)
        for (let i = low; i <= high; i++)
          for (let j = 1; j <= n; j++) x.set(i, j, x.get(i, j) * item(scale, i));
      for (let i = low - 1; i >= 1; i--) x.swapRows(i, item(scale, i));
      for (let i = high + 1; i <= n; i++) x.swapRows(i, item(scale, i));
    },
  };
}

/** Multiplies rows and divides columns by powers of two until they are of one size. */
function equalise(a: Dense, scale: Float64Array, low: number, high: number): void {
  const column = (i: number): number => length(a.column(i, low, high));
  const row = (i: number): number => length(a.row(i, low).slice(0, high - low + 1));
  for (let changed = true; changed;) {
    changed = false;
    for (let i = low; i <= high; i++) {
      let [c, r] = [column(i), row(i)];
      if (c === 0 || r === 0) continue;
      const sum = c + r;
      let f = 1;
      for (; c < r / 2 && f < 1e150; [f, c, r] = [f * 2, c * 2, r / 2]);
      for (; c / 2 >= r && f > 1e-150; [f, c, r] = [f / 2, c / 2, r * 2]);
      if (c + r >= 0.95 * sum) continue;
      changed = true;
      scale[i] = item(scale, i) * f;
      for (let j = low; j <= a.columns; j++) a.set(i, j, a.get(i, j) / f);
      for (let j = 1; j <= high; j++) a.set(j, i, a.get(j, i) * f);
    }
  }
}
