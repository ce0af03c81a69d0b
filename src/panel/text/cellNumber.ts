/** Numbers that have little room: in the cells of a table, and in the nodes of a network. */

const minus = (text: string): string => text.replaceAll('-', '−');

/** A number in at most six characters: three decimals below 1, fewer above, powers of ten where neither fits. */
export function cellNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 10_000) return minus(String(value));
  if (size < 0.0005 || size >= 9999.5) return minus(value.toExponential(0).replace('e+', 'e'));
  if (size >= 999.95) return minus(value.toFixed(0));
  return minus(value.toFixed(size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3));
}
