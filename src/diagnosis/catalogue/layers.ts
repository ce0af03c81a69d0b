/** Mistakes of which layer: its input, its weights, the delta of the layer after it. */
import { activate, throughActivation } from '../../engine/activation';
import type { Values } from '../../engine/operation';
import { biasOf, read } from '../../engine/operation';
import type { Tensor } from '../../engine/tensor';
import { add, map, matmul, matrixShape, multiply, scale, sumAxis, transpose, zip } from '../../engine/tensor';
import type { Mistake } from '../mistake';
import { at, either } from '../mistake';
import { isGate } from './words';
import { beside, hasRole, isGradient, nameOf, readName } from '../../network/arrayName';
import { forNames } from './names';

export const wrongLayerInput: Mistake = {
  code: 'wrong-layer-input',
  step: either(
    at('weightGradient', (op, _step, names) => {
      const own = beside(op.delta, 'A') ?? '';
      const before = beside(op.delta, 'Z') ?? '';
      const { entry } = op.made.input ?? { entry: null };
      const gradient = (v: Values, input: Tensor): Tensor =>
        scale(matmul(transpose(input), read(v, op.delta)), 1 / (input.shape[0] ?? 1));
      return {
        ...forNames(
          names.filter((name) => name === 'Y' || hasRole(name, 'Z', 'A')),
          [op.input],
          gradient,
        ),
        ...(entry?.slopeOfValue
          ? {
              [`slope:${op.input}`]: (v: Values) =>
                gradient(v, map(read(v, op.input), entry.slopeOfValue ?? entry.slope)),
            }
          : {}),
        // The activation may have been computed anew from Z.
        ...(names.includes(before) && !names.includes(own)
          ? {
              [`with:${own}`]: (v: Values) => gradient(v, activate(op.made.own, read(v, before))),
            }
          : {}),
      };
    }),
    at('affine', (op, step, names) =>
      forNames(
        names.filter((name) => hasRole(name, 'A')),
        [op.input, step.name],
        (v, other) => {
          const z = matmul(other, read(v, op.weights));
          return zip(z, biasOf(op, v), (x, b) => x + b);
        },
      ),
    ),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'slope'
        ? `${f.step} is built from ${isGate(f) ? 'the ones and zeros of the slope' : 'the slope'} where the values of ${f.detail} belong. Either the slope was taken for them, or it was written over them.`
        : `${f.step} is built from ${f.detail}, which is not what goes into that layer. A layer's weights are multiplied by its input${isGradient(f.step) ? ', so that is what their gradient is made of' : ''}.`,
    ko: (f) =>
      f.variant === 'slope'
        ? `${f.step} 계산에 ${f.detail} 값이 아니라 ${isGate(f) ? '기울기의 1과 0이' : '기울기가'} 쓰였습니다. 기울기를 대신 썼거나, 기울기를 ${f.detail} 위에 덮어썼습니다.`
        : `${f.step} 계산에 ${f.detail} 값이 쓰였는데, 그 층에 들어온 입력이 아닙니다. 한 층의 가중치에 곱해지는 것은 그 층의 입력${isGradient(f.step) ? '이고, 기울기도 그 입력으로 만들어집니다' : '입니다'}.`,
  },
};

/** The sum over the outputs of every sample, the same for each of `columns` units. */
function spread(delta: Tensor, columns: number): Tensor {
  const [samples] = matrixShape(delta);
  const sums = sumAxis(delta, 1).data;
  return {
    shape: [samples, columns],
    data: new Float64Array(samples * columns).map((_, i) => sums[Math.floor(i / columns)] ?? NaN),
  };
}

export const wrongWeights: Mistake = {
  code: 'wrong-weights',
  step: either(
    at('carry', (op, _step, names) => ({
      ...forNames(
        names.filter((name) => hasRole(name, 'W', 'dW')),
        [op.weights],
        (v, other) => matmul(read(v, op.delta), transpose(other)),
      ),
      ...forNames(
        names.filter((name) => hasRole(name, 'W', 'dW')),
        [op.weights],
        (v, other) => matmul(read(v, op.delta), other),
        'plain',
      ),
      none: (v) => read(v, op.delta),
      spread: (v) => spread(read(v, op.delta), read(v, op.weights).shape[0] ?? 1),
    })),
    // The carried error may be right, and not be what the delta is made of.
    at('throughActivation', (op, _step, names) => {
      const after = beside(op.carried, 'dZ', 1);
      if (after === null || !names.includes(after)) return {};
      const through = (v: Values, carried: Tensor): Tensor =>
        op.activation.entry
          ? multiply(carried, map(read(v, op.preActivation), op.activation.entry.slope))
          : throughActivation(op.activation, carried, read(v, op.preActivation));
      return {
        none: (v) => through(v, read(v, after)),
        spread: (v) => through(v, spread(read(v, after), read(v, op.preActivation).shape[1] ?? 1)),
      };
    }),
    at('affine', (op, _step, names) =>
      forNames(
        names.filter((name) => hasRole(name, 'W')),
        [op.weights],
        (v, other) => add(matmul(read(v, op.input), other), biasOf(op, v)),
      ),
    ),
  ),
  sentence: {
    en: (f) =>
      f.variant === 'none' || f.variant === 'spread'
        ? `${f.step} is made of the error of the layer after it without the weights in between: each unit gets the same share of it. A unit answers for an error in proportion to the weight of its connection.`
        : f.step.startsWith('Z')
          ? `${f.step} is made with ${f.detail}, which are the weights of another layer. Follow the layer's number through the equation.`
          : `The error is carried back through ${f.detail}. It should go back along the very connections it came forward on: which weights lie between the two layers?`,
    ko: (f) =>
      f.variant === 'none' || f.variant === 'spread'
        ? `${f.step} 값을 다음 층의 오차에서 가중치 없이 구했습니다. 그러면 모든 노드가 오차를 똑같이 나누어 받습니다. 각 노드는 연결된 가중치의 크기만큼 오차를 받아야 합니다.`
        : f.step.startsWith('Z')
          ? `${f.step} 계산에 다른 층의 가중치인 ${f.detail} 값이 쓰였습니다. 수식에서 층 번호를 따라가 보세요.`
          : `오차가 ${f.detail} 값을 통해 되돌아가고 있습니다. 오차는 앞으로 올 때 지나온 바로 그 연결을 따라 되돌아가야 합니다. 두 층 사이에 있는 가중치는 어느 것입니까?`,
  },
};

export const restartedDelta: Mistake = {
  code: 'restarted-delta',
  step: at('carry', (op, _step, names) => {
    // Of several deltas of output layers only the last layer's starts from the cost.
    const deltas = names.flatMap((name) => {
      const read_ = readName(name);
      return read_?.role === 'dZ' ? [read_.layer] : [];
    });
    const last = Math.max(0, ...deltas);
    const [output, weights] = [nameOf('dZ', last), nameOf('W', last)];
    if (last === 0 || output === op.delta) return {};
    return {
      'own-weights': (v) => matmul(read(v, output), transpose(read(v, op.weights))),
      'output-weights': (v) => matmul(read(v, output), transpose(read(v, weights))),
      none: (v) => read(v, output),
    };
  }),
  sentence: {
    en: (f) =>
      `${f.step} starts again from the error at the output, past the layer between. What reaches a layer is the delta of the layer right after it, and that one has already gone through everything further on.`,
    ko: (f) =>
      `${f.step} 계산이 중간 층을 건너뛰고 출력의 오차에서 다시 시작합니다. 한 층이 받는 것은 바로 다음 층의 오차이고, 그 오차는 뒤쪽 층을 모두 거쳐 온 값입니다.`,
  },
};
