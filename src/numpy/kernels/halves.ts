/** Floats of 16 bits: a sign, five bits of exponent, ten of fraction. */

/** The double that the bits stand for. */
export function fromHalf(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The bits of the nearest float of 16 bits; of two that are equally near, the even one. */
export function toHalf(value: number): number {
  if (value !== value) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= 65520) return sign | 0x7c00;
  // Numbers below 2 ** -14 share the spacing of those just above.
  const exponent = size < 2 ** -14 ? -14 : Math.floor(Math.log2(size));
  // Near a power of two the logarithm may be off by one: the spacing then is half of what it should be, or twice.
  const power =
    size < 2 ** exponent && exponent > -14
      ? exponent - 1
      : size >= 2 ** (exponent + 1)
        ? exponent + 1
        : exponent;
  const steps = toEven(size * 2 ** (10 - power));
  const biased = (power + 14) * 1024 + steps;
  return sign | biased;
}

function toEven(x: number): number {
  const whole = Math.floor(x);
  const rest = x - whole;
  if (rest !== 0.5) return rest < 0.5 ? whole : whole + 1;
  return whole % 2 === 0 ? whole : whole + 1;
}
