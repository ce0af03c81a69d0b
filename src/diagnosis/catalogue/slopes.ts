/** Mistakes about the slope of the activation: of what it is taken, of which function, and what stands in its place. */
import type { Activation } from '../../engine/activation';
import { activate } from '../../engine/activation';
import type { OperationOf, Values } from '../../engine/operation';
import { positive, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { map, multiply, subtract, zip } from '../../engine/tensor';
import type { Compute, Facts, Mistake } from '../mistake';
import { at, either } from '../mistake';
import { isGate, nameOfFunction, slopeSentence } from './words';
import { beside, hasRole } from '../../network/arrayName';
import { insteadOfSlope, sigmoid, sigmoidSlope, tanhSlope, wrongDerivative } from './reluSlopes';
import { insteadOf, isStraight, nameOfSlope, type Curve } from './curves';
import { forNames } from './names';
import { atOutputError, hasOwnSlope, outputError, preActivationOf } from './outputError';

/** The carried error times each of some curves of Z, entry by entry. */
function timesEach(
  op: OperationOf<'throughActivation'>,
  curves: Readonly<Record<string, Curve>>,
  prefix = '',
): Record<string, Compute> {
  return Object.fromEntries(
    Object.entries(curves).map(([id, curve]): [string, Compute] => [
      prefix + id,
      (v) => zip(read(v, op.carried), read(v, op.preActivation), (d, z) => d * curve(z)),
    ]),
  );
}

/** The slope of a function at any array; an error where it has none entry by entry. */
function slopeAt({ entry }: Activation, value: Tensor): Tensor {
  if (!entry) throw new Error('no slope entry by entry');
  return map(value, entry.slope);
}

export const activationInsteadOfDerivative: Mistake = {
  code: 'activation-instead-of-derivative',
  step: either(
    at('throughActivation', (op) => timesEach(op, insteadOf(op.activation).activation)),
    atOutputError((op, step, names) => {
      const z = preActivationOf(op);
      return {
        output: (v) => multiply(outputError(op, v), read(v, op.output)),
        ...(names.includes(z) && !hasOwnSlope(step)
          ? { 'output-pre-activation': (v: Values) => multiply(outputError(op, v), read(v, z)) }
          : {}),
      };
    }),
    at('slope', (op) => ({ relu: (v) => activate(op.activation, read(v, op.of)) })),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'relu'
        ? `${f.target} holds the values of ReLU; its slope is asked for. How much does ReLU grow when x grows a little?`
        : `In ${f.step}, the error is multiplied by the activation's values where its slope belongs. ${isGate(f) ? 'The slope of ReLU is either 0 or 1; multiplying by anything else stretches each entry.' : `${slopeSentence(f, 'en')}It says how much ${nameOfFunction(f, 'en')} grows when Z grows a little.`}`,
    ko: (f) =>
      f.variant === 'relu'
        ? `${f.target} 값이 ReLU의 값 그대로입니다. 필요한 것은 기울기입니다. x가 조금 커질 때 ReLU는 얼마나 커집니까?`
        : `${f.step} 계산에서 활성화 함수의 기울기가 있어야 할 곳에 활성화 값 자체를 곱했습니다. ${isGate(f) ? 'ReLU의 기울기는 0 아니면 1입니다. 다른 값을 곱하면 원소마다 크기가 늘거나 줄어듭니다.' : `${slopeSentence(f, 'ko')}Z가 조금 커질 때 함수가 얼마나 커지는지를 나타냅니다.`}`,
  },
};

export const derivativeOfWrongTensor: Mistake = {
  code: 'derivative-of-wrong-tensor',
  step: either(
    at('throughActivation', (op, step, names) => {
      const own = beside(op.preActivation, 'A') ?? '';
      if (isStraight(op.activation)) return {};
      const at_ = (v: Values, other: Tensor): Tensor =>
        multiply(read(v, op.carried), slopeAt(op.activation, other));
      return {
        ...forNames(
          names.filter((name) => name === 'Y' || hasRole(name, 'Z', 'A', 'dZ', 'dA')),
          [op.preActivation, own, step.name],
          at_,
        ),
        error: (v) => {
          const [a, y] = [v.get(own), v.get('Y')];
          if (!a || !y) throw new Error('no error term here');
          return at_(v, subtract(a, y));
        },
        ...timesEach(op, insteadOf(op.activation).inverted),
      };
    }),
    atOutputError((op, step, names) => {
      if (hasOwnSlope(step) || op.isFused || isStraight(op.activation)) return {};
      return forNames(
        names.filter((name) => hasRole(name, 'Z', 'A')),
        [op.output, preActivationOf(op)],
        (v, other) => multiply(outputError(op, v), slopeAt(op.activation, other)),
      );
    }),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'inverted'
        ? `In ${f.step}, the derivative of ${nameOfFunction(f, 'en')} lets through just the entries it should stop, and stops the others. Which side of zero has slope 1?`
        : f.variant === 'places'
          ? `In ${f.step}, the zeros do not stand where Z is negative: the derivative of ${nameOfFunction(f, 'en')} is taken of another array, or at another bound than zero. It belongs at the value that went into this layer's activation.`
          : `In ${f.step}, the derivative of ${nameOfFunction(f, 'en')} is taken of another array (it looks like ${f.detail || 'A − Y'})${isGate(f) ? ': the zeros stand in the wrong places' : ''}. The derivative belongs at the value that went into this layer's activation.`,
    ko: (f) =>
      f.variant === 'inverted'
        ? `${f.step} 계산에서 ${nameOfFunction(f, 'ko')}의 도함수가 막아야 할 원소는 통과시키고 통과시켜야 할 원소는 막고 있습니다. 0의 어느 쪽에서 기울기가 1인지 생각해 보세요.`
        : f.variant === 'places'
          ? `${f.step} 값에서 0이 Z가 음수인 자리와 다른 곳에 있습니다. ReLU의 도함수를 다른 배열에서 구했거나, 0이 아닌 다른 값을 경계로 삼았습니다. 도함수는 이 층의 활성화 함수에 들어간 값에서 구해야 합니다.`
          : `${f.step} 계산에서 ${nameOfFunction(f, 'ko')}의 도함수를 다른 배열(${f.detail || 'A − Y'} 값으로 보입니다)에서 ${isGate(f) ? '구해 0이 엉뚱한 자리에 있습니다' : '구했습니다'}. 도함수는 이 층의 활성화 함수에 들어간 값에서 구해야 합니다.`,
  },
};

/** The function's own slope, with A where Z belongs or the other way round. */
function misplacedSlope(f: Facts, language: 'en' | 'ko'): string {
  const name = nameOfFunction(f, language);
  if (f.variant === 'slope-own-from-z') {
    return language === 'en'
      ? `In ${f.step}, the formula for the slope of ${name} is one for its value A, and Z is put into it. What does the formula say in terms of A, and which array holds A?`
      : `${f.step} 계산에서 ${name}의 기울기를 함숫값 A로 나타낸 식에 Z를 넣었습니다. 그 식은 어느 배열로 쓴 것입니까?`;
  }
  return language === 'en'
    ? `In ${f.step}, the slope of ${name} is taken at a value that has been through it already: the function is applied once more on the way. The slope belongs at Z, what went into the function.`
    : `${f.step} 계산에서 ${name}의 기울기를 이미 그 함수를 거친 값에서 구해, 함수가 한 번 더 적용되었습니다. 기울기는 함수에 들어간 값 Z에서 구해야 합니다.`;
}

export const wrongSlope: Mistake = {
  code: 'wrong-slope',
  step: either(
    at('throughActivation', (op) => {
      const { misplaced, other } = insteadOf(op.activation);
      const isBound = (id: string): boolean => id.startsWith('above-');
      const some = (wanted: (id: string) => boolean): Record<string, Curve> =>
        Object.fromEntries(Object.entries({ ...misplaced, ...other }).filter(([id]) => wanted(id)));
      return {
        ...timesEach(
          op,
          some((id) => !isBound(id)),
          'slope-',
        ),
        ...timesEach(op, some(isBound)),
      };
    }),
    atOutputError((op, step, names) => {
      if (hasOwnSlope(step) || op.isFused) return {};
      const z = preActivationOf(op);
      const curves = Object.entries(insteadOf(op.activation).other).filter(([id]) =>
        /^(sigmoid|tanh)/.test(id),
      );
      // A slope that is the same of A and of Z where Z is positive needs Z to be told of.
      const ofOutput = { 'sigmoid-from-activation': sigmoidSlope, 'tanh-from-activation': tanhSlope };
      const at_ = (from: string, curve: Curve): Compute => {
        return (v) => multiply(outputError(op, v), map(read(v, from), curve));
      };
      return names.includes(z)
        ? Object.fromEntries(curves.map(([id, curve]) => [`slope-${id}`, at_(z, curve)]))
        : Object.fromEntries(
            Object.entries(ofOutput).map(([id, curve]) => [`slope-${id}`, at_(op.output, curve)]),
          );
    }),
    at('slope', (op) =>
      Object.fromEntries(
        Object.entries(insteadOfSlope).map(([id, { slope }]) => [
          id,
          (v: Values): Tensor => map(read(v, op.of), slope),
        ]),
      ),
    ),
  ),
  sentence: {
    en: (f) =>
      f.variant.startsWith('slope-own')
        ? misplacedSlope(f, 'en')
        : f.variant.startsWith('slope-')
          ? `${f.step} is multiplied by the slope of another activation (it fits ${nameOfSlope(f.variant.slice('slope-'.length), 'en')}). What comes back has to be multiplied by the slope of the function that was applied on the way forward, and that is ${nameOfFunction(f, 'en')}.`
          : hasRole(f.step, 'dZ')
            ? `In ${f.step}, the slope of ${nameOfFunction(f, 'en')} changes at another place than zero. Where does ${nameOfFunction(f, 'en')} begin to rise?`
            : wrongDerivative(f, 'en'),
    ko: (f) =>
      f.variant.startsWith('slope-own')
        ? misplacedSlope(f, 'ko')
        : f.variant.startsWith('slope-')
          ? `${f.step} 계산에서 다른 활성화 함수(${nameOfSlope(f.variant.slice('slope-'.length), 'ko')})의 기울기를 곱했습니다. 되돌아오는 오차에는 순전파에서 쓴 함수의 기울기를 곱해야 하고, 그 함수는 ${nameOfFunction(f, 'ko')}입니다.`
          : hasRole(f.step, 'dZ')
            ? `${f.step} 계산에서 ${nameOfFunction(f, 'ko')}의 기울기가 0이 아닌 다른 곳에서 바뀝니다. ${nameOfFunction(f, 'ko')} 함수는 어디서부터 올라갑니까?`
            : wrongDerivative(f, 'ko'),
  },
};

/** Whether a delta is of a hidden layer: then that of the layer after it has been made before. */
function isHidden(delta: string, names: readonly string[]): boolean {
  const after = beside(delta, 'dZ', 1);
  return after !== null && names.includes(after);
}

const negativesKept: Curve = (z) => (z > 0 ? 1 : z);

export const notASlope: Mistake = {
  code: 'not-a-slope',
  step: either(
    at('throughActivation', (op, step, names) => ({
      ...timesEach(op, insteadOf(op.activation).none),
      ...(isHidden(step.name, names)
        ? {
            'carried-twice': (v: Values) => map(read(v, op.carried), (d) => d * d),
            'carried-relu': (v: Values) =>
              zip(read(v, op.carried), activate(op.activation, read(v, op.carried)), (d, a) => d * a),
          }
        : {}),
    })),
    at('slope', (op) => ({
      identity: (v) => read(v, op.of),
      'negatives-kept': (v) => map(read(v, op.of), negativesKept),
      'sigmoid-value': (v) => map(read(v, op.of), sigmoid),
    })),
  ),
  sentence: {
    en: (f) =>
      !isGate(f)
        ? `In ${f.step}, the carried error is multiplied by something that is not the slope of ${nameOfFunction(f, 'en')}${f.detail === '' ? '' : ` (${f.detail})`}. ${slopeSentence(f, 'en')}Take one entry of Z, move it a little, and see how much the function moves: what does your factor come out as there?`
        : hasRole(f.step, 'dZ')
          ? `In ${f.step}, the carried error is multiplied by something that is neither 0 nor 1${f.detail === '' ? '' : ` (${f.detail})`}. ReLU is either flat or rises by 1 for 1, so its slope has no other values. What does your factor come out as for a negative and for a positive entry of Z?`
          : `${f.target} holds values that are neither 0 nor 1${f.detail === '' ? '' : ` (${f.detail})`}. ReLU is either flat or rises by 1 for 1, so its slope has no other values: where is it flat?`,
    ko: (f) =>
      !isGate(f)
        ? `${f.step} 계산에서 되돌아온 오차에 ${nameOfFunction(f, 'ko')}의 기울기가 아닌 값을 곱했습니다${f.detail === '' ? '' : `(${f.detail})`}. ${slopeSentence(f, 'ko')}Z의 원소 하나를 조금 움직였을 때 함숫값이 얼마나 움직이는지 보고, 곱한 값과 비교해 보세요.`
        : hasRole(f.step, 'dZ')
          ? `${f.step} 계산에서 되돌아온 오차에 0도 1도 아닌 값을 곱했습니다${f.detail === '' ? '' : `(${f.detail})`}. ReLU는 평평하거나 1만큼 갈 때 1만큼 올라가므로 기울기는 0 아니면 1입니다. Z의 음수와 양수를 하나씩 골라, 곱한 값이 얼마인지 확인해 보세요.`
          : `${f.target} 값에 0도 1도 아닌 수가 들어 있습니다${f.detail === '' ? '' : `(${f.detail})`}. ReLU는 평평하거나 1만큼 갈 때 1만큼 올라가므로 기울기는 0 아니면 1입니다. 평평한 곳은 어디입니까?`,
  },
};

export const booleanDelta: Mistake = {
  code: 'boolean-delta',
  step: either(
    at('throughActivation', (op, step, names) => {
      const product = (factor: (z: number) => number, test: (x: number) => boolean): Compute => {
        return (v) =>
          zip(read(v, op.carried), read(v, op.preActivation), (d, z) => (test(d * factor(z)) ? 1 : 0));
      };
      const z: Curve = (x) => x;
      const value: Curve = op.activation.entry?.value ?? z;
      return {
        'compared-last': product(z, (x) => x > 0),
        'compared-last-below': product(z, (x) => x < 0),
        'compared-last-activation': product(value, (x) => x > 0),
        'compared-last-not-below': product(value, (x) => x >= 0),
        'error-alone': (v) => positive(read(v, op.carried)),
        // At the output that is an error of 1 everywhere.
        ...(isHidden(step.name, names)
          ? { 'slope-alone': (v: Values) => positive(read(v, op.preActivation)) }
          : {}),
      };
    }),
    atOutputError((op, step, names) => {
      const error = (v: Values): Tensor => subtract(read(v, op.output), read(v, op.target));
      const z = preActivationOf(op);
      if (op.isFused) return {};
      return {
        'error-alone': (v) => positive(error(v)),
        'error-below': (v) => map(error(v), (e) => (e < 0 ? 1 : 0)),
        'compared-last-activation': (v) => positive(multiply(error(v), read(v, op.output))),
        ...(names.includes(z) && !hasOwnSlope(step)
          ? { 'compared-last': (v: Values) => positive(multiply(error(v), read(v, z))) }
          : {}),
      };
    }),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'slope-alone'
        ? `${f.step} holds only True and False (1 and 0): the slope stands there by itself, and the error that it should let through or stop is gone.`
        : `${f.detail || f.step} holds only True and False (1 and 0), where the size of the error belongs. A comparison is made last, after the multiplication: \`a * b > 0\` asks whether the whole product is positive. Put what belongs together into parentheses.`,
    ko: (f) =>
      f.variant === 'slope-alone'
        ? `${f.step} 값이 모두 True 아니면 False(1과 0)입니다. 기울기만 남아 있고, 기울기가 통과시키거나 막아야 할 오차가 사라졌습니다.`
        : `${f.detail || f.step} 값이 모두 True 아니면 False(1과 0)입니다. 그 자리에는 오차의 크기가 있어야 합니다. 비교는 곱셈보다 나중에 계산되므로 \`a * b > 0\`은 곱 전체가 양수인지를 묻습니다. 먼저 계산할 것을 괄호로 묶으세요.`,
  },
};
