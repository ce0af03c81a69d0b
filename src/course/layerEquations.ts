/**
 * The equations that every layer has, for layer 1, 2 and 3. Written once, so that a step looks and reads the same in
 * each exercise that has it. `L` is the loss of one sample until the samples are averaged, which is where 1/m stands.
 */
import type { Equation } from './exercise';
import { tex } from './writing';

type Layer = 1 | 2 | 3;

/** The name of what goes into a layer: the data for the first, the activations of the layer before for the others. */
function inputOf(layer: Layer): string {
  return layer === 1 ? 'X' : `A${String(layer - 1)}`;
}

/** A Korean particle after a name, chosen by how its last character is read: 일, 이, 삼, 엑스. */
function withParticle(name: string, afterConsonant: string, afterVowel: string): string {
  return name + (/[13]$/.test(name) ? afterConsonant : afterVowel);
}

const topic = (name: string): string => withParticle(name, '은', '는');
const object = (name: string): string => withParticle(name, '을', '를');
const and = (name: string): string => withParticle(name, '과', '와');

/** Z = input · W + b. */
export function weightedSum(layer: Layer): Equation {
  const n = String(layer);
  const input = inputOf(layer);
  return {
    name: `Z${n}`,
    phase: 'forward',
    rows: tex`[Z${n}] = [${input}] \cdot [W${n}] + [b${n}]`,
    columns: tex`[Z${n}] = [W${n}] \cdot [${input}] + [b${n}]`,
    words: {
      en: `Z${n} is the matrix product of ${input} and W${n}, plus the bias b${n}.`,
      ko: `${topic(`Z${n}`)} ${and(input)} W${n}의 행렬 곱에 편향 ${object(`b${n}`)} 더한 것이다.`,
    },
  };
}

/** A = relu(Z). */
export function activation(layer: Layer): Equation {
  const n = String(layer);
  return {
    name: `A${n}`,
    phase: 'forward',
    rows: tex`[A${n}] = \operatorname{relu}([Z${n}])`,
    columns: null,
    words: {
      en: `A${n} is relu of Z${n}, entry by entry.`,
      ko: `${topic(`A${n}`)} Z${n}의 원소마다 relu를 취한 것이다.`,
    },
  };
}

/** The notes' error at the output: ∂L/∂Z = A − Y. */
export function outputError(layer: Layer): Equation {
  const n = String(layer);
  return {
    name: `dZ${n}`,
    phase: 'backward',
    rows: tex`[dZ${n}] = [A${n}] - [Y]`,
    columns: null,
    words: {
      en: `The gradient of the loss with respect to Z${n} is A${n} minus Y.`,
      ko: `Z${n}에 대한 손실의 기울기는 A${n}에서 Y를 뺀 것이다.`,
    },
  };
}

/** ∂L/∂A of a hidden layer: the next layer's error, carried back through that layer's weights. */
export function carriedBack(layer: 1 | 2): Equation {
  const n = String(layer);
  const after = String(layer + 1);
  return {
    name: `dA${n}`,
    phase: 'backward',
    rows: tex`[dA${n}] = [dZ${after}] \cdot [W${after}]^\top`,
    columns: tex`[dA${n}] = [W${after}]^\top \cdot [dZ${after}]`,
    words: {
      en: `The gradient of the loss with respect to A${n} is dZ${after} times W${after} transposed.`,
      ko: `A${n}에 대한 손실의 기울기는 ${and(`dZ${after}`)} W${after}의 전치의 행렬 곱이다.`,
    },
  };
}

/** ∂L/∂Z of a hidden layer: ∂L/∂A, through the activation's derivative. */
export function throughRelu(layer: 1 | 2): Equation {
  const n = String(layer);
  return {
    name: `dZ${n}`,
    phase: 'backward',
    rows: tex`[dZ${n}] = [dA${n}] \odot \operatorname{relu}'([Z${n}])`,
    columns: null,
    words: {
      en: `The gradient of the loss with respect to Z${n} is dA${n} times the derivative of relu at Z${n}, entry by entry.`,
      ko: `Z${n}에 대한 손실의 기울기는 ${and(`dA${n}`)} Z${n}에서의 relu 도함수를 원소별로 곱한 것이다.`,
    },
  };
}

/** ∂L/∂W: the layer's input with the layer's error, averaged over the samples. */
export function weightGradient(layer: Layer): Equation {
  const n = String(layer);
  const input = inputOf(layer);
  return {
    name: `dW${n}`,
    phase: 'backward',
    rows: tex`[dW${n}] = \frac{1}{[m]} \, [${input}]^\top \cdot [dZ${n}]`,
    columns: tex`[dW${n}] = \frac{1}{[m]} \, [dZ${n}] \cdot [${input}]^\top`,
    words: {
      en: `The gradient of the loss with respect to W${n} is ${input} transposed times dZ${n}, divided by m.`,
      ko: `W${n}에 대한 손실의 기울기는 ${input}의 전치와 dZ${n}의 행렬 곱을 m으로 나눈 것이다.`,
    },
  };
}

/** ∂L/∂b: the layer's error, averaged over the samples (row i or column i is sample i). */
export function biasGradient(layer: Layer): Equation {
  const n = String(layer);
  return {
    name: `db${n}`,
    phase: 'backward',
    rows: tex`[db${n}] = \frac{1}{[m]} \sum_{i=1}^{[m]} \left([dZ${n}]\right)_{i,:}`,
    columns: tex`[db${n}] = \frac{1}{[m]} \sum_{i=1}^{[m]} \left([dZ${n}]\right)_{:,i}`,
    words: {
      en: `The gradient of the loss with respect to b${n} is the mean of dZ${n} over the samples.`,
      ko: `b${n}에 대한 손실의 기울기는 ${object(`dZ${n}`)} 샘플에 대해 평균한 것이다.`,
    },
  };
}

/** The notes' cost: (1/m) Σ (A − Y)². */
export function meanSquaredError(layer: Layer): Equation {
  const n = String(layer);
  return {
    name: 'cost',
    phase: 'cost',
    rows: tex`[cost] = \frac{1}{[m]} \sum \left([A${n}] - [Y]\right)^2`,
    columns: null,
    words: {
      en: `The cost is the sum of the squares of all entries of A${n} minus Y, divided by the number of samples m.`,
      ko: `비용은 A${n}에서 Y를 뺀 값의 제곱을 모두 더해 샘플 수 m으로 나눈 것이다.`,
    },
  };
}

/** One step downhill for a parameter: θ ← θ − η ∂L/∂θ. */
export function descent(name: string): Equation {
  return {
    name,
    phase: 'update',
    rows: tex`[${name}] \leftarrow [${name}] - [learning_rate] \, [d${name}]`,
    columns: null,
    words: {
      en: `The new ${name} is ${name} minus the learning rate times d${name}.`,
      ko: `새로운 ${topic(name)} ${name}에서 학습률과 d${name}의 곱을 뺀 값이다.`,
    },
  };
}
