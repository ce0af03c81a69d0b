/**
 * The natural logarithm rounded correctly, which `Math.log` is not (V8's last digit is off in 7 of 100 results, and
 * differs between engines). NumPy draws its normal numbers through the C library's `log`; those of glibc and musl are
 * within 0.52 units of the exact value, so the correctly rounded number is theirs but for 1 result in 1000.
 * Numbers are carried as unevaluated sums of two doubles (T. J. Dekker, 1971).
 */

/** A number as the sum of two doubles, the second much smaller than the first. */
type Pair = readonly [high: number, low: number];

/** ln 2 in two parts; the first has 20 trailing zero bits, so that its product with an exponent is exact. */
const ln2: Pair = [0.6931471803691238, 1.9082149292705877e-10];

/** 1/3 in two parts. */
const third: Pair = [1 / 3, 1 / 3 / 2 ** 54];

/** Terms of the series beyond which, for s² ≤ 0.0295, nothing reaches the 70th digit of the sum. */
const lastTerm = 17;

/** a + b, exactly. */
function sumOf(a: number, b: number): Pair {
  const high = a + b;
  const rest = high - a;
  return [high, a - (high - rest) + (b - rest)];
}

/** a · b, exactly. */
function productOf(a: number, b: number): Pair {
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  const high = a * b;
  return [high, aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

/** A double as two of 26 bits each, whose products are exact. */
function halves(a: number): Pair {
  const shifted = 134217729 * a;
  const high = shifted - (shifted - a);
  return [high, a - high];
}

function times([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const [high, low] = productOf(a, b);
  return sumOf(high, low + (a * bLow + aLow * b));
}

/** ln x of a normal x in (0, 1]: what the polar method asks for. */
export function naturalLog(x: number): number {
  let exponent = 0;
  let m = x;
  for (; m < Math.SQRT1_2; m *= 2) exponent--;
  // ln m = 2 artanh s = 2 s (1 + s²/3 + s⁴/5 + …) with s = (m − 1)/(m + 1), |s| ≤ 0.172
  const numerator = m - 1;
  const [denominator, denominatorLow] = sumOf(m, 1);
  const quotient = numerator / denominator;
  const [product, productLow] = productOf(quotient, denominator);
  const s: Pair = [quotient, (numerator - product - productLow - quotient * denominatorLow) / denominator];
  const square = times(s, s);
  let tail = 0;
  for (let n = lastTerm; n >= 2; n--) tail = (tail + 1 / (2 * n + 1)) * square[0];
  const [inner, innerLow] = sumOf(third[0], tail);
  const series = times(s, times(square, [inner, innerLow + third[1]]));
  const [half, halfLow] = sumOf(s[0], series[0]);
  const [high, low] = sumOf(exponent * ln2[0], 2 * half);
  return high + (low + (exponent * ln2[1] + 2 * (halfLow + s[1] + series[1])));
}
