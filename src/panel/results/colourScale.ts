/** How wrong an entry is, as one of a few steps that differ in colour and in lightness. */

/** Step 0 is equal; the others are parts of the decades of the relative error, up to `steps - 1` for errors of the size of the value. */
export const steps = 6;

/**
 * The step of a relative error; null (nothing to compare, or not finite) counts as fully wrong. `pass` is the largest
 * error of an entry that counts as right.
 */
export function stepOf(error: number | null, pass = 1e-7): number {
  if (error === null || Number.isNaN(error)) return steps - 1;
  if (error <= pass) return 0;
  // The decades from there to 1 are spread over the steps 1 … steps-1.
  const fraction = 1 - Math.log10(Math.min(error, 1)) / Math.log10(pass);
  return Math.min(steps - 1, 1 + Math.floor(fraction * (steps - 1)));
}
