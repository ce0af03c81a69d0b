/** Problems of two rows and two columns, as LAPACK solves them: their signs decide those of whole decompositions. */
import { withSign } from './dense';

/** Half the distance from one to the next double, as LAPACK counts. */
export const EPSILON = 2 ** -53;
/** The least number whose reciprocal is finite. */
export const TINY = 2 ** -1022;

/** The rotation that turns (f, g) into (r, 0). */
export function rotationOf(
  f: number,
  g: number,
): { readonly c: number; readonly s: number; readonly r: number } {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: withSign(1, g), r: Math.abs(g) };
  const d = Math.sqrt(f * f + g * g);
  const r = withSign(d, f);
  return { c: Math.abs(f) / d, s: g / r, r };
}

/** The eigenvalues of the symmetric matrix (a b; b c), the larger in size first, and the first one's unit vector. */
export function symmetricPair(
  a: number,
  b: number,
  c: number,
): { readonly first: number; readonly second: number; readonly cs: number; readonly sn: number } {
  const [sum, difference, twice] = [a + c, a - c, b + b];
  const [apart, off] = [Math.abs(difference), Math.abs(twice)];
  const [large, small] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  const root =
    apart > off
      ? apart * Math.sqrt(1 + (off / apart) ** 2)
      : apart < off
        ? off * Math.sqrt(1 + (apart / off) ** 2)
        : off * Math.SQRT2;
  let [first, second, sign] = [0.5 * root, -0.5 * root, 1];
  if (sum !== 0) {
    sign = sum < 0 ? -1 : 1;
    first = 0.5 * (sum + sign * root);
    second = (large / first) * small - (b / first) * b;
  }
  const turn = difference >= 0 ? 1 : -1;
  const cs = difference + turn * root;
  let [c1, s1] = [1, 0];
  if (Math.abs(cs) > off) {
    const cot = -twice / cs;
    s1 = 1 / Math.sqrt(1 + cot * cot);
    c1 = cot * s1;
  } else if (off !== 0) {
    const tan = -cs / twice;
    c1 = 1 / Math.sqrt(1 + tan * tan);
    s1 = tan * c1;
  }
  return sign === turn ? { first, second, cs: -s1, sn: c1 } : { first, second, cs: c1, sn: s1 };
}

/** The least singular value of the triangle (f g; 0 h). */
export function leastSingular(f: number, g: number, h: number): number {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const [less, more] = [Math.min(fa, ha), Math.max(fa, ha)];
  if (less === 0) return 0;
  const [as, at] = [1 + less / more, (more - less) / more];
  if (ga < more) {
    const au = (ga / more) ** 2;
    return less * (2 / (Math.sqrt(as * as + au) + Math.sqrt(at * at + au)));
  }
  const au = more / ga;
  if (au === 0) return (less * more) / ga;
  const c = 1 / (Math.sqrt(1 + (as * au) ** 2) + Math.sqrt(1 + (at * au) ** 2));
  return 2 * (less * c * au);
}

/** The singular values of a triangle of two rows, with their signs, and the rotations of both sides. */
export interface TrianglePair {
  readonly least: number;
  readonly most: number;
  readonly left: { readonly c: number; readonly s: number };
  readonly right: { readonly c: number; readonly s: number };
}

/** Of the triangle (f g; 0 h). */
export function trianglePair(f: number, g: number, h: number): TrianglePair {
  const swap = Math.abs(h) > Math.abs(f);
  const [ft, ht] = swap ? [h, f] : [f, h];
  const [fa, ha, ga] = [Math.abs(ft), Math.abs(ht), Math.abs(g)];
  let largest: 'f' | 'g' | 'h' = swap ? 'h' : 'f';
  let [least, most, clt, crt, slt, srt] = [ha, fa, 1, 1, 0, 0];
  let usual = ga !== 0;
  if (usual && ga > fa) {
    largest = 'g';
    if (fa / ga < EPSILON) {
      usual = false;
      most = ga;
      least = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
      [clt, slt, srt, crt] = [1, ht / g, 1, ft / g];
    }
  }
  if (usual) {
    const d = fa - ha;
    let l = d === fa ? 1 : d / fa;
    const m = g / ft;
    let t = 2 - l;
    const mm = m * m;
    const s = Math.sqrt(t * t + mm);
    const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + mm);
    const a = 0.5 * (s + r);
    least = ha / a;
    most = fa * a;
    if (mm !== 0) t = (m / (s + t) + m / (r + l)) * (1 + a);
    else t = l === 0 ? withSign(2, ft) * withSign(1, g) : g / withSign(d, ft) + m / t;
    l = Math.sqrt(t * t + 4);
    crt = 2 / l;
    srt = t / l;
    clt = (crt + srt * m) / a;
    slt = ((ht / ft) * srt) / a;
  }
  const left = swap ? { c: srt, s: crt } : { c: clt, s: slt };
  const right = swap ? { c: slt, s: clt } : { c: crt, s: srt };
  const signs = {
    f: withSign(1, right.c) * withSign(1, left.c) * withSign(1, f),
    g: withSign(1, right.s) * withSign(1, left.c) * withSign(1, g),
    h: withSign(1, right.s) * withSign(1, left.s) * withSign(1, h),
  };
  const sign = signs[largest];
  return {
    least: withSign(least, sign * withSign(1, f) * withSign(1, h)),
    most: withSign(most, sign),
    left,
    right,
  };
}

/** A real matrix of two rows turned into LAPACK's standard form: a triangle, or equal diagonals and a pair. */
export interface StandardPair {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly cs: number;
  readonly sn: number;
  /** The imaginary part of the first eigenvalue; the second has its negative. */
  readonly im: number;
}

/** Of the matrix (a b; c d). */
export function standardPair(a: number, b: number, c: number, d: number): StandardPair {
  let [cs, sn] = [1, 0];
  const done = (): StandardPair => {
    const im = c === 0 ? 0 : Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c));
    return { a, b, c, d, cs, sn, im };
  };
  if (c === 0) return done();
  if (b === 0) {
    [cs, sn, a, d, b, c] = [0, 1, d, a, -c, 0];
    return done();
  }
  if (a - d === 0 && withSign(1, b) !== withSign(1, c)) return done();
  const apart = a - d;
  const half = 0.5 * apart;
  const more = Math.max(Math.abs(b), Math.abs(c));
  const less = Math.min(Math.abs(b), Math.abs(c)) * withSign(1, b) * withSign(1, c);
  const scale = Math.max(Math.abs(half), more);
  let z = (half / scale) * half + (more / scale) * less;
  if (z >= 4 * 2 * EPSILON) {
    // Two real eigenvalues.
    z = half + withSign(Math.sqrt(scale) * Math.sqrt(z), half);
    const tau = Math.hypot(c, z);
    [a, d, cs, sn, b, c] = [d + z, d - (more / z) * less, z / tau, c / tau, b - c, 0];
    return done();
  }
  // A pair, or two real ones that are nearly equal: the diagonal is made equal.
  const sigma = b + c;
  const tau = Math.hypot(sigma, apart);
  cs = Math.sqrt(0.5 * (1 + Math.abs(sigma) / tau));
  sn = -(half / (tau * cs)) * withSign(1, sigma);
  const [aa, bb, cc, dd] = [a * cs + b * sn, -a * sn + b * cs, c * cs + d * sn, -c * sn + d * cs];
  [a, b, c, d] = [aa * cs + cc * sn, bb * cs + dd * sn, -aa * sn + cc * cs, -bb * sn + dd * cs];
  const middle = 0.5 * (a + d);
  [a, d] = [middle, middle];
  if (c === 0) return done();
  if (b === 0) {
    [b, c, cs, sn] = [-c, 0, -sn, cs];
  } else if (withSign(1, b) === withSign(1, c)) {
    const [sb, sc] = [Math.sqrt(Math.abs(b)), Math.sqrt(Math.abs(c))];
    const p = withSign(sb * sc, c);
    const by = 1 / Math.sqrt(Math.abs(b + c));
    const [c1, s1] = [sb * by, sc * by];
    [a, d, b, c, cs, sn] = [middle + p, middle - p, b - c, 0, cs * c1 - sn * s1, cs * s1 + sn * c1];
  }
  return done();
}
