import { reluJudging } from '../judging/elementwise';
import type { Exercise } from '../judgedExercise';
import { prose, python, tex } from '../writing';

/** The activation, max(0, x), on arrays of any shape. */
export const relu: Exercise = {
  id: 'relu',
  title: { en: 'ReLU, the activation', ko: '활성화 함수 ReLU' },
  functionName: 'relu',
  parameters: ['x'],
  returns: ['a'],
  idea: {
    en: prose`
      A network mixes its inputs into weighted sums, and then passes every sum through a simple function, its
      activation. The notes use ReLU: a positive number goes through as it is, anything else becomes 0. −2, 0
      and 3 become 0, 0 and 3.

      Without an activation, a weighted sum of weighted sums would still be just a weighted sum, and more layers
      would gain nothing. The bend at 0 is what makes them worth having.

      ReLU looks at each entry by itself. The function takes an array of any shape and returns a new one of the
      same shape.
    `,
    ko: prose`
      신경망은 입력에 가중치(weight)를 곱해 더한 다음, 그 값을 하나하나 간단한 함수에 통과시킵니다. 이 함수를
      활성화 함수(activation function)라고 합니다. 노트에서는 ReLU를 씁니다. 양수는 그대로 내보내고 나머지는 모두
      0으로 만듭니다. −2, 0, 3을 넣으면 0, 0, 3이 나옵니다.

      활성화 함수가 없다면 가중합(weighted sum)을 다시 가중합해도 결국 하나의 가중합일 뿐이라 층을 쌓아도 얻는
      것이 없습니다. 0에서 한 번 꺾이기 때문에 비로소 층을 쌓는 의미가 생깁니다.

      ReLU는 원소를 하나씩 따로 봅니다. 어떤 모양(shape)의 배열이든 받아서, 모양이 같은 새 배열을 반환하면 됩니다.
    `,
  },
  equations: [
    {
      name: 'a',
      phase: 'forward',
      rows: tex`[a] = \operatorname{relu}([x]) = \max(0, [x])`,
      columns: null,
      words: {
        en: 'a is relu of x: the larger of 0 and x, entry by entry.',
        ko: 'a는 x에 relu를 취한 것, 즉 원소마다 0과 x 가운데 큰 쪽입니다.',
      },
    },
  ],
  picture: null,
  starter: {
    en: python`
      import numpy as np


      def relu(x):
          """Every positive entry, and 0 for all others.

          x: an array of any shape
          returns an array shaped like x
          """
          a = ...
          return a
    `,
    ko: python`
      import numpy as np


      def relu(x):
          """양수는 그대로 두고 나머지는 0으로 바꿉니다.

          x: 아무 모양의 배열
          반환값: x와 모양이 같은 배열
          """
          a = ...
          return a
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          −2, −0.5, 0, 0.5, 1, 3 should become 0, 0, 0, 0.5, 1, 3. If yours starts with 2 and 0.5, you took
          absolute values. If Python says that the truth value of an array is ambiguous, an \`if\` or Python's
          own \`max\` was given a whole array at once.
        `,
        ko: prose`
          −2, −0.5, 0, 0.5, 1, 3을 넣으면 0, 0, 0, 0.5, 1, 3이 나와야 합니다. 앞이 2, 0.5로 나온다면 절댓값을 구한
          것입니다. 배열의 참·거짓이 모호하다는(ambiguous) 오류가 난다면 \`if\`나 Python의 \`max\`에 배열을 통째로
          넘긴 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          NumPy has functions that work through an array entry by entry. One of them compares two things and
          keeps the larger at every place; one of the two may be a plain number. It is not \`np.max\`, which
          looks for the largest entry of a single array.
        `,
        ko: prose`
          NumPy에는 배열을 원소마다 따로 처리하는 함수가 있습니다. 그 가운데 두 값을 비교해 자리마다 큰 쪽을 남기는
          함수가 있고, 둘 중 하나는 그냥 숫자여도 됩니다. 한 배열에서 가장 큰 원소를 찾는 \`np.max\`와는 다른
          함수입니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          $\max(0, x)$ can be read as it stands: the two things to compare are $0$ and $x$. In NumPy, this
          $\max$ is called \`np.maximum\`.
        `,
        ko: prose`
          $\max(0, x)$를 그대로 읽으면 됩니다. 비교할 두 값은 $0$과 $x$입니다. 여기서 $\max$에 해당하는 NumPy 함수는
          \`np.maximum\`입니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: { en: 'One piece is left to fill in:', ko: '한 군데만 채우면 됩니다.' },
      code: 'a = np.maximum(0, ___)\n',
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: 'a = np.maximum(0, x)\n',
    },
  ],
  solution: python`
    import numpy as np


    def relu(x):
        a = np.maximum(0, x)
        return a
  `,
  explanation: {
    en: prose`
      NumPy compares the one 0 with every entry of \`x\` and puts the results into a new array. \`x\` stays as
      it was. That matters: the backward pass asks later where \`x\` was positive.

      \`np.where(x > 0, x, 0)\` gives the same. \`x[x < 0] = 0\` would not be right: it changes the caller's
      array.
    `,
    ko: prose`
      NumPy는 0 하나를 \`x\`의 모든 원소와 비교해 그 결과를 새 배열에 담습니다. \`x\`는 그대로 남습니다. 나중에
      역전파(backpropagation)에서 \`x\`가 어디에서 양수였는지 다시 물어보기 때문에 이 점이 중요합니다.

      \`np.where(x > 0, x, 0)\`로 써도 결과는 같습니다. 하지만 \`x[x < 0] = 0\`처럼 쓰면 안 됩니다. 넘겨받은 배열
      자체가 바뀝니다.
    `,
  },
  next: {
    en: prose`
      Draw $\mathrm{relu}(x) - \mathrm{relu}(x - 1)$ for $x$ from −1 to 2: flat, a ramp, flat again. With enough
      bends like these, a network can follow any continuous curve as closely as you like.
    `,
    ko: prose`
      $x$가 −1에서 2까지 변할 때 $\mathrm{relu}(x) - \mathrm{relu}(x - 1)$의 그래프를 그려 보세요. 평평하다가
      비스듬히 올라가고 다시 평평해집니다. 이렇게 꺾이는 곳을 여럿 모으면 어떤 연속 곡선이든 원하는 만큼 가깝게
      따라 그릴 수 있습니다.
    `,
  },
  judging: reluJudging('a'),
};
