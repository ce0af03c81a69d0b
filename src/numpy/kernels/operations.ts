/** The names of the elementwise operations; a name's position is its code. */

/** Operations of two operands with a number as the result, in the order of their codes. */
export const BINARY = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'floor_divide',
  'remainder',
  'power',
  'maximum',
  'minimum',
  'fmax',
  'fmin',
  'fmod',
  'arctan2',
  'hypot',
  'copysign',
  'heaviside',
  'logaddexp',
  'logaddexp2',
  'nextafter',
  'bitwise_and',
  'bitwise_or',
  'bitwise_xor',
  'left_shift',
  'right_shift',
] as const;

/** Operations of two operands with a truth value as the result. */
export const COMPARE = [
  'equal',
  'not_equal',
  'less',
  'less_equal',
  'greater',
  'greater_equal',
  'logical_and',
  'logical_or',
  'logical_xor',
] as const;

/** Operations of one operand with a number as the result. */
export const UNARY = [
  'negative',
  'positive',
  'absolute',
  'sign',
  'square',
  'sqrt',
  'exp',
  'exp2',
  'expm1',
  'log',
  'log2',
  'log10',
  'log1p',
  'sin',
  'cos',
  'tan',
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
  'arcsinh',
  'arccosh',
  'arctanh',
  'floor',
  'ceil',
  'trunc',
  'rint',
  'reciprocal',
  'cbrt',
  'deg2rad',
  'rad2deg',
  'fabs',
  'invert',
] as const;

/** Operations of one operand with a truth value as the result. */
export const TEST = ['isnan', 'isinf', 'isfinite', 'signbit', 'logical_not'] as const;
