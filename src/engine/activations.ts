/** The functions between the layers. Another one is another entry of the table here, and nothing else. */
import type { EntryFunction, Notation } from './activation';
import { type Activation, named, ofEntries } from './activation';
import { reluLoops } from './reluLoops';
import { softmax, softmaxPullBack } from './softmax';

/** 1/(1 + e⁻ᶻ), without overflow on either side. */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const power = Math.exp(z);
  return power / (1 + power);
}

/** How a function with a name is written: f(z), and dA ⊙ f′(z). `value` and `slope` are Python's for Z. */
function written(
  tex: string,
  words: Notation['words'],
  pythonName: string,
  value: string,
  slope: string,
  slopeIs?: Notation['words'],
): Notation {
  return {
    tex: (z) => `${tex}(${z})`,
    texThrough: (dA, z) => `${dA} \\odot ${tex}'(${z})`,
    words,
    ...(slopeIs && { slopeIs }),
    spoken: words,
    pythonName,
    python: () =>
      [
        `def ${pythonName}(Z):`,
        `    return ${value}`,
        '',
        '',
        `def ${pythonName}_backward(dA, Z):`,
        `    return dA * ${slope}`,
      ].join('\n'),
  };
}

/** What leaky ReLU lets through of negative numbers. */
const leak = 0.01;

/** ½ z (1 + tanh(√(2/π) (z + 0.044715 z³))): GELU in the form that needs no error function (Hendrycks and Gimpel). */
const gelus: EntryFunction = (() => {
  const root = Math.sqrt(2 / Math.PI);
  const inner = (z: number): number => root * (z + 0.044715 * z ** 3);
  return {
    value: (z) => 0.5 * z * (1 + Math.tanh(inner(z))),
    slope: (z) => {
      const t = Math.tanh(inner(z));
      return 0.5 * (1 + t) + 0.5 * z * Math.cosh(inner(z)) ** -2 * root * (1 + 3 * 0.044715 * z * z);
    },
  };
})();

/** SELU's slope above 0, and how far it falls below: λ and λα of its paper. */
const [seluScale, seluFloor] = [1.0507009873554805, 1.7580993408473766];

/** Every function by its name. */
export const activations = named({
  /** max(0, z). Its slope at 0 is 0, as in the notes (`np.where(x > 0, 1, 0)`). */
  relu: ofEntries(
    {
      value: (z) => Math.max(0, z),
      slope: (z) => (z > 0 ? 1 : 0),
      slopeOfValue: (a) => (a > 0 ? 1 : 0),
    },
    {
      kinks: [0],
      isPiecewiseLinear: true,
      notation: {
        ...written('\\operatorname{relu}', { en: 'ReLU', ko: 'ReLU' }, 'relu', 'np.maximum(0, Z)', '(Z > 0)'),
        spoken: { en: 'relu', ko: 'relu' },
        slopeIs: { en: 'either 0 or 1', ko: '0 아니면 1' },
      },
    },
    reluLoops,
  ),

  /** ReLU cut off at 6, as in networks for small devices (Howard et al.): its slope is 0 at both kinks. */
  relu6: ofEntries(
    {
      value: (z) => Math.min(6, Math.max(0, z)),
      slope: (z) => (z > 0 && z < 6 ? 1 : 0),
      slopeOfValue: (a) => (a > 0 && a < 6 ? 1 : 0),
    },
    {
      kinks: [0, 6],
      isPiecewiseLinear: true,
      notation: written(
        '\\operatorname{relu6}',
        { en: 'ReLU6', ko: 'ReLU6' },
        'relu6',
        'np.clip(Z, 0, 6)',
        '((Z > 0) & (Z < 6))',
        { en: 'either 0 or 1', ko: '0 아니면 1' },
      ),
    },
  ),

  /** z where it is positive, 0.01 z elsewhere; the slope at 0 is 0.01. */
  'leaky-relu': ofEntries(
    {
      value: (z) => (z > 0 ? z : leak * z),
      slope: (z) => (z > 0 ? 1 : leak),
      slopeOfValue: (a) => (a > 0 ? 1 : leak),
    },
    {
      kinks: [0],
      isPiecewiseLinear: true,
      notation: written(
        '\\operatorname{lrelu}',
        { en: 'leaky ReLU', ko: 'leaky ReLU' },
        'leaky_relu',
        `np.where(Z > 0, Z, ${String(leak)} * Z)`,
        `np.where(Z > 0, 1, ${String(leak)})`,
        { en: `either ${String(leak)} or 1`, ko: `${String(leak)} 아니면 1` },
      ),
    },
  ),

  /** σ(z) = 1/(1 + e⁻ᶻ); σ′ = σ(z)·σ(−z), which keeps its digits where σ is near 1. */
  sigmoid: ofEntries(
    { value: logistic, slope: (z) => logistic(z) * logistic(-z), slopeOfValue: (a) => a * (1 - a) },
    {
      kinks: [],
      isPiecewiseLinear: false,
      notation: written(
        '\\sigma',
        { en: 'the sigmoid', ko: '시그모이드' },
        'sigmoid',
        '1 / (1 + np.exp(-Z))',
        'sigmoid(Z) * (1 - sigmoid(Z))',
        { en: 'between 0 and ¼', ko: '0과 ¼ 사이' },
      ),
    },
  ),

  /** tanh z; its slope is 1/cosh² z, which keeps its digits where tanh is near ±1. */
  tanh: ofEntries(
    { value: Math.tanh, slope: (z) => Math.cosh(z) ** -2, slopeOfValue: (a) => 1 - a * a },
    {
      kinks: [],
      isPiecewiseLinear: false,
      notation: written('\\tanh', { en: 'tanh', ko: 'tanh' }, 'tanh', 'np.tanh(Z)', '(1 - np.tanh(Z) ** 2)', {
        en: 'between 0 and 1',
        ko: '0과 1 사이',
      }),
    },
  ),

  /** z itself: a linear layer. */
  identity: ofEntries(
    { value: (z) => z, slope: () => 1 },
    {
      kinks: [],
      isPiecewiseLinear: true,
      notation: {
        tex: (z) => z,
        texThrough: (dA) => dA,
        words: { en: 'no activation', ko: '활성화 함수 없음' },
        spoken: { en: 'the identity', ko: '항등 함수' },
        pythonName: null,
        python: () => '',
      },
    },
  ),

  /** ln(1 + eᶻ), without overflow; its slope is σ(z). */
  softplus: ofEntries(
    {
      value: (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
      slope: logistic,
      slopeOfValue: (a) => -Math.expm1(-a),
    },
    {
      kinks: [],
      isPiecewiseLinear: false,
      notation: written(
        '\\operatorname{softplus}',
        { en: 'softplus', ko: 'softplus' },
        'softplus',
        'np.logaddexp(0, Z)',
        '1 / (1 + np.exp(-Z))',
        { en: 'between 0 and 1', ko: '0과 1 사이' },
      ),
    },
  ),

  gelu: ofEntries(gelus, {
    kinks: [],
    isPiecewiseLinear: false,
    notation: {
      ...written('\\operatorname{gelu}', { en: 'GELU', ko: 'GELU' }, 'gelu', '', ''),
      python: () =>
        [
          'def gelu(Z):',
          '    T = np.tanh(np.sqrt(2 / np.pi) * (Z + 0.044715 * Z**3))',
          '    return 0.5 * Z * (1 + T)',
          '',
          '',
          'def gelu_backward(dA, Z):',
          '    T = np.tanh(np.sqrt(2 / np.pi) * (Z + 0.044715 * Z**3))',
          '    inner = np.sqrt(2 / np.pi) * (1 + 0.134145 * Z**2)',
          '    return dA * (0.5 * (1 + T) + 0.5 * Z * (1 - T**2) * inner)',
        ].join('\n'),
    },
  }),

  /** z σ(z), also called swish; its slope σ(z) (1 + z σ(−z)) goes a little below 0 and a little above 1. */
  silu: ofEntries(
    {
      value: (z) => z * logistic(z),
      slope: (z) => logistic(z) * (1 + z * logistic(-z)),
    },
    {
      kinks: [],
      isPiecewiseLinear: false,
      notation: written(
        '\\operatorname{silu}',
        { en: 'SiLU', ko: 'SiLU' },
        'silu',
        'Z / (1 + np.exp(-Z))',
        '(1 + Z / (1 + np.exp(Z))) / (1 + np.exp(-Z))',
        { en: 'between −0.1 and 1.1', ko: '−0.1과 1.1 사이' },
      ),
    },
  ),

  /** z where it is positive, eᶻ − 1 elsewhere: smooth at 0. */
  elu: ofEntries(
    {
      value: (z) => (z > 0 ? z : Math.expm1(z)),
      slope: (z) => (z > 0 ? 1 : Math.exp(z)),
      slopeOfValue: (a) => (a > 0 ? 1 : a + 1),
    },
    {
      kinks: [],
      isPiecewiseLinear: false,
      notation: written(
        '\\operatorname{elu}',
        { en: 'ELU', ko: 'ELU' },
        'elu',
        'np.where(Z > 0, Z, np.expm1(Z))',
        'np.where(Z > 0, 1, np.exp(Z))',
        { en: 'between 0 and 1', ko: '0과 1 사이' },
      ),
    },
  ),

  /** ELU in the measure that keeps mean 0 and variance 1 from layer to layer (Klambauer et al.); it has a bend at 0. */
  selu: ofEntries(
    {
      value: (z) => (z > 0 ? seluScale * z : seluFloor * Math.expm1(z)),
      slope: (z) => (z > 0 ? seluScale : seluFloor * Math.exp(z)),
      slopeOfValue: (a) => (a > 0 ? seluScale : a + seluFloor),
    },
    {
      kinks: [0],
      isPiecewiseLinear: false,
      notation: written(
        '\\operatorname{selu}',
        { en: 'SELU', ko: 'SELU' },
        'selu',
        `np.where(Z > 0, ${String(seluScale)} * Z, ${String(seluFloor)} * np.expm1(Z))`,
        `np.where(Z > 0, ${String(seluScale)}, ${String(seluFloor)} * np.exp(Z))`,
        { en: 'between 0 and 1.76', ko: '0과 1.76 사이' },
      ),
    },
  ),

  /** e^z / Σ e^z along each row. Its rows hang together: ∂L/∂Z = A ⊙ (dA − Σ dA ⊙ A). */
  softmax: {
    apply: softmax,
    pullBack: softmaxPullBack,
    entry: null,
    kinks: [],
    isPiecewiseLinear: false,
    notation: {
      tex: (z) => `\\operatorname{softmax}(${z})`,
      texThrough: (dA, _z, a) => `${a} \\odot \\left(${dA} - \\textstyle\\sum ${dA} \\odot ${a}\\right)`,
      words: { en: 'softmax', ko: '소프트맥스' },
      spoken: { en: 'softmax', ko: '소프트맥스' },
      pythonName: 'softmax',
      python: (axis) =>
        [
          'def softmax(Z):',
          `    E = np.exp(Z - Z.max(axis=${String(axis)}, keepdims=True))`,
          `    return E / E.sum(axis=${String(axis)}, keepdims=True)`,
          '',
          '',
          'def softmax_backward(dA, Z):',
          '    A = softmax(Z)',
          `    return A * (dA - (dA * A).sum(axis=${String(axis)}, keepdims=True))`,
        ].join('\n'),
    },
  },
});

export type ActivationName = keyof typeof activations;

export const { relu, sigmoid, tanh, identity } = activations;

/** A function of the table. */
export type KnownActivation = Activation<ActivationName>;
