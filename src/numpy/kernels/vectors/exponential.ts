/**
 * `exp` of two doubles at once, by the method of fdlibm (Sun, 1993), which JavaScript's `Math.exp` follows too: x = k ln 2 + s, a
 * rational function of s, and k into the exponent. The error is below one unit in the last place.
 */
import type { Code, Function } from './instructions';
import { call, f64x2, i32, i64x2, ifElse, v128 } from './instructions';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const P = [
  1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5, -1.6533902205465251539e-6,
  4.13813679705723846039e-8,
] as const;
/** Below this, half of ln 2 and a little, k is zero. */
const NEAR = 0.34657382965087890625;
/** Below this, 2⁻²⁸, it is 1 + x. */
const TINY = 2 ** -28;
/** Beyond this the result is not an ordinary number, or close to being none. */
const RANGE = 708;
/** Added to a whole number below 2⁵¹, its bits are the last ones of the sum's. */
const SHIFTER = 6755399441055744;

/** The code for one pair: `compute(x, store)`. */
export function exponential(
  f: Function,
  beside: number,
): (given: Code, store: (value: Code) => Code) => Code[] {
  const [x, k, high, low] = [f.local('v128'), f.local('v128'), f.local('v128'), f.local('v128')];
  const [s, t, c, y] = [f.local('v128'), f.local('v128'), f.local('v128'), f.local('v128')];
  const number = f64x2.const;
  const polynomial = P.reduceRight<Code>(
    (rest, p) => (rest.length === 0 ? number(p) : f64x2.add(number(p), f64x2.mul(t.get, rest))),
    [],
  );
  const isFar = f64x2.ge(f64x2.abs(x.get), number(NEAR));
  const sign = v128.and(x.get, number(-0));
  return (given, store) => [
    x.set(given),
    ifElse(
      i64x2.allTrue(f64x2.lt(f64x2.abs(x.get), number(RANGE))),
      [
        // Half a unit towards the sign, then towards zero; none where |x| is at most half of ln 2.
        k.set(
          v128.and(
            f64x2.trunc(f64x2.add(f64x2.mul(number(INVERSE_LN2), x.get), v128.or(number(0.5), sign))),
            isFar,
          ),
        ),
        high.set(f64x2.sub(x.get, f64x2.mul(k.get, number(LN2_HIGH)))),
        low.set(f64x2.mul(k.get, number(LN2_LOW))),
        s.set(f64x2.sub(high.get, low.get)),
        t.set(f64x2.mul(s.get, s.get)),
        c.set(f64x2.sub(s.get, f64x2.mul(t.get, polynomial))),
        y.set(
          f64x2.sub(
            number(1),
            f64x2.sub(
              f64x2.sub(low.get, f64x2.div(f64x2.mul(s.get, c.get), f64x2.sub(number(2), c.get))),
              high.get,
            ),
          ),
        ),
        y.set(v128.select(f64x2.add(number(1), x.get), y.get, f64x2.lt(f64x2.abs(x.get), number(TINY)))),
        // e itself comes out one unit too small.
        y.set(v128.select(number(Math.E / 2), y.get, f64x2.eq(x.get, number(1)))),
        store(i64x2.add(y.get, i64x2.shl(f64x2.add(k.get, number(SHIFTER)), i32.const(52)))),
      ],
      [store(f64x2.both(call(beside, f64x2.lane(x.get, 0)), call(beside, f64x2.lane(x.get, 1))))],
    ),
  ];
}
