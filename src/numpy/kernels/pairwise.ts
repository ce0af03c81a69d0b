/** Sums in NumPy's own order, so that the last digits agree. */

/** The sum of n doubles. */
export function pairwise(F: Float64Array, at: number, n: number, stride: number): number {
  if (n < 8) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += F[at + i * stride] as number;
    return sum;
  }
  if (n <= 128) {
    let [r0, r1, r2, r3] = [F[at], F[at + stride], F[at + 2 * stride], F[at + 3 * stride]] as [
      number,
      number,
      number,
      number,
    ];
    let [r4, r5, r6, r7] = [
      F[at + 4 * stride],
      F[at + 5 * stride],
      F[at + 6 * stride],
      F[at + 7 * stride],
    ] as [number, number, number, number];
    let i = 8;
    for (; i < n - (n % 8); i += 8) {
      const p = at + i * stride;
      r0 += F[p] as number;
      r1 += F[p + stride] as number;
      r2 += F[p + 2 * stride] as number;
      r3 += F[p + 3 * stride] as number;
      r4 += F[p + 4 * stride] as number;
      r5 += F[p + 5 * stride] as number;
      r6 += F[p + 6 * stride] as number;
      r7 += F[p + 7 * stride] as number;
    }
    let sum = r0 + r1 + (r2 + r3) + (r4 + r5 + (r6 + r7));
    for (; i < n; i++) sum += F[at + i * stride] as number;
    return sum;
  }
  let half = n >> 1;
  half -= half % 8;
  return pairwise(F, at, half, stride) + pairwise(F, at + half * stride, n - half, stride);
}

/** The same in single precision: every step is rounded. */
export function pairwise32(F: Float64Array, at: number, n: number, stride: number): number {
  const f = Math.fround;
  if (n < 8) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum = f(sum + (F[at + i * stride] as number));
    return sum;
  }
  if (n <= 128) {
    const r = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => F[at + k * stride] as number);
    let i = 8;
    for (; i < n - (n % 8); i += 8)
      for (let k = 0; k < 8; k++) r[k] = f((r[k] as number) + (F[at + (i + k) * stride] as number));
    const g = (k: number): number => f((r[k] as number) + (r[k + 1] as number));
    let sum = f(f(g(0) + g(2)) + f(g(4) + g(6)));
    for (; i < n; i++) sum = f(sum + (F[at + i * stride] as number));
    return sum;
  }
  let half = n >> 1;
  half -= half % 8;
  return f(pairwise32(F, at, half, stride) + pairwise32(F, at + half * stride, n - half, stride));
}
