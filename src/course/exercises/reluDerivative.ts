import { reluDerivativeJudging } from '../judging/elementwise';
import type { Exercise } from '../judgedExercise';
import { prose, python, tex } from '../writing';

/** relu′: 1 where x > 0, else 0, and what to say about 0 itself. */
export const reluDerivative: Exercise = {
  id: 'relu-derivative',
  title: { en: 'The derivative of ReLU', ko: 'ReLU의 도함수' },
  functionName: 'relu_derivative',
  parameters: ['x'],
  returns: ['da_dx'],
  idea: {
    en: prose`
      On its way back, the error passes through the activation too. By the chain rule this adds one factor: the
      slope of ReLU at the value that went in. To the right of 0 the slope is 1, to the left it is 0. So ReLU's
      derivative is a gate: open where the input was positive, shut where it was negative.

      Exactly at 0 there is a kink. Coming from the left the slope is 0, from the right it is 1, so there is no
      derivative, and one has to agree on a value. The notes say 0; so do we.

      For training the choice does not matter, since sums of random decimals practically never come out as
      exactly 0. In the notes' 1000 iterations, ReLU meets 600,000 numbers, and not one of them is 0.
    `,
    ko: prose`
      오차는 거꾸로 돌아오는 길에 활성화 함수(activation function)도 지납니다. 연쇄 법칙(chain rule)에 따라 인수가
      하나 더 곱해지는데, 들어갔던 값에서 구한 ReLU의 기울기(slope)입니다. 0보다 오른쪽에서는 1, 왼쪽에서는 0입니다.
      그래서 ReLU의 도함수(derivative)는 문과 같습니다. 들어간 값이 양수였으면 열려 있고 음수였으면 닫혀 있습니다.

      정확히 0인 점에서는 그래프가 꺾입니다. 왼쪽에서 다가가면 기울기가 0이고 오른쪽에서 다가가면 1이라 미분할 수
      없습니다. 그래서 값을 하나 약속해 두어야 합니다. 노트에서는 0으로 했고, 여기서도 그렇게 합니다.

      학습할 때는 어떤 값으로 약속하든 상관없습니다. 무작위로 뽑은 소수를 더한 값이 정확히 0이 되는 일은 거의 없기
      때문입니다. 노트의 학습을 1000번 반복하는 동안 ReLU에는 수가 600,000개 들어가는데, 그 가운데 0은 하나도
      없습니다.
    `,
  },
  equations: [
    {
      name: 'da_dx',
      phase: 'backward',
      rows: tex`[da_dx] = \operatorname{relu}'([x])`,
      columns: null,
      words: {
        en: 'The derivative of a with respect to x is relu prime of x.',
        ko: 'a를 x로 미분한 값은 relu 프라임 x입니다.',
      },
    },
    {
      name: 'positive',
      phase: 'idea',
      rows: tex`[x] > 0 \;\Rightarrow\; \operatorname{relu}'([x]) = 1`,
      columns: null,
      words: {
        en: 'Where x is greater than 0, relu prime of x is 1.',
        ko: 'x가 0보다 크면 relu 프라임 x는 1입니다.',
      },
    },
    {
      name: 'notPositive',
      phase: 'idea',
      rows: tex`[x] \le 0 \;\Rightarrow\; \operatorname{relu}'([x]) = 0`,
      columns: null,
      words: {
        en: 'Where x is 0 or less, relu prime of x is 0.',
        ko: 'x가 0이거나 0보다 작으면 relu 프라임 x는 0입니다.',
      },
    },
  ],
  picture: null,
  starter: {
    en: python`
      import numpy as np


      def relu_derivative(x):
          """The slope of ReLU at every entry of x; 0 at 0.

          x: an array of any shape
          returns an array of ones and zeros, shaped like x
          """
          da_dx = ...
          return da_dx
    `,
    ko: python`
      import numpy as np


      def relu_derivative(x):
          """x의 원소마다 구한 ReLU의 기울기. 0에서는 0입니다.

          x: 아무 모양의 배열
          반환값: 0과 1로 된, x와 모양이 같은 배열
          """
          da_dx = ...
          return da_dx
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          −2, −0.5, 0, 0.5, 1, 3 should become 0, 0, 0, 1, 1, 1. If your third number is 1, look at which side 0
          falls on. If your last three are 0.5, 1, 3, you have returned ReLU itself.
        `,
        ko: prose`
          −2, −0.5, 0, 0.5, 1, 3을 넣으면 0, 0, 0, 1, 1, 1이 나와야 합니다. 세 번째가 1이라면 0을 어느 쪽에
          넣었는지 보세요. 마지막 셋이 0.5, 1, 3이라면 도함수가 아니라 ReLU를 반환한 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          You need a question with the answer yes or no for every entry, and a number for each answer. A
          comparison with an array, such as \`x < 5\`, gives an array of answers.
        `,
        ko: prose`
          원소마다 예 또는 아니요로 답할 수 있는 질문이 하나 있고, 답에 따라 수를 하나씩 정하면 됩니다. \`x <
          5\`처럼 배열을 비교하면 답을 모은 배열이 나옵니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          The question is $x > 0$, with 0 itself on the side of no. \`np.where(question, a, b)\` takes \`a\`
          where the answer is yes and \`b\` where it is no.
        `,
        ko: prose`
          질문은 $x > 0$이고, 0은 아니요 쪽에 듭니다. \`np.where(질문, a, b)\`는 답이 예인 자리에 \`a\`를,
          아니요인 자리에 \`b\`를 넣습니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: 'The question and one of the numbers are missing:',
        ko: '질문과 수 하나를 비워 두었습니다.',
      },
      code: 'da_dx = np.where(___, ___, 0)\n',
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: 'da_dx = np.where(x > 0, 1, 0)\n',
    },
  ],
  solution: python`
    import numpy as np


    def relu_derivative(x):
        da_dx = np.where(x > 0, 1, 0)
        return da_dx
  `,
  explanation: {
    en: prose`
      Multiplying by this array keeps an error where it is 1 and stops it where it is 0. That is all ReLU does
      on the way back.

      \`(x > 0).astype(float)\` says the same. With \`x >= 0\` the derivative at 0 would be 1: just as
      defensible, but not what the notes agreed on.
    `,
    ko: prose`
      이 배열을 곱하면 1인 자리의 오차는 그대로 지나가고 0인 자리의 오차는 멈춥니다. 거꾸로 갈 때 ReLU가 하는 일은
      이것이 전부입니다.

      \`(x > 0).astype(float)\`도 같은 뜻입니다. \`x >= 0\`으로 쓰면 0에서 값이 1이 됩니다. 그렇게 정해도 틀린 것은
      아니지만 노트에서 정한 것과는 다릅니다.
    `,
  },
  next: {
    en: prose`
      Convince yourself that \`relu_derivative(relu(x))\` equals \`relu_derivative(x)\`. So the gate could be
      read off the layer's output alone. Would that still work for a function that rises and falls, such as the
      sine?
    `,
    ko: prose`
      \`relu_derivative(relu(x))\`가 \`relu_derivative(x)\`와 같다는 것을 확인해 보세요. 층의 출력만 보고도 문이
      열렸는지 알 수 있다는 뜻입니다. 사인처럼 오르내리는 함수에서도 그럴 수 있을까요?
    `,
  },
  judging: reluDerivativeJudging('da_dx'),
};
