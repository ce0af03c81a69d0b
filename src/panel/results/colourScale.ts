/** How wrong an entry is, as one of a few steps that differ in colour and in lightness. */

/** Step 0 is equal; the others are decades of the relative error, up to `steps - 1` for errors of the size of the value. */
export const steps = 6;

/** The tolerance of a passing array (design of the report). */
const tolerance = 1e-7;

/** The step of a relative error; null (nothing to compare, or not finite) counts as fully wrong. */
export function stepOf(error: number | null): number {
  if (error === null || Number.isNaN(error)) return steps - 1;
  if (error <= tolerance) return 0;
  // 1e-7 … 1 are seven decades over the steps 1 … steps-1.
  const fraction = (Math.log10(Math.min(error, 1)) + 7) / 7;
  return Math.min(steps - 1, 1 + Math.floor(fraction * (steps - 1)));
}
