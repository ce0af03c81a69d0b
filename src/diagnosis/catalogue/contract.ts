/** Mistakes that show in what comes back, before any number is compared. */
import type { Mistake } from '../mistake';

export const unimplemented: Mistake = {
  code: 'unimplemented',
  sentence: {
    en: (f) =>
      `The blank \`...\` is still there${f.detail === '' ? '' : ` (${f.detail})`}. Replace it with your own code and check again.`,
    ko: (f) =>
      `빈칸 \`...\`이 아직 남아 있습니다${f.detail === '' ? '' : `(${f.detail})`}. 그 자리를 코드로 채우고 다시 확인하세요.`,
  },
};

export const notReturned: Mistake = {
  code: 'not-returned',
  sentence: {
    en: (f) => {
      if (f.detail === 'item') {
        return `None comes back in place of ${f.target}. Return what was computed for it; if that came from a function of your own, end that with return.`;
      }
      return f.detail === 'inner'
        ? `A function you call on the way to ${f.target} gives back nothing (None). What it computes is lost when it ends: end it with return.`
        : `The function gives back nothing (None). What it computes is lost when it ends: finish with \`return ${f.target}\`.`;
    },
    ko: (f) => {
      if (f.detail === 'item') {
        return `${f.target} 자리에 None이 반환되었습니다. 계산한 값을 반환하세요. 직접 만든 함수에서 받은 값이라면 그 함수를 return으로 끝내야 합니다.`;
      }
      return f.detail === 'inner'
        ? `${f.target} 값을 구하는 도중에 부른 함수가 아무것도 반환하지 않습니다(None). 함수가 끝나면 계산한 값이 사라지므로 return으로 끝내야 합니다.`
        : `함수가 아무것도 반환하지 않습니다(None). 함수가 끝나면 계산한 값이 사라집니다. 함수 끝에서 \`return ${f.target}\`처럼 값을 반환하세요.`;
    },
  },
};

export const wrongReturnCount: Mistake = {
  code: 'wrong-return-count',
  sentence: {
    en: (f) => `The function gives back ${f.detail}. Return these, in this order: ${f.target}.`,
    ko: (f) => `함수가 반환한 값이 ${f.detail}입니다. 차례대로 ${f.target} 값을 반환하세요.`,
  },
};

export const missingKey: Mistake = {
  code: 'missing-key',
  sentence: {
    en: (f) =>
      `The dictionary that comes back has no entry for ${f.target}; ${f.detail === '' ? 'it is empty' : `its keys are ${f.detail}`}. The keys asked for are the names of the arrays, letter by letter.`,
    ko: (f) =>
      `반환한 딕셔너리에 ${f.target} 항목이 없습니다. ${f.detail === '' ? '빈 딕셔너리입니다.' : `들어 있는 키: ${f.detail}.`} 키는 배열의 이름과 글자 하나까지 같아야 합니다.`,
  },
};

export const wrongReturnOrder: Mistake = {
  code: 'wrong-return-order',
  sentence: {
    en: (f) =>
      `All the right arrays come back, in another order: where ${f.target} belongs stands ${f.detail}. Compare the return line with the order asked for.`,
    ko: (f) =>
      `반환한 배열은 모두 맞지만 순서가 다릅니다. ${f.target} 자리에 ${f.detail} 값이 있습니다. return 줄의 순서를 확인하세요.`,
  },
};

export const wrongCostCount: Mistake = {
  code: 'wrong-cost-count',
  sentence: {
    en: (f) => {
      const [given = '?', asked = '?'] = f.detail.split('/');
      return `${f.target} holds ${given === '1' ? 'one number' : `${given} numbers`} after training with iterations = ${asked}. One belongs to every iteration: the cost before that update. Look at how often the loop runs, where it ends, and when a cost is put into the list.`;
    },
    ko: (f) => {
      const [given = '?', asked = '?'] = f.detail.split('/');
      return `iterations가 ${asked}일 때 ${f.target}에 든 값이 ${given}개입니다. 반복마다 하나씩, 그 업데이트 직전의 비용이 있어야 합니다. 반복문이 몇 번 도는지, 어디서 끝나는지, 비용을 언제 리스트에 넣는지 살펴보세요.`;
    },
  },
};

export const notNumeric: Mistake = {
  code: 'not-numeric',
  sentence: {
    en: (f) =>
      f.detail === 'no-list'
        ? `${f.target} is not a list. Return a list of the arrays that were computed for it.`
        : `${f.target} is ${f.detail}, not an array of numbers. Return the array that was computed for it.`,
    ko: (f) =>
      f.detail === 'no-list'
        ? `${f.target} 값이 리스트가 아닙니다. 계산한 배열의 리스트를 반환하세요.`
        : `${f.target} 값이 숫자 배열이 아니라 ${f.detail}입니다. 계산한 배열을 반환하세요.`,
  },
};

export const nonFinite: Mistake = {
  code: 'non-finite',
  sentence: {
    en: (f) =>
      f.variant === 'cross-entropy'
        ? `${f.target} holds ${f.detail}: the backward pass starts from the slope of another cost, the cross-entropy of a probability, which divides by the prediction, and here a prediction can be 0. The cost here is the squared error.`
        : `${f.target} holds ${f.detail}. Look for a division by zero, a logarithm or root of something not positive, or numbers that grow without bound.`,
    ko: (f) =>
      f.variant === 'cross-entropy'
        ? `${f.target} 값에 ${f.detail === 'inf' ? '무한대(inf)가' : '숫자가 아닌 값(nan)이'} 들어 있습니다. 역전파가 다른 비용의 기울기에서 출발합니다. 확률의 교차 엔트로피(cross-entropy)는 예측으로 나누는데, 여기서는 예측이 0일 수 있습니다. 여기서 쓰는 비용은 제곱 오차입니다.`
        : `${f.target} 값에 ${f.detail === 'inf' ? '무한대(inf)가' : '숫자가 아닌 값(nan)이'} 들어 있습니다. 0으로 나눈 곳, 양수가 아닌 값의 로그나 제곱근, 끝없이 커지는 값이 있는지 살펴보세요.`,
  },
};

export const inputMutated: Mistake = {
  code: 'input-mutated',
  sentence: {
    en: (f) =>
      `The function changes its argument ${f.detail} in place, so whoever called it goes on with other numbers than before. Work on a new array, or on a copy.`,
    ko: (f) =>
      `함수가 넘겨받은 배열 ${f.detail} 안의 값을 바꿉니다. 그러면 함수를 부른 쪽의 ${f.detail}도 함께 바뀝니다. 새 배열을 만들거나 복사본으로 계산하세요.`,
  },
};

export const nondeterministic: Mistake = {
  code: 'nondeterministic',
  sentence: {
    en: () =>
      'Called twice with the same arguments, the function gives two different answers. Something random without a seed, or something remembered from the first call, goes in.',
    ko: () =>
      '같은 인자로 두 번 불렀는데 답이 다릅니다. 시드(seed) 없는 무작위 값이나 첫 번째 호출에서 남은 값이 들어가고 있습니다.',
  },
};

export const hardCoded: Mistake = {
  code: 'hard-coded',
  sentence: {
    en: (f) => `${f.target} is the same whatever the arguments are. It should be computed from them.`,
    ko: (f) => `어떤 인자를 넘겨도 ${f.target} 값이 늘 같습니다. 넘겨받은 인자로 계산해야 합니다.`,
  },
};

export const clipped: Mistake = {
  code: 'clipped',
  sentence: {
    en: (f) =>
      f.variant === 'sign'
        ? `${f.target} holds only the signs of the gradient: which way to go is right, how far is lost. Give back the gradient itself; what a step makes of it belongs to the update.`
        : `${f.target} is right but for the entries that were cut${f.detail === '' ? ' at a bound' : ` at ±${f.detail}`}. Clipping is something that some trainings do with a gradient; here the whole gradient is asked for.`,
    ko: (f) =>
      f.variant === 'sign'
        ? `${f.target} 값에 기울기의 부호만 남아 있습니다. 방향은 맞지만 크기가 사라졌습니다. 기울기 자체를 반환하세요. 그것으로 걸음을 어떻게 정할지는 업데이트에서 할 일입니다.`
        : `${f.target} 값이 ${f.detail === '' ? '어떤 한계' : `±${f.detail}`}에서 잘린 원소만 빼고 모두 맞습니다. 기울기를 자르는 학습 방법도 있지만, 여기서는 기울기 전체를 반환해야 합니다.`,
  },
};

export const singlePrecision: Mistake = {
  code: 'single-precision',
  sentence: {
    en: (f) =>
      `${f.target} is right to about 7 digits and no further: it was computed in float32. The way is right; NumPy's own float64 keeps about 15.`,
    ko: (f) =>
      `${f.target} 값이 일곱 자리쯤까지만 맞습니다. float32로 계산했기 때문입니다. 계산 방법은 맞습니다. NumPy의 기본인 float64는 약 열다섯 자리까지 담습니다.`,
  },
};

export const unknown: Mistake = {
  code: 'unknown',
  sentence: {
    en: (f) =>
      f.variant === 'held'
        ? `What this line makes stands where ${f.step} belongs, with other numbers, and all that is wrong in ${f.target} follows from it. None of the mistakes known here explains it. Read the line beside the equation of ${f.step}, and compute one entry by hand.`
        : f.step !== f.target
          ? `Of the arrays named as in the equations, ${f.step} is the first that differs from the reference, and it spoils ${f.target}. None of the mistakes known here explains it. Read that line beside its equation, and compute one entry by hand.`
          : `${f.target} does not agree with the reference, and none of the mistakes known here explains it. See in the numbers where it differs, take one entry, and compute it by hand.`,
    ko: (f) =>
      f.variant === 'held'
        ? `이 줄의 값은 ${f.step} 자리에 있지만 숫자가 다릅니다. ${f.target} 값이 틀린 것은 모두 여기서 시작됩니다. 튜터가 아는 실수로는 설명되지 않습니다. 그 줄을 ${f.step}의 수식과 나란히 놓고 원소 하나를 손으로 계산해 보세요.`
        : f.step !== f.target
          ? `수식에 나오는 배열 가운데 ${f.step} 값이 처음으로 기준과 다르고, 그래서 ${f.target}도 달라집니다. 튜터가 아는 실수로는 설명되지 않습니다. 그 줄을 수식과 나란히 놓고 원소 하나를 손으로 계산해 보세요.`
          : `${f.target} 값이 기준과 다릅니다. 튜터가 아는 실수로는 설명되지 않습니다. 결과의 숫자에서 어디가 다른지 보고, 원소 하나를 골라 손으로 계산해 보세요.`,
  },
};
