/**
 * Matrices of doubles, and what LAPACK does with them. As in its papers, rows and columns count from one here, and so do
 * the positions of vectors (position zero lies unused).
 */

/** A reflection 1 − τ v vᵀ, whose v begins with a one, and what it makes of the vector that it was made for: (β, 0, …). */
export interface Reflection {
  readonly v: Float64Array;
  readonly tau: number;
  readonly beta: number;
}

/** The magnitude of `a` with the sign of `b`; zero has a sign too. */
export function withSign(a: number, b: number): number {
  return b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a);
}

/** A vector whose positions count from one. */
export function vector(n: number): Float64Array {
  return new Float64Array(n + 2);
}

/** The item of a vector at a position that must be there. */
export function item(v: Float64Array, i: number): number {
  return v[i] as number;
}

/** The length of a vector, without overflow on the way. */
export function length(x: Float64Array, from = 0): number {
  let most = 0;
  for (let i = from; i < x.length; i++) most = Math.max(most, Math.abs(item(x, i)));
  if (most === 0 || !Number.isFinite(most)) return most;
  let sum = 0;
  for (let i = from; i < x.length; i++) sum += (item(x, i) / most) ** 2;
  return most * Math.sqrt(sum);
}

/** The reflection that leaves of `x` only its first item; where nothing follows that is not zero, it changes nothing. */
export function reflection(x: Float64Array): Reflection {
  const alpha = item(x, 0);
  const rest = length(x, 1);
  const v = x.slice();
  v[0] = 1;
  if (rest === 0) return { v, tau: 0, beta: alpha };
  const beta = -withSign(Math.hypot(alpha, rest), alpha);
  for (let i = 1; i < v.length; i++) v[i] = item(v, i) * (1 / (alpha - beta));
  return { v, tau: (beta - alpha) / beta, beta };
}

/** A matrix, its elements row by row. */
export class Dense {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly data: Float64Array = new Float64Array(rows * columns),
  ) {}

  static identity(rows: number, columns = rows): Dense {
    const made = new Dense(rows, columns);
    for (let i = 1; i <= Math.min(rows, columns); i++) made.set(i, i, 1);
    return made;
  }

  get(i: number, j: number): number {
    return this.data[(i - 1) * this.columns + j - 1] as number;
  }

  set(i: number, j: number, value: number): void {
    this.data[(i - 1) * this.columns + j - 1] = value;
  }

  copy(): Dense {
    return new Dense(this.rows, this.columns, this.data.slice());
  }

  transposed(): Dense {
    const made = new Dense(this.columns, this.rows);
    for (let i = 1; i <= this.rows; i++)
      for (let j = 1; j <= this.columns; j++) made.set(j, i, this.get(i, j));
    return made;
  }

  /** The upper left part, filled up with zeros where it is larger than the matrix. */
  part(rows: number, columns: number): Dense {
    const made = new Dense(rows, columns);
    for (let i = 1; i <= Math.min(rows, this.rows); i++)
      for (let j = 1; j <= Math.min(columns, this.columns); j++) made.set(i, j, this.get(i, j));
    return made;
  }

  /** The items of a column, from a row on down to another. */
  column(j: number, from: number, to = this.rows): Float64Array {
    return Float64Array.from({ length: to - from + 1 }, (_, i) => this.get(from + i, j));
  }

  /** The items of a row, from a column on. */
  row(i: number, from: number): Float64Array {
    return Float64Array.from({ length: this.columns - from + 1 }, (_, j) => this.get(i, from + j));
  }

  /** Reflects the rows from `row` on, as many as the reflection has items, in the columns from `column` on. */
  reflectRows({ v, tau }: Reflection, row: number, column = 1): void {
    if (tau === 0) return;
    for (let j = column; j <= this.columns; j++) {
      let along = 0;
      for (let i = 0; i < v.length; i++) along += item(v, i) * this.get(row + i, j);
      along *= tau;
      for (let i = 0; i < v.length; i++) this.set(row + i, j, this.get(row + i, j) - along * item(v, i));
    }
  }

  /** Reflects the columns from `column` on, as many as the reflection has items, in the rows from `row` on. */
  reflectColumns({ v, tau }: Reflection, column: number, row = 1, lastRow = this.rows): void {
    if (tau === 0) return;
    for (let i = row; i <= lastRow; i++) {
      let along = 0;
      for (let j = 0; j < v.length; j++) along += item(v, j) * this.get(i, column + j);
      along *= tau;
      for (let j = 0; j < v.length; j++)
        this.set(i, column + j, this.get(i, column + j) - along * item(v, j));
    }
  }

  /** Turns two rows against each other, in the columns from `from` on. */
  rotateRows(i: number, k: number, c: number, s: number, from = 1): void {
    for (let j = from; j <= this.columns; j++) {
      const [x, y] = [this.get(i, j), this.get(k, j)];
      this.set(i, j, c * x + s * y);
      this.set(k, j, c * y - s * x);
    }
  }

  /** Turns two columns against each other, down to the row `to`. */
  rotateColumns(j: number, k: number, c: number, s: number, to = this.rows): void {
    for (let i = 1; i <= to; i++) {
      const [x, y] = [this.get(i, j), this.get(i, k)];
      this.set(i, j, c * x + s * y);
      this.set(i, k, c * y - s * x);
    }
  }

  swapRows(i: number, k: number, from = 1): void {
    for (let j = from; j <= this.columns; j++) {
      const x = this.get(i, j);
      this.set(i, j, this.get(k, j));
      this.set(k, j, x);
    }
  }

  swapColumns(j: number, k: number, to = this.rows): void {
    for (let i = 1; i <= to; i++) {
      const x = this.get(i, j);
      this.set(i, j, this.get(i, k));
      this.set(i, k, x);
    }
  }
}
