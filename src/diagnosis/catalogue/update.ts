/** Mistakes of gradient descent itself. */
import type { Computation, Step } from '../../engine/computation';
import { read } from '../../engine/operation';
import { matmul, scale, transpose, zip } from '../../engine/tensor';
import type { Compute, Mistake, WholeChange } from '../mistake';
import { at } from '../mistake';
import { beside, hasRole } from '../../network/arrayName';
import { forNames } from './names';
import { rateOf } from './scale';

export const gradientAscent: Mistake = {
  code: 'gradient-ascent',
  step: at('descend', (op) => ({
    plus: (v) => {
      const rate = rateOf(v, op.rate);
      return zip(read(v, op.parameter), read(v, op.gradient), (p, g) => p + rate * g);
    },
  })),
  sentence: {
    en: (f) =>
      `${f.target} moves by the right amount in the wrong direction. The gradient points where the cost grows fastest; descent goes the other way.`,
    ko: (f) =>
      `${f.target} 값이 알맞은 크기만큼 반대 방향으로 움직였습니다. 기울기는 비용이 가장 빨리 커지는 쪽을 가리키고, 경사하강법은 그 반대로 갑니다.`,
  },
};

/** Learning rates that people type in; the probes use others. */
const typedInRates: readonly number[] = [0.01, 0.001, 0.1, 0.5];

export const learningRateIgnored: Mistake = {
  code: 'learning-rate-ignored',
  step: at('descend', (op) => ({
    'whole-gradient': (v) => zip(read(v, op.parameter), read(v, op.gradient), (p, g) => p - g),
    ...Object.fromEntries(
      typedInRates.map((rate): [string, Compute] => [
        `typed-in:${String(rate)}`,
        (v) => zip(read(v, op.parameter), read(v, op.gradient), (p, g) => p - rate * g),
      ]),
    ),
  })),
  sentence: {
    en: (f) =>
      f.variant === 'typed-in'
        ? `${f.target} always moves by ${f.detail} times its gradient. That is the notes' learning rate or one like it; the one that the function is given does not enter.`
        : `${f.target} moves by its whole gradient. The learning rate, which keeps the steps small enough, does not enter.`,
    ko: (f) =>
      f.variant === 'typed-in'
        ? `${f.target} 값이 언제나 기울기의 ${f.detail}배만큼 움직입니다. 코드에 적어 둔 학습률(learning rate)이 쓰였고, 함수가 인자로 받은 학습률은 쓰이지 않았습니다.`
        : `${f.target} 값이 기울기 전체만큼 움직였습니다. 걸음을 작게 해 주는 학습률(learning rate)이 들어가지 않았습니다.`,
  },
};

export const notUpdated: Mistake = {
  code: 'not-updated',
  isSilent: true,
  step: at('descend', (op) => ({ same: (v) => read(v, op.parameter) })),
  sentence: {
    en: (f) =>
      `${f.target} comes back as it was at first. Either it is left out of the update, or the new value is bound to a name that is never returned.`,
    ko: (f) =>
      `${f.target} 값이 처음 그대로 돌아왔습니다. 업데이트에서 빠졌거나, 새 값을 담은 이름이 반환되지 않았습니다.`,
  },
};

export const overwrittenParameter: Mistake = {
  code: 'overwritten-parameter',
  step: at('descend', (op) => ({
    step: (v) => scale(read(v, op.gradient), -rateOf(v, op.rate)),
    'positive-step': (v) => scale(read(v, op.gradient), rateOf(v, op.rate)),
  })),
  sentence: {
    en: (f) =>
      `${f.target} is only the step: learning rate times gradient. The parameter itself is lost. The step has to be taken from where the parameter stands.`,
    ko: (f) =>
      `${f.target} 값에 한 걸음(학습률 곱하기 기울기)만 남고 매개변수 자신은 사라졌습니다. 지금 있는 값에서 그 걸음만큼 움직여야 합니다.`,
  },
};

export const wrongUpdate: Mistake = {
  code: 'wrong-update',
  step: at('descend', (op, _step, names) => {
    const from =
      (f: (p: number, g: number, rate: number) => number): Compute =>
      (v) => {
        const rate = rateOf(v, op.rate);
        return zip(read(v, op.parameter), read(v, op.gradient), (p, g) => f(p, g, rate));
      };
    return {
      'rate-divides': from((p, g, rate) => p - g / rate),
      'rate-twice': from((p, g, rate) => p - rate * rate * g),
      'rate-alone': from((p, _g, rate) => p - rate),
      'difference-times-rate': from((p, g, rate) => rate * (p - g)),
      'one-minus-rate': from((p, g, rate) => p - (1 - rate) * g),
      'rate-added': from((p, g, rate) => p - (rate + g)),
      swapped: from((p, g, rate) => g - rate * p),
      sign: from((p, g, rate) => p - rate * Math.sign(g)),
      size: from((p, g, rate) => p - rate * Math.abs(g)),
      blended: from((p, g, rate) => (1 - rate) * p + rate * g),
      'blended-minus': from((p, g, rate) => (1 - rate) * p - rate * g),
      // In a training the gradient itself may have been so.
      ...(names.includes('X')
        ? {}
        : {
            'transposed-gradient': (v) =>
              zip(
                read(v, op.parameter),
                transpose(read(v, op.gradient)),
                (p, g) => p - rateOf(v, op.rate) * g,
              ),
            ...forNames(
              names.filter((name) => hasRole(name, 'dW', 'db')),
              [op.gradient],
              (v, other) => zip(read(v, op.parameter), other, (p, g) => p - rateOf(v, op.rate) * g),
            ),
          }),
      // In a training a bias begins at 0 and so stays there, as if it were not updated at all.
      ...(names.includes('X') && hasRole(op.parameter, 'b')
        ? {}
        : {
            'parameter-for-gradient': from((p, _g, rate) => p - rate * p),
            multiplied: from((p, g, rate) => p * rate * g),
            'multiplied-minus': from((p, g, rate) => p - rate * p * g),
          }),
    };
  }),
  sentence: {
    en: (f) => {
      switch (f.variant) {
        case 'rate-divides':
          return `${f.target} moves by the gradient divided by the learning rate. A small learning rate should make small steps.`;
        case 'rate-twice':
          return `${f.target} moves by the learning rate twice over: it is multiplied in at two places.`;
        case 'rate-alone':
        case 'rate-added':
          return `${f.target} moves by the learning rate itself${f.variant === 'rate-added' ? ' and by the whole gradient' : ', whatever the gradient is'}. The rate is what the gradient is multiplied by.`;
        case 'with':
          return `${f.target} moves by ${f.detail}, the gradient of another parameter. Each parameter has a gradient of its own.`;
        case 'transposed-gradient':
          return `${f.target} moves by its gradient lying on its side. A gradient has the shape of its parameter.`;
        case 'step-scaled':
          return `${f.target} moves by ${f.detail} times what rate times gradient gives. Parameter, gradient and learning rate are in their places; a number beside them changes the step.`;
        case 'rate-changes':
          return `The gradients are right, but the learning rate does not stay as it was given: a later step has ${f.detail} times its size. A rate that changes can help a long training; here every round uses the one that is given.`;
        case 'momentum':
          return `From the second round on each step holds ${f.detail} times the step before it. That is momentum: a rule that trains well, and another than the one asked for, in which a step goes by the gradient of its own round alone.`;
        case 'sign':
        case 'size':
          return `${f.target} moves by the gradient's ${f.variant === 'sign' ? 'sign' : 'size'} alone. Both count: its sign says which way, its size how far.`;
        default:
          return `${f.target} is put together otherwise than a step of gradient descent: parameter, gradient and learning rate are all there, in other places. What stays, what is taken away from it, and what does the rate make smaller?`;
      }
    },
    ko: (f) => {
      switch (f.variant) {
        case 'rate-divides':
          return `${f.target} 값이 기울기를 학습률(learning rate)로 나눈 만큼 움직였습니다. 학습률이 작으면 걸음도 작아야 합니다.`;
        case 'rate-twice':
          return `${f.target} 값에 학습률(learning rate)이 두 번 곱해졌습니다. 곱하는 곳이 두 군데 있습니다.`;
        case 'rate-alone':
        case 'rate-added':
          return `${f.target} 값이 ${f.variant === 'rate-added' ? '학습률(learning rate)과 기울기 전체를 더한 만큼' : '기울기와 상관없이 학습률(learning rate)만큼'} 움직였습니다. 학습률은 기울기에 곱하는 수입니다.`;
        case 'with':
          return `${f.target} 값이 다른 매개변수의 기울기인 ${f.detail} 값으로 움직였습니다. 매개변수마다 자기 기울기가 있습니다.`;
        case 'transposed-gradient':
          return `${f.target} 값이 전치(transpose)된 기울기로 움직였습니다. 기울기의 모양은 매개변수의 모양과 같습니다.`;
        case 'step-scaled':
          return `${f.target} 값이 학습률(learning rate) 곱하기 기울기의 ${f.detail}배만큼 움직였습니다. 매개변수와 기울기와 학습률은 제자리에 있고, 그 옆의 수가 걸음을 바꿉니다.`;
        case 'rate-changes':
          return `기울기는 맞지만 학습률(learning rate)이 받은 값 그대로 쓰이지 않습니다. 뒤의 걸음이 학습률의 ${f.detail}배입니다. 학습률을 바꾸면 긴 학습에 도움이 되기도 하지만, 여기서는 반복할 때마다 받은 학습률을 그대로 씁니다.`;
        case 'momentum':
          return `두 번째 반복부터 걸음에 바로 앞 걸음의 ${f.detail}배가 들어 있습니다. 모멘텀(momentum)입니다. 학습은 잘 되지만, 여기서 구하는 규칙은 그 반복의 기울기만으로 움직이는 것이라 결과가 다릅니다.`;
        case 'sign':
        case 'size':
          return `${f.target} 값이 기울기의 ${f.variant === 'sign' ? '부호' : '크기'}만 보고 움직였습니다. 부호는 어느 쪽으로 갈지를, 크기는 얼마나 갈지를 말하므로 둘 다 필요합니다.`;
        default:
          return `${f.target} 값이 경사하강법의 한 걸음과 다르게 계산되었습니다. 매개변수와 기울기와 학습률(learning rate)이 다른 자리에 들어갔습니다. 무엇이 남고, 거기서 무엇을 빼고, 학습률은 무엇을 작게 합니까?`;
      }
    },
  },
};

/** Moves an update to just before the step that reads the parameter. */
function updatedEarly(computation: Computation): readonly WholeChange[] {
  const { loop } = computation;
  if (!loop) return [];
  return loop.steps.flatMap((reader, at_): WholeChange[] => {
    const { operation } = reader;
    if (operation.kind !== 'carry') return [];
    const update = loop.steps.find(
      (step): step is Step => step.name === operation.weights && step.operation.kind === 'descend',
    );
    if (!update) return [];
    const steps = loop.steps.filter((step) => step !== update);
    steps.splice(at_, 0, update);
    return [
      {
        id: `early:${update.name}`,
        step: update.name,
        computation: { ...computation, loop: { ...loop, steps } },
      },
    ];
  });
}

/** Computes the cost once more, from the weights after the update. */
function measuredLate(computation: Computation): readonly WholeChange[] {
  const { loop } = computation;
  const cost = loop?.steps.find(({ operation }) => operation.kind === 'loss');
  if (!loop || !cost) return [];
  const forward = loop.steps.filter(
    ({ operation }) => operation.kind === 'affine' || operation.kind === 'activate',
  );
  // Steps of their own: what an operation gave first is kept by its identity.
  const again = forward.map((step): Step => ({ ...step, operation: { ...step.operation } }));
  const steps = [...loop.steps.filter((step) => step !== cost), ...again, cost];
  return [{ id: 'cost-late', step: cost.name, computation: { ...computation, loop: { ...loop, steps } } }];
}

/** Learning rates of an update inside a backward pass, which is given none. */
const ownRates: readonly number[] = [0.01, 0.1, 1, 0.5, 0.001, 0.05];

export const updateOrder: Mistake = {
  code: 'update-order',
  step: at('carry', (op, _step, names) => {
    const gradient = beside(op.weights, 'dW');
    if (gradient === null || !names.includes(gradient)) return {};
    return Object.fromEntries(
      ownRates.map((rate): [string, Compute] => [
        `at-${String(rate)}:${op.weights}`,
        (v) => {
          const changed = zip(read(v, op.weights), read(v, gradient), (w, g) => w - rate * g);
          return matmul(read(v, op.delta), transpose(changed));
        },
      ]),
    );
  }),
  whole: (computation) => [...updatedEarly(computation), ...measuredLate(computation)],
  sentence: {
    en: (f) =>
      f.variant === 'cost-late'
        ? 'Each cost is measured after the update, so the list begins one step too late: the cost of the first weights is not in it. costs[i] is the cost before update i.'
        : `${f.detail} is changed before the error is carried back through it, so the layer below sees weights that the forward pass never used. First all gradients, then all updates.`,
    ko: (f) =>
      f.variant === 'cost-late'
        ? '비용을 업데이트한 뒤에 구해서 리스트가 한 걸음 늦게 시작합니다. 처음 가중치의 비용이 빠져 있습니다. costs[i]는 i번째 업데이트 직전의 비용입니다.'
        : `오차를 되돌려 보내기 전에 ${f.detail} 값을 먼저 바꾸었습니다. 그래서 아래층이 순전파에서 쓰이지 않은 가중치로 기울기를 계산합니다. 기울기를 모두 구한 뒤에 한꺼번에 업데이트하세요.`,
  },
};
