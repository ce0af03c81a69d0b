/**
 * How far two numbers may lie apart and still count as the same: every tolerance of the verdict and of the diagnosis,
 * by the precision of the arithmetic that made them. Learners compute in NumPy's float64 unless they ask for less.
 */

/** The arithmetic behind an array: float64, float32 or float16. */
export type Precision = 'double' | 'single' | 'half';

export interface Tolerance {
  /** The largest relative error at which an entry counts as right. */
  readonly pass: number;
  /**
   * The part of an array's largest entry below which errors are absolute: entries that cancel to nearly nothing keep the
   * rounding of what cancelled.
   */
  readonly floor: number;
  /**
   * Rounding that a different order of the same operations may leave, relative to the largest entry: what the diagnosis
   * allows where it recognises a mistake by its numbers.
   */
  readonly rounding: number;
  /** How far the entries may stray from one ratio for it to be called constant. */
  readonly ratio: number;
  /** The largest relative error at which a gradient counts as confirmed by central differences. */
  readonly slope: number;
  /** Costs of a training further apart than this, relative to the larger, have parted. */
  readonly curve: number;
}

/**
 * Double: rounding reaches 1e-12 (1e-14 for the sizes of the probes, 1e-13 after a thousand updates), known mistakes
 * start at 1e-6. CS231n's notes on gradient checks call a relative error of 1e-7 good and 1e-4 usually fine where there
 * are kinks, PyTorch's gradcheck allows 1e-3; with steps that avoid the kinks we measure below 1e-9 for ReLU networks
 * with squared error and 2e-7 for curved ones. Single and half keep 24 and 11 bits, of which sums over a batch of 100 and
 * three layers lose up to eight; mistakes stay far above that.
 */
const tolerances: Readonly<Record<Precision, Tolerance>> = {
  double: { pass: 1e-7, floor: 0, rounding: 1e-9, ratio: 1e-6, slope: 1e-5, curve: 1e-9 },
  single: { pass: 2e-5, floor: 1, rounding: 2e-5, ratio: 1e-4, slope: 1e-4, curve: 1e-4 },
  half: { pass: 2e-2, floor: 1, rounding: 2e-2, ratio: 5e-2, slope: 5e-2, curve: 5e-2 },
};

/** Below this magnitude differences are absolute, so that two noisy zeros agree (CS231n's `max(1e-8, |a|+|b|)`). */
export const magnitudeFloor = 1e-8;

/** The tolerances for numbers of a precision. */
export function toleranceFor(precision: Precision = 'double'): Tolerance {
  return tolerances[precision];
}

/** The precision of NumPy's arithmetic on arrays of that dtype; integers and booleans become float64. */
export function precisionOf(dtype: string): Precision {
  return dtype === 'float32' ? 'single' : dtype === 'float16' ? 'half' : 'double';
}

const order: readonly Precision[] = ['double', 'single', 'half'];

/** The coarser of two precisions: what comes of numbers of both. */
export function coarser(a: Precision = 'double', b: Precision = 'double'): Precision {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** Whether two ratios are the same but for rounding. */
export function isClose(a: number, b: number, precision: Precision = 'double'): boolean {
  return Math.abs(a - b) <= tolerances[precision].rounding * Math.abs(b);
}
