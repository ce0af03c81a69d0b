/** Which types elementwise operations work in and give. */
import { BOOL, FLOAT16, FLOAT32, FLOAT64, itemSize, promoteCodes, INT8 } from './elementTypes';
import { BINARY, UNARY } from './operations';

/** The codes of operations of two operands, by name. */
export const op = Object.fromEntries(BINARY.map((name, code) => [name, code])) as Record<
  (typeof BINARY)[number],
  number
>;
/** The codes of operations of one operand, by name. */
export const unaryOp = Object.fromEntries(UNARY.map((name, code) => [name, code])) as Record<
  (typeof UNARY)[number],
  number
>;

/** The type a binary operation works in and gives, or -1 where Python has to say why not. */
export function binaryType(code: number, common: number): number {
  switch (code) {
    case op.subtract:
      return common === BOOL ? -1 : common;
    case op.divide:
    case op.arctan2:
    case op.hypot:
    case op.copysign:
    case op.heaviside:
    case op.logaddexp:
    case op.logaddexp2:
    case op.nextafter:
      return code === op.divide && common < FLOAT16 ? FLOAT64 : floatType(common);
    case op.floor_divide:
    case op.remainder:
    case op.power:
    case op.fmod:
      return common === BOOL ? INT8 : common;
    case op.bitwise_and:
    case op.bitwise_or:
    case op.bitwise_xor:
      return common >= FLOAT16 ? -1 : common;
    case op.left_shift:
    case op.right_shift:
      return common >= FLOAT16 || common === BOOL ? -1 : common;
    default:
      return common;
  }
}

/** The float that functions of a type give. */
function floatType(type: number): number {
  if (type >= FLOAT16) return type;
  const size = itemSize(type);
  return size === 1 ? FLOAT16 : size === 2 ? FLOAT32 : FLOAT64;
}

const KEEPS_INTEGERS = new Set(
  (
    [
      'negative',
      'positive',
      'absolute',
      'sign',
      'square',
      'floor',
      'ceil',
      'trunc',
      'invert',
      'reciprocal',
    ] as const
  ).map((name) => unaryOp[name]),
);

const KEEPS_TRUTH = new Set(
  (['absolute', 'invert', 'floor', 'ceil', 'trunc'] as const).map((name) => unaryOp[name]),
);

const MAKES_BYTES = new Set((['square', 'reciprocal'] as const).map((name) => unaryOp[name]));

const NO_TRUTH = new Set((['negative', 'positive', 'sign'] as const).map((name) => unaryOp[name]));

/** The type an operation of one operand works in and gives, or -1. */
export function unaryType(code: number, type: number): number {
  if (type === BOOL)
    return KEEPS_TRUTH.has(code) ? BOOL : MAKES_BYTES.has(code) ? INT8 : NO_TRUTH.has(code) ? -1 : FLOAT16;
  if (code === unaryOp.invert && type >= FLOAT16) return -1;
  return KEEPS_INTEGERS.has(code) ? type : floatType(type);
}

/** The type that NumPy gives to the result of an operation on these two types, or -1. */
export function resultType(kind: 'binary' | 'unary', code: number, a: number, b: number): number {
  return kind === 'binary' ? binaryType(code, promoteCodes(a, b)) : unaryType(code, a);
}
