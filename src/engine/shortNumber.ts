/** A number in a sentence: so many significant digits, no zeros at its end, and a minus that is one. */
export function shortNumber(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits))).replaceAll('-', '−');
}
