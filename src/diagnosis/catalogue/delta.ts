/** Mistakes about which array goes into a step of the backward pass. */
import type { Values } from '../../engine/computation';
import { apply, positive, read } from '../../engine/computation';
import type { Tensor } from '../../engine/tensor';
import { map, matmul, multiply, scale, subtract, transpose, zip } from '../../engine/tensor';
import type { Facts, Mistake } from '../mistake';
import { at, either } from '../mistake';

/** `id:name` for every name but the excluded ones, so that a sentence can say which array it was. */
function forNames(
  names: readonly string[],
  excluded: readonly string[],
  compute: (v: Values, other: Tensor) => Tensor,
  prefix = 'with',
): Record<string, (v: Values) => Tensor> {
  return Object.fromEntries(
    names
      .filter((name) => !excluded.includes(name))
      .map((name) => [`${prefix}:${name}`, (v: Values): Tensor => compute(v, read(v, name))]),
  );
}

export const missingActivationDerivative: Mistake = {
  code: 'missing-activation-derivative',
  step: either(
    at('mask', (op) => ({ through: (v) => read(v, op.carried) })),
    at('carry', (op, _step, names) => {
      const before = op.delta.replace('dZ', 'dA');
      return names.includes(before) ? { before: (v) => apply({ ...op, delta: before }, v) } : {};
    }),
    at('weightGradient', (op, _step, names) => {
      const before = op.delta.replace('dZ', 'dA');
      return names.includes(before) ? { before: (v) => apply({ ...op, delta: before }, v) } : {};
    }),
    at('biasGradient', (op, _step, names) => {
      const before = op.delta.replace('dZ', 'dA');
      return names.includes(before) ? { before: (v) => apply({ ...op, delta: before }, v) } : {};
    }),
  ),
  sentence: {
    en: (f) =>
      `${f.target} holds contributions from units that were switched off: the delta passes through the activation without its derivative. Where ReLU gave 0, nothing should flow back. Look at the step that makes ${f.step}.`,
    ko: (f) =>
      `${f.target} 값에 꺼져 있던 노드의 몫이 섞여 있습니다. 델타가 활성화 함수의 도함수를 거치지 않고 그대로 지나갔습니다. ReLU가 0을 낸 곳으로는 아무것도 되돌아가지 않아야 합니다. ${f.step} 계산을 살펴보세요.`,
  },
};

export const activationInsteadOfDerivative: Mistake = {
  code: 'activation-instead-of-derivative',
  step: either(
    at('mask', (op) => ({
      activation: (v) =>
        multiply(
          read(v, op.carried),
          map(read(v, op.preActivation), (z) => Math.max(0, z)),
        ),
      'pre-activation': (v) => multiply(read(v, op.carried), read(v, op.preActivation)),
    })),
    at('outputDelta', (op) => ({
      output: (v) =>
        scale(multiply(subtract(read(v, op.output), read(v, op.target)), read(v, op.output)), op.scale),
    })),
    at('reluDerivative', (op) => ({ relu: (v) => map(read(v, op.of), (x) => Math.max(0, x)) })),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'relu'
        ? `${f.target} holds the values of ReLU; its slope is asked for. How much does ReLU grow when x grows a little?`
        : `In ${f.step}, the carried error is multiplied by the activation's values where its slope belongs. The slope of ReLU is either 0 or 1; multiplying by anything else stretches each entry.`,
    ko: (f) =>
      f.variant === 'relu'
        ? `${f.target} 값이 ReLU의 값 그대로입니다. 필요한 것은 기울기입니다. x가 조금 커질 때 ReLU는 얼마나 커지나요?`
        : `${f.step} 계산에서 활성화 함수의 기울기가 있어야 할 곳에 활성화 값 자체를 곱했습니다. ReLU의 기울기는 0 아니면 1입니다. 다른 값을 곱하면 원소마다 크기가 늘거나 줄어듭니다.`,
  },
};

export const derivativeOfWrongTensor: Mistake = {
  code: 'derivative-of-wrong-tensor',
  step: at('mask', (op, step, names) => {
    const own = op.preActivation.replace('Z', 'A');
    return {
      ...forNames(
        names.filter((name) => /^(X|Y|d?[ZA]\d)$/.test(name)),
        [op.preActivation, own, step.name],
        (v, other) => multiply(read(v, op.carried), positive(other)),
      ),
      error: (v) => {
        const [a, y] = [v.get(own), v.get('Y')];
        if (!a || !y) throw new Error('no error term here');
        return multiply(read(v, op.carried), positive(subtract(a, y)));
      },
      inverted: (v) => zip(read(v, op.carried), read(v, op.preActivation), (d, z) => (z > 0 ? 0 : d)),
    };
  }),
  sentence: {
    en: (f) =>
      f.variant === 'inverted'
        ? `In ${f.step}, the derivative of ReLU lets through just the entries it should stop, and stops the others. Which side of zero has slope 1?`
        : `In ${f.step}, the derivative of ReLU is taken of another array (it looks like ${f.detail || 'A − Y'}): the zeros stand in the wrong places. The derivative belongs at the value that went into this layer's activation.`,
    ko: (f) =>
      f.variant === 'inverted'
        ? `${f.step} 계산에서 ReLU의 도함수가 막아야 할 원소는 통과시키고 통과시켜야 할 원소는 막고 있습니다. 0의 어느 쪽에서 기울기가 1인지 생각해 보세요.`
        : `${f.step} 계산에서 ReLU의 도함수를 다른 배열(${f.detail || 'A − Y'} 값으로 보입니다)에서 구해 0이 엉뚱한 자리에 있습니다. 도함수는 이 층의 활성화 함수에 들어간 값에서 구해야 합니다.`,
  },
};

export const wrongLayerInput: Mistake = {
  code: 'wrong-layer-input',
  step: either(
    at('weightGradient', (op, _step, names) => {
      const own = op.delta.replace('dZ', 'A');
      const before = op.delta.slice(1);
      const gradient = (v: Values, input: Tensor): Tensor =>
        scale(matmul(transpose(input), read(v, op.delta)), 1 / (input.shape[0] ?? 1));
      return {
        ...forNames(
          names.filter((name) => /^(X|Y|[ZA]\d)$/.test(name)),
          [op.input],
          gradient,
        ),
        // The activation may have been computed anew from Z.
        ...(names.includes(before) && !names.includes(own)
          ? {
              [`with:${own}`]: (v: Values) =>
                gradient(
                  v,
                  map(read(v, before), (z) => Math.max(0, z)),
                ),
            }
          : {}),
      };
    }),
    at('affine', (op, step, names) =>
      forNames(
        names.filter((name) => /^(X|[A]\d)$/.test(name)),
        [op.input, step.name],
        (v, other) => {
          const z = matmul(other, read(v, op.weights));
          return zip(z, read(v, op.bias), (x, b) => x + b);
        },
      ),
    ),
  ),
  sentence: {
    en: (f) =>
      `${f.step} is built from ${f.detail}, which is not what goes into that layer. A layer's weights are multiplied by its input${f.step.startsWith('d') ? ', so that is what their gradient is made of' : ''}.`,
    ko: (f) =>
      `${f.step} 계산에 ${f.detail} 값이 쓰였는데, 그 층에 들어온 입력이 아닙니다. 한 층의 가중치에 곱해지는 것은 그 층의 입력${f.step.startsWith('d') ? '이고, 기울기도 그 입력으로 만들어집니다' : '입니다'}.`,
  },
};

export const wrongWeights: Mistake = {
  code: 'wrong-weights',
  step: either(
    at('carry', (op, _step, names) => ({
      ...forNames(
        names.filter((name) => /^d?W\d$/.test(name)),
        [op.weights],
        (v, other) => matmul(read(v, op.delta), transpose(other)),
      ),
      ...forNames(
        names.filter((name) => /^d?W\d$/.test(name)),
        [op.weights],
        (v, other) => matmul(read(v, op.delta), other),
        'plain',
      ),
    })),
  ),
  sentence: {
    en: (f) =>
      `The error is carried back through ${f.detail}. It should go back along the very connections it came forward on: which weights lie between the two layers?`,
    ko: (f) =>
      `오차가 ${f.detail} 값을 통해 되돌아가고 있습니다. 오차는 앞으로 올 때 지나온 바로 그 연결을 따라 되돌아가야 합니다. 두 층 사이에 있는 가중치는 어느 것인가요?`,
  },
};

/** Whether what stands in a gradient is an error, but of another layer. */
function isOtherError({ detail }: Facts): boolean {
  return /^d[ZA]\d$/.test(detail);
}

export const missingDelta: Mistake = {
  code: 'missing-delta',
  step: either(
    at('outputDelta', (op) => ({
      output: (v) => read(v, op.output),
      target: (v) => read(v, op.target),
      sum: (v) => zip(read(v, op.output), read(v, op.target), (a, y) => a + y),
      ones: (v) => map(read(v, op.output), () => 1),
      square: (v) => map(subtract(read(v, op.output), read(v, op.target)), (e) => e * e),
      size: (v) => map(subtract(read(v, op.output), read(v, op.target)), Math.abs),
      sign: (v) => map(subtract(read(v, op.output), read(v, op.target)), Math.sign),
      product: (v) => multiply(read(v, op.output), read(v, op.target)),
    })),
    at('weightGradient', (op, _step, names) =>
      forNames(
        names.filter((name) => /^(Y|d?[ZA]\d)$/.test(name)),
        [op.delta, op.delta.replace('dZ', 'dA')],
        (v, other) => scale(matmul(transpose(read(v, op.input)), other), 1 / (other.shape[0] ?? 1)),
      ),
    ),
    at('biasGradient', (op, _step, names) =>
      forNames(
        names.filter((name) => /^(Y|d?[ZA]\d)$/.test(name)),
        [op.delta, op.delta.replace('dZ', 'dA')],
        (v, other) => apply(op, new Map([...v, [op.delta, other]])),
      ),
    ),
  ),
  sentence: {
    en: (f) =>
      isOtherError(f)
        ? `${f.step} is built from ${f.detail}, which is not the error of that layer. Each layer's gradients are made of the error at its own Z: follow the index through the equation.`
        : `${f.step} does not carry the error: where the difference between prediction and target belongs, something else stands${f.detail === '' ? '' : ` (${f.detail})`}. Everything in the backward pass starts from that difference.`,
    ko: (f) =>
      isOtherError(f)
        ? `${f.step} 계산에 ${f.detail} 값이 쓰였는데, 그 층의 오차가 아닙니다. 각 층의 기울기는 그 층의 Z에서 구한 오차로 만들어집니다. 수식에서 층 번호를 따라가 보세요.`
        : `${f.step} 계산에 오차가 들어 있지 않습니다. 예측과 정답의 차이가 있어야 할 자리에 다른 값${f.detail === '' ? '' : `(${f.detail})`}이 있습니다. 역전파는 모두 그 차이에서 출발합니다.`,
  },
};

export const outputDerivative: Mistake = {
  code: 'output-derivative',
  step: at('outputDelta', (op, step) => {
    // Where the reference takes the derivative itself, it is no mistake.
    if (step.name.startsWith('dA')) return {};
    const masked = (v: Values, factor: number): Tensor => {
      const output = read(v, op.output);
      return scale(multiply(subtract(output, read(v, op.target)), positive(output)), factor);
    };
    return {
      masked: (v) => masked(v, op.scale),
      ...(op.scale === 1 ? { 'masked-doubled': (v: Values) => masked(v, 2) } : {}),
    };
  }),
  sentence: {
    en: (f) =>
      `${f.step} is also multiplied by the derivative of the output's ReLU${f.variant === 'masked-doubled' ? ' and by 2' : ''}. For the cost as it is printed that is the exact gradient; the notes leave it out, and here their numbers are to be reproduced. The exercise on the exact gradient is where it belongs.`,
    ko: (f) =>
      `${f.step} 값에 출력층 ReLU의 도함수${f.variant === 'masked-doubled' ? '와 2' : ''}까지 곱했습니다. 적힌 그대로의 비용으로는 그것이 정확한 기울기이지만, 노트에서는 생략했고 여기서는 노트의 값을 그대로 얻어야 합니다. 정확한 기울기는 그것을 다루는 문제에서 구해 보세요.`,
  },
};
