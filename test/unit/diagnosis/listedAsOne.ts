/** Mistakes that are one and the same in all that a cut of a network returns, of whatever numbers, and those that are none. */
import type { ActivationName } from '../../../src/engine/activations';
import type { NetworkSpec } from '../../../src/network/spec';

export type Part = 'forward' | 'cost' | 'backward';

interface Same {
  /** Two codes, or the one of a mistake that is none there. */
  readonly codes: readonly string[];
  readonly part: Part;
  readonly where: (spec: NetworkSpec) => boolean;
  readonly because: string;
}

const outputOf = ({ layers }: NetworkSpec): ActivationName | undefined => layers.at(-1)?.activation;
const isAny = (): boolean => true;
const isPenalised = ({ penalty }: NetworkSpec): boolean => penalty !== undefined;
const hasLinearLayer = ({ layers }: NetworkSpec): boolean =>
  layers.some(({ activation }) => activation === 'identity');
const isEntropy = ({ loss }: NetworkSpec): boolean => loss.endsWith('cross-entropy');

/** What is one and the same in all that is returned, of whatever numbers. */
export const listed: readonly Same[] = [
  {
    codes: ['missing-mean', 'wrong-mean'],
    part: 'backward',
    where: isAny,
    because: 'divided by the outputs alone: another count, or a mean over entries without its 1/m',
  },
  {
    codes: ['samples-in-columns', 'operand-order'],
    part: 'forward',
    where: isAny,
    because: 'weights before the input in every layer is what samples in columns ask for',
  },
  {
    codes: ['wrong-sign'],
    part: 'backward',
    where: isAny,
    because: 'a minus at every step: those of a layer cancel those of the next',
  },
  {
    codes: ['missing-delta', 'loss-term-sign'],
    part: 'backward',
    where: isEntropy,
    because: 'with one sign changed no difference is left, only its size',
  },
  {
    codes: ['missing-delta', 'log-of-wrong-argument'],
    part: 'backward',
    where: isEntropy,
    because: 'with the other argument only the probability is left',
  },
  {
    codes: ['missing-activation-derivative', 'missing-delta'],
    part: 'backward',
    where: (spec) => spec.loss === 'squared-error' && outputOf(spec) === 'sigmoid',
    because: "a cross-entropy's slope through a sigmoid is half the squared error's without it",
  },
  {
    codes: ['factor-two', 'penalty-factor'],
    part: 'backward',
    where: isPenalised,
    because: "twice everything is twice the data's share with a penalty that is doubled",
  },
  {
    codes: ['penalty-factor', 'wrong-sign'],
    part: 'backward',
    where: isPenalised,
    because: "minus everything, with minus the data's share, leaves the penalty subtracted",
  },
  {
    codes: ['unstable-softmax'],
    part: 'forward',
    where: (spec) => outputOf(spec) === 'softmax',
    because: 'the results are right until a power overflows',
  },
  {
    codes: ['broadcast-blowup'],
    part: 'cost',
    where: ({ loss }) => loss === 'cross-entropy',
    because: 'arrays of several classes are not flattened by squeeze',
  },
  {
    codes: ['broadcast-blowup'],
    part: 'backward',
    where: isAny,
    because: 'of several outputs: arrays of them are not flattened by squeeze',
  },
  {
    codes: ['overwritten-array'],
    part: 'forward',
    where: hasLinearLayer,
    because: 'A is Z where nothing is applied',
  },
  {
    codes: ['missing-activation'],
    part: 'forward',
    where: hasLinearLayer,
    because: 'A is Z where nothing is applied',
  },
  {
    codes: ['missing-activation-derivative'],
    part: 'backward',
    where: hasLinearLayer,
    because: 'dZ is dA where nothing is applied',
  },
  {
    codes: ['wrong-layer-input'],
    part: 'backward',
    where: hasLinearLayer,
    because: 'A is Z where nothing is applied',
  },
  {
    codes: ['wrong-layer-input', 'penalty-missing'],
    part: 'backward',
    where: (spec) => hasLinearLayer(spec) && isPenalised(spec),
    because: 'A is Z where nothing is applied, and a product of its own has no penalty',
  },
  {
    codes: ['restarted-delta', 'wrong-weights'],
    part: 'backward',
    where: hasLinearLayer,
    because: 'the error of the layer behind, handed on without weights, went through no function either',
  },
  {
    codes: ['averaged-error', 'mean-before-product'],
    part: 'backward',
    where: (spec) => hasLinearLayer(spec) || isEntropy(spec),
    because: 'a mean goes through where no slope stands between the error and the weights',
  },
];
