/** Decompositions of matrices for Python: LAPACK's, sign by sign. */
import { compact } from './assign';
import { COMPLEX128, FLOAT64 } from './elementTypes';
import type { Heap } from './heap';
import { Dense } from './lapack/dense';
import { generalEigen } from './lapack/general';
import { determinant, solution } from './lapack/linear';
import { factors } from './lapack/orthogonal';
import { singular } from './lapack/singular';
import { symmetricEigen } from './lapack/symmetric';
import { PythonError } from './pythonError';
import { SCRATCH } from './scratch';
import { nth } from './nth';
import { View } from './view';

export class Decompositions {
  private readonly view = new View();

  constructor(private readonly h: Heap) {}

  /** (u, values, vt): with all the vectors there are, or as many as there are values. */
  svd(matrix: number, whole: number): number {
    const { u, values, vt } = this.settled(() => singular(this.read(matrix), whole === this.h.true_));
    return this.tuple([this.matrix(u), this.doubles(values), this.matrix(vt)]);
  }

  /** (values, vectors) of a symmetric matrix, of which what lies below the diagonal is read. */
  eigh(matrix: number): number {
    const { values, vectors } = this.settled(() => symmetricEigen(this.read(matrix)));
    return this.tuple([this.doubles(values), this.matrix(vectors)]);
  }

  /** (values, vectors) of any square matrix, as complex numbers. */
  eig(matrix: number): number {
    const { re, im, vectorsRe, vectorsIm } = this.settled(() => generalEigen(this.read(matrix)));
    const n = re.length;
    return this.tuple([this.complex([n], re, im), this.complex([n, n], vectorsRe.data, vectorsIm.data)]);
  }

  /** (q, r), with as many columns of q as asked for. */
  qr(matrix: number, columns: number): number {
    const { q, r } = factors(this.read(matrix), this.h.index(columns));
    return this.tuple([this.matrix(q), this.matrix(r)]);
  }

  /** (sign, sizes of the factors) of the determinant; None where it is zero. */
  determinant(matrix: number): number {
    const found = determinant(this.read(matrix));
    if (found === null) return this.h.returnNone();
    return this.tuple([this.h.float64(found.sign), this.doubles(found.factors)]);
  }

  /** x of a · x = b, as a matrix; None where there is none. */
  solve(a: number, b: number): number {
    const x = solution(this.read(a), this.read(b));
    return x === null ? this.h.returnNone() : this.matrix(x);
  }

  private settled<T>(compute: () => T): T {
    try {
      return compute();
    } catch (error) {
      throw new PythonError('value', error instanceof Error ? error.message : String(error));
    }
  }

  private read(matrix: number): Dense {
    const { h, view } = this;
    h.load(view, matrix);
    compact(h, view, SCRATCH.a, FLOAT64);
    const [rows, columns] = [nth(view.shape, 0), nth(view.shape, 1)];
    return new Dense(rows, columns, h.F64.slice(view.ptr >> 3, (view.ptr >> 3) + rows * columns));
  }

  private matrix({ rows, columns, data }: Dense): number {
    return this.array([rows, columns], FLOAT64, data);
  }

  private doubles(values: Float64Array): number {
    return this.array([values.length], FLOAT64, values);
  }

  private complex(shape: readonly number[], re: Float64Array, im: Float64Array): number {
    const both = new Float64Array(2 * re.length);
    re.forEach((x, i) => {
      both[2 * i] = x;
      both[2 * i + 1] = nth(im, i);
    });
    return this.array(shape, COMPLEX128, both);
  }

  private array(shape: readonly number[], code: number, elements: Float64Array): number {
    const to = new View();
    to.layOut(shape);
    to.code = code;
    const made = this.h.newArray(to);
    this.h.F64.set(elements, to.ptr >> 3);
    return made;
  }

  private tuple(items: readonly number[]): number {
    const made = this.h.made(this.h.api._PyTuple_New(items.length));
    items.forEach((item, i) => {
      this.h.api._PyTuple_SetItem(made, i, item);
    });
    return made;
  }
}
