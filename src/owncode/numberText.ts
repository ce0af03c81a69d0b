/** A number in a sentence: six digits at most. */
export function formatNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}
