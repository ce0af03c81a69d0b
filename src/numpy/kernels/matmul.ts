/** Matrix products: `dot` and `matmul` over doubles with any strides. */
import { matmul, zeros } from 'numpy-ts/core';
import { asDoubles, compact } from './assign';
import { loadOperand, promote } from './operands';
import { SCRATCH } from './scratch';
import { shapeText } from './view';
import type { Heap } from './heap';
import { FLOAT32, FLOAT64, itemSize } from './elementTypes';
import { PythonError } from './pythonError';
import { nth } from './nth';
import { View } from './view';
import { tellFaults, type FaultUpcalls } from './faults';
import { isFaultless, productFaults } from './totalFaults';
import { fromDoubles } from './stored';
import { whole } from './vectors/vectors';

/** What the products ask Python to do. */
export interface MatmulUpcalls extends FaultUpcalls {
  slow_dot: number;
  slow_matmul: number;
}

/** From this many multiplications on, numpy-ts is faster, the copies to its memory and back included. */
const LARGE = 16384;

/** `Σ a[p] b[p]` in several sums at once, which need not wait for one another. */
function inner(h: Heap, k: number, a: number, a1: number, b: number, b1: number): number {
  const F = h.F64;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let p = 0;
  if (k >= 64 && a1 === 1 && b1 === 1) {
    s0 = h.vectors.inner(k, a, b);
    p = whole(k);
    a += p;
    b += p;
  } else if (k >= 64) {
    for (; p + 4 <= k; p += 4, a += 4 * a1, b += 4 * b1) {
      s0 += (F[a] as number) * (F[b] as number);
      s1 += (F[a + a1] as number) * (F[b + b1] as number);
      s2 += (F[a + 2 * a1] as number) * (F[b + 2 * b1] as number);
      s3 += (F[a + 3 * a1] as number) * (F[b + 3 * b1] as number);
    }
  }
  for (; p < k; p++, a += a1, b += b1) s0 += (F[a] as number) * (F[b] as number);
  return s0 + s1 + (s2 + s3);
}

/** `r[i, j] = Σ a[i, k] b[k, j]`; r lies in C order, the others have strides. */
function multiply(
  h: Heap,
  m: number,
  n: number,
  k: number,
  a: number,
  a0: number,
  a1: number,
  b: number,
  b0: number,
  b1: number,
  r: number,
): void {
  const F = h.F64;
  if (m === 1 && n === 1) {
    F[r] = inner(h, k, a, a1, b, b0);
    return;
  }
  for (let i = 0; i < m; i++) {
    const ai = a + i * a0;
    for (let j = 0; j < n; j++) {
      let at = ai;
      let bt = b + j * b1;
      let sum = 0;
      for (let p = 0; p < k; p++, at += a1, bt += b0) sum += (F[at] as number) * (F[bt] as number);
      F[r + i * n + j] = sum;
    }
  }
}

/** The products of arrays. */
export class Products {
  private readonly a = new View();
  private readonly b = new View();
  private readonly r = new View();

  constructor(
    private readonly h: Heap,
    private readonly up: MatmulUpcalls,
  ) {}

  /** `numpy.dot`. */
  dot(x: number, y: number): number {
    const { h, a, b } = this;
    if (!loadOperand(h, a, x, 0) || !loadOperand(h, b, y, 1) || a.nd === 0 || b.nd === 0) {
      return h.call(this.up.slow_dot, x, y);
    }
    const axis = b.nd === 1 ? 0 : b.nd - 2;
    const inner = nth(a.shape, a.nd - 1);
    if (inner !== b.shape[axis]) {
      throw new PythonError(
        'value',
        `shapes ${shapeText(a)} and ${shapeText(b)} not aligned: ${String(inner)} (dim ${String(a.nd - 1)}) != ${String(b.shape[axis])} (dim ${String(axis)})`,
      );
    }
    if (a.nd > 2 || b.nd > 2) return h.call(this.up.slow_dot, x, y);
    return this.product(x, y, 'dot');
  }

  /** `numpy.matmul`, the `@` operator. */
  matmul(x: number, y: number): number {
    const { h, a, b } = this;
    if (!loadOperand(h, a, x, 0) || !loadOperand(h, b, y, 1)) return h.call(this.up.slow_matmul, x, y);
    if (a.nd === 0 || b.nd === 0 || a.nd > 2 || b.nd > 2) return h.call(this.up.slow_matmul, x, y);
    const axis = b.nd === 1 ? 0 : b.nd - 2;
    const inner = nth(a.shape, a.nd - 1);
    const other = nth(b.shape, axis);
    if (inner !== other) {
      throw new PythonError(
        'value',
        'matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ' +
          `(n?,k),(k,m?)->(n?,m?) (size ${String(other)} is different from ${String(inner)})`,
      );
    }
    return this.product(x, y, 'matmul');
  }

  /** The same by numpy-ts: of two matrices, to `to`; all three hold doubles, or all three singles. */
  private library(m: number, n: number, k: number, to: number, code: number): void {
    const { h, a, b } = this;
    compact(h, a, SCRATCH.a, code);
    compact(h, b, SCRATCH.b, code);
    const [name, F] = code === FLOAT64 ? (['float64', h.F64] as const) : (['float32', h.F32] as const);
    const [left, right] = [zeros([m, k], name), zeros([k, n], name)];
    const size = itemSize(code);
    (left.data as Float64Array).set(F.subarray(a.ptr / size, a.ptr / size + m * k));
    (right.data as Float64Array).set(F.subarray(b.ptr / size, b.ptr / size + k * n));
    const result = matmul(left, right);
    F.set(result.data as Float64Array, to / size);
    for (const array of [left, right, result]) array.dispose();
  }

  /** The product of the operands that are loaded, which are `x` and `y`. */
  private product(x: number, y: number, name: string): number {
    const { h, a, b, r } = this;
    const type = promote(a, b);
    const k = nth(a.shape, a.nd - 1);
    const m = a.nd === 2 ? nth(a.shape, 0) : 1;
    const n = b.nd === 2 ? nth(b.shape, 1) : 1;
    let nd = 0;
    if (a.nd === 2) r.shape[nd++] = m;
    if (b.nd === 2) r.shape[nd++] = n;
    r.layOut(r.shape, nd);
    r.code = type;
    const isLarge = m * n * k >= LARGE && n > 1 && m > 1;
    // Single precision stays single in a large product, as in the BLAS.
    const single = isLarge && type === FLOAT32 && a.store === FLOAT32 && b.store === FLOAT32;
    const direct = (single || type === FLOAT64) && nd > 0;
    const array = direct ? h.newArray(r) : 0;
    const to = direct ? r.ptr : h.scratch(SCRATCH.result, r.size * 8);
    if (isLarge) this.library(m, n, k, to, single ? FLOAT32 : FLOAT64);
    else {
      asDoubles(h, a, SCRATCH.a);
      asDoubles(h, b, SCRATCH.b);
      const a0 = a.nd === 2 ? nth(a.strides, 0) : 0;
      const a1 = nth(a.strides, a.nd - 1);
      const b0 = nth(b.strides, 0);
      const b1 = b.nd === 2 ? nth(b.strides, 1) : 0;
      multiply(h, m, n, k, a.ptr >> 3, a0, a1, b.ptr >> 3, b0, b1, to >> 3);
    }
    const faults = isFaultless(h, type, to, m * n, single) ? 0 : this.faults(type, x, y, to, single);
    const result = direct ? array : fromDoubles(h, to, type, r.shape, nd);
    if (faults !== 0) tellFaults(h, this.up, faults, name, result);
    return result;
  }

  private faults(type: number, x: number, y: number, to: number, single: boolean): number {
    const { h, a, b, r } = this;
    loadOperand(h, a, x, 0);
    loadOperand(h, b, y, 1);
    asDoubles(h, a, SCRATCH.a);
    asDoubles(h, b, SCRATCH.b);
    const totals = single
      ? h.F32.subarray(to >> 2, (to >> 2) + r.size)
      : h.F64.subarray(to >> 3, (to >> 3) + r.size);
    return productFaults(h, type, a, b, totals);
  }
}
