/**
 * A network's equations, read off its steps: TeX with samples in rows and in columns, and words. Written once, so that a
 * step looks and reads the same in every exercise that has it. `L` is the loss of one sample until the samples are
 * averaged, which is where 1/m stands. Every array is marked as `[name]`.
 */
import type { Step } from '../engine/computation';
import type { OperationOf } from '../engine/operation';
import type { Loss } from '../engine/loss';
import { beside, gradientBy } from './arrayName';
import { withParticle } from './particles';

/** An equation whose arrays still stand in brackets. */
export interface StepEquation {
  /** The name of what it defines. */
  readonly name: string;
  readonly phase: 'forward' | 'cost' | 'backward' | 'update';
  /** Samples in rows: Z = X·W + b. */
  readonly rows: string;
  /** Samples in columns: Z = W·X + b. Null where both forms are the same. */
  readonly columns: string | null;
  readonly words: { readonly en: string; readonly ko: string };
}

const topic = (name: string): string => withParticle(name, '은', '는');
const object = (name: string): string => withParticle(name, '을', '를');
const and = (name: string): string => withParticle(name, '과', '와');

const term = (name: string): string => `[${name}]`;

function weightedSum(name: string, { input, weights, bias }: OperationOf<'affine'>): StepEquation {
  const plus = bias === null ? '' : ` + ${term(bias)}`;
  return {
    name,
    phase: 'forward',
    rows: `${term(name)} = ${term(input)} \\cdot ${term(weights)}${plus}`,
    columns: `${term(name)} = ${term(weights)} \\cdot ${term(input)}${plus}`,
    words: {
      en: `${name} is the matrix product of ${input} and ${weights}${bias === null ? '' : `, plus the bias ${bias}`}.`,
      ko:
        bias === null
          ? `${topic(name)} ${and(input)} ${weights}의 행렬 곱입니다.`
          : `${topic(name)} ${and(input)} ${weights}의 행렬 곱에 편향 ${object(bias)} 더한 것입니다.`,
    },
  };
}

function activated(name: string, { activation, of }: OperationOf<'activate'>): StepEquation {
  const { notation, entry } = activation;
  const { en, ko } = notation.spoken;
  const isIdentity = notation.pythonName === null;
  return {
    name,
    phase: 'forward',
    rows: `${term(name)} = ${notation.tex(term(of))}`,
    columns: null,
    words: isIdentity
      ? { en: `${name} is ${of} itself.`, ko: `${topic(name)} ${of} 그대로입니다.` }
      : entry
        ? {
            en: `${name} is ${en} of ${of}, entry by entry.`,
            ko: `${topic(name)} ${of}의 원소마다 ${object(ko)} 취한 것입니다.`,
          }
        : {
            en: `${name} is ${en} of ${of}, sample by sample.`,
            ko: `${topic(name)} ${of}의 샘플마다 ${object(ko)} 취한 것입니다.`,
          },
  };
}

const squared = (loss: Loss): boolean => loss.name.endsWith('squared error');

/** Whether the derivative of each sample's loss is A − Y. */
const isDifference = ({ notation }: Loss): boolean => notation.texSlope('A', 'Y') === 'A - Y';

/** A sum over m; its minus sign stands before the fraction, where it takes nothing away from 1/m. */
function meanOf(sum: string): string {
  return sum.startsWith('-') ? `-\\frac{1}{[m]} ${sum.slice(1)}` : `\\frac{1}{[m]} ${sum}`;
}

function cost(name: string, { loss, output, target, penalty }: OperationOf<'loss'>): StepEquation {
  const { notation } = loss;
  const weights = penalty?.weights ?? [];
  const plus = penalty
    ? ` + \\frac{${term(penalty.rate)}}{2[m]} \\left(${weights.map((W) => `\\sum ${term(W)}^2`).join(' + ')}\\right)`
    : '';
  const squares = {
    en: `The cost is the sum of the squares of all entries of ${output} minus ${target}, divided by the number of samples m.`,
    ko: `비용은 ${output}에서 ${target}를 뺀 값의 제곱을 모두 더해 샘플 수 m으로 나눈 것입니다.`,
  };
  const mean = {
    en: `The cost is the mean over the samples of ${notation.words.en} of ${output} and ${target}.`,
    ko: `비용은 ${and(output)} ${target}의 ${object(notation.words.ko)} 샘플에 대해 평균한 것입니다.`,
  };
  const added = {
    en: ' Added is the sum of the squares of all weights, times lambda over 2m.',
    ko: ' 여기에 모든 가중치의 제곱합에 λ/2m을 곱해 더합니다.',
  };
  const words = squared(loss) ? squares : mean;
  return {
    name,
    phase: 'cost',
    rows: `${term(name)} = ${meanOf(notation.tex(term(output), term(target)))}${plus}`,
    columns: null,
    words: penalty ? { en: words.en + added.en, ko: words.ko + added.ko } : words,
  };
}

function outputError(
  name: string,
  { loss, output, target, scale }: OperationOf<'lossGradient'>,
): StepEquation {
  const of = gradientBy(name);
  const factor = scale === 1 ? '' : String(scale);
  const slope = loss.notation.texSlope(term(output), term(target));
  return {
    name,
    phase: 'backward',
    rows: `${term(name)} = ${factor === '' ? slope : `${factor}\\left(${slope}\\right)`}`,
    columns: null,
    words: isDifference(loss)
      ? {
          en: `The gradient of the loss with respect to ${of} is ${scale === 2 ? 'twice ' : ''}${output} minus ${target}.`,
          ko: `${of}에 대한 손실의 기울기는 ${output}에서 ${target}를 뺀 ${scale === 2 ? '것의 두 배입니다' : '것입니다'}.`,
        }
      : {
          en: `The gradient of the loss with respect to ${of} is the derivative of ${loss.notation.words.en} at ${output}.`,
          ko: `${of}에 대한 손실의 기울기는 ${loss.notation.words.ko}를 ${output}에서 미분한 것입니다.`,
        },
  };
}

function carriedBack(name: string, { delta, weights }: OperationOf<'carry'>): StepEquation {
  return {
    name,
    phase: 'backward',
    rows: `${term(name)} = ${term(delta)} \\cdot ${term(weights)}^\\top`,
    columns: `${term(name)} = ${term(weights)}^\\top \\cdot ${term(delta)}`,
    words: {
      en: `The gradient of the loss with respect to ${gradientBy(name)} is ${delta} times ${weights} transposed.`,
      ko: `${gradientBy(name)}에 대한 손실의 기울기는 ${and(delta)} ${weights}의 전치의 행렬 곱입니다.`,
    },
  };
}

function through(name: string, operation: OperationOf<'throughActivation'>): StepEquation {
  const { activation, carried, preActivation } = operation;
  const { notation, entry } = activation;
  const { en, ko } = notation.spoken;
  const of = gradientBy(name);
  return {
    name,
    phase: 'backward',
    rows: `${term(name)} = ${notation.texThrough(term(carried), term(preActivation), term(beside(of, 'A') ?? of))}`,
    columns: null,
    words: entry
      ? {
          en: `The gradient of the loss with respect to ${of} is ${carried} times the derivative of ${en} at ${preActivation}, entry by entry.`,
          ko: `${of}에 대한 손실의 기울기는 ${and(carried)} ${preActivation}에서의 ${ko} 도함수를 원소별로 곱한 것입니다.`,
        }
      : {
          en: `The gradient of the loss with respect to ${of} is ${carried} carried back through ${en}, sample by sample.`,
          ko: `${of}에 대한 손실의 기울기는 ${object(carried)} 샘플마다 ${object(ko)} 거슬러 되돌린 것입니다.`,
        },
  };
}

function weightGradient(
  name: string,
  { input, delta, penalty }: OperationOf<'weightGradient'>,
): StepEquation {
  const of = gradientBy(name);
  const plus = penalty ? ` + \\frac{${term(penalty.rate)}}{[m]} ${term(penalty.weights)}` : '';
  return {
    name,
    phase: 'backward',
    rows: `${term(name)} = \\frac{1}{[m]} \\, ${term(input)}^\\top \\cdot ${term(delta)}${plus}`,
    columns: `${term(name)} = \\frac{1}{[m]} \\, ${term(delta)} \\cdot ${term(input)}^\\top${plus}`,
    words: {
      en: `The gradient of the loss with respect to ${of} is ${input} transposed times ${delta}, divided by m${penalty ? `, plus lambda over m times ${penalty.weights}` : ''}.`,
      ko: `${of}에 대한 손실의 기울기는 ${input}의 전치와 ${delta}의 행렬 곱을 m으로 나눈 것입니다${penalty ? `. 여기에 ${penalty.weights}의 λ/m배를 더합니다` : ''}.`,
    },
  };
}

function biasGradient(name: string, { delta }: OperationOf<'biasGradient'>): StepEquation {
  const of = gradientBy(name);
  const sum = (index: string): string =>
    `${term(name)} = \\frac{1}{[m]} \\sum_{i=1}^{[m]} \\left(${term(delta)}\\right)_{${index}}`;
  return {
    name,
    phase: 'backward',
    rows: sum('i,:'),
    columns: sum(':,i'),
    words: {
      en: `The gradient of the loss with respect to ${of} is the mean of ${delta} over the samples.`,
      ko: `${of}에 대한 손실의 기울기는 ${object(delta)} 샘플에 대해 평균한 것입니다.`,
    },
  };
}

function descent(name: string, { gradient, rate }: OperationOf<'descend'>): StepEquation {
  return {
    name,
    phase: 'update',
    rows: `${term(name)} \\leftarrow ${term(name)} - ${term(rate)} \\, ${term(gradient)}`,
    columns: null,
    words: {
      en: `The new ${name} is ${name} minus the learning rate times ${gradient}.`,
      ko: `새로운 ${topic(name)} ${name}에서 학습률과 ${gradient}의 곱을 뺀 값입니다.`,
    },
  };
}

/** The equation that a step of a network carries out; an error for steps that are none of a network's. */
export function equationOf({ name, operation }: Step): StepEquation {
  switch (operation.kind) {
    case 'affine':
      return weightedSum(name, operation);
    case 'activate':
      return activated(name, operation);
    case 'loss':
      return cost(name, operation);
    case 'lossGradient':
      return outputError(name, operation);
    case 'carry':
      return carriedBack(name, operation);
    case 'throughActivation':
      return through(name, operation);
    case 'weightGradient':
      return weightGradient(name, operation);
    case 'biasGradient':
      return biasGradient(name, operation);
    case 'descend':
      return descent(name, operation);
    default:
      throw new RangeError(`${name} is no step of a network: ${operation.kind}`);
  }
}
