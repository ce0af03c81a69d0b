/** Numbers as the picture writes them: such that a calculation comes out as it is printed. */
import { cellNumber } from '../text/cellNumber';

const minus = (text: string): string => text.replaceAll('-', '−');

const leastDigits = 3;
const mostDigits = 6;

/** So many decimals; a whole number has none. */
function fixed(value: number, digits: number): string {
  if (Number.isInteger(value)) return minus(String(value));
  return minus(value.toFixed(digits));
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A calculation as it is printed. */
export interface Calculation {
  readonly left: string;
  readonly right: string;
  /** Whether the numbers as printed give the result as printed; else it is near. */
  readonly isExact: boolean;
}

/**
 * A calculation with as few decimals as make it come out, from three on. `write` gives its left side from a function
 * that prints a number, `compute` its value from one that rounds a number as it is printed.
 */
function calculation(
  result: number,
  write: (print: (value: number) => string) => string,
  compute: (round: (value: number) => number) => number,
): Calculation {
  for (let digits = leastDigits; digits <= mostDigits; digits++) {
    const right = fixed(result, digits);
    const read = fixed(
      rounded(
        compute((value) => rounded(value, digits)),
        digits,
      ),
      digits,
    );
    // A result that the digits do not show at all says nothing.
    const isVisible = result === 0 || rounded(result, digits) !== 0;
    if (isVisible && Number(read.replace('−', '-')) === Number(right.replace('−', '-')))
      return { left: write((value) => fixed(value, digits)), right, isExact: true };
  }
  return {
    left: write((value) => fixed(value, leastDigits)),
    right: cellNumber(result),
    isExact: false,
  };
}

/** `a × b + c × d`: a sum of products. */
export function sumOfProducts(terms: readonly (readonly number[])[], result: number): Calculation {
  return calculation(
    result,
    (print) => terms.map((factors) => factors.map(print).join(' × ')).join(' + '),
    (round) =>
      terms.reduce((sum, factors) => sum + factors.reduce((product, one) => product * round(one), 1), 0),
  );
}

/** `a − b`, and what stands before the brackets where it is not 1: `2 × (a − b)`. */
export function difference(a: number, b: number, factor: number, result: number): Calculation {
  return calculation(
    result,
    (print) => {
      const inner = `${print(a)} − ${b < 0 ? `(${print(b)})` : print(b)}`;
      return factor === 1 ? inner : `${print(factor)} × (${inner})`;
    },
    (round) => round(factor) * (round(a) - round(b)),
  );
}

/** `½ × (a)² + …`: squares of these numbers, halved or not. */
export function squares(values: readonly number[], isHalved: boolean, result: number): Calculation {
  return calculation(
    result,
    (print) => {
      const sum = values.map((value) => `(${print(value)})²`).join(' + ');
      if (!isHalved) return sum;
      return values.length > 1 ? `½ × (${sum})` : `½ × ${sum}`;
    },
    (round) => values.reduce((sum, value) => sum + round(value) ** 2, 0) * (isHalved ? 0.5 : 1),
  );
}

/** One number, alone. */
export function alone(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 0.0005 ? fixed(value, leastDigits) : cellNumber(value);
}

/** `left = **right**`, or ≈ where the digits do not tell. */
export function written({ left, right, isExact }: Calculation): string {
  return `${left} ${isExact ? '=' : '≈'} **${right}**`;
}
