import { initializeJudging } from '../judging/initialize';
import type { Exercise } from '../judgedExercise';
import { notesPicture } from '../picture';
import { prose, python, tex } from '../writing';

/** The notes' starting parameters: random weights in a fixed order after a fixed seed, zero biases. */
export const initializeWeights: Exercise = {
  id: 'initialize-weights',
  title: { en: 'Starting weights', ko: '가중치 초기화' },
  functionName: 'initialize_weights',
  parameters: ['input_size', 'hidden_size', 'output_size'],
  returns: ['W1', 'b1', 'W2', 'b2'],
  idea: {
    en: prose`
      Before the first pass, the weights need values. The notes draw them at random with \`np.random.randn\`:
      positive and negative numbers around 0. The biases start at 0.

      Why not start everything at 0, or all at some other value? Because then all hidden units compute the same,
      receive the same gradient, and stay the same for ever: five units that act as one. Random weights break
      the symmetry. Once they differ, the biases may well be 0.

      Why a seed? \`np.random.seed(42)\` puts the random number generator into a known state, so the same
      numbers come out on every run, and your results can be compared with the ones printed in the notes. For
      the same reason the order of the draws matters: first \`W1\`, then \`W2\`.
    `,
    ko: prose`
      처음 계산을 시작하려면 가중치(weight)에 값이 있어야 합니다. 노트에서는 \`np.random.randn\`으로 0을 중심으로
      한 양수와 음수를 무작위로 뽑습니다. 편향(bias)은 0에서 시작합니다.

      모두 0에서, 또는 모두 같은 값에서 시작하면 왜 안 될까요? 은닉층(hidden layer)의 노드가 모두 같은 값을
      계산하고 같은 기울기(gradient)를 받아서 끝까지 똑같이 움직이기 때문입니다. 노드가 다섯이어도 하나나
      마찬가지입니다. 무작위로 뽑으면 이 대칭(symmetry)이 깨집니다. 가중치가 서로 다르면 편향은 0이어도 괜찮습니다.

      시드(seed)는 왜 필요할까요? \`np.random.seed(42)\`는 난수 생성기를 정해진 상태로 맞춥니다. 그러면 실행할
      때마다 같은 수가 나오고, 내 결과를 노트에 출력된 값과 비교할 수 있습니다. 뽑는 순서가 중요한 것도 같은
      이유에서입니다. \`W1\`을 먼저, \`W2\`를 나중에 뽑습니다.
    `,
  },
  equations: [
    {
      name: 'W1',
      phase: 'forward',
      rows: tex`[W1] \sim \mathcal{N}(0, 1),\quad [input_size] \times [hidden_size]`,
      columns: tex`[W1] \sim \mathcal{N}(0, 1),\quad [hidden_size] \times [input_size]`,
      words: {
        en: 'The entries of W1 are drawn from the standard normal distribution; in the code, it has one row per input and one column per hidden unit.',
        ko: 'W1의 원소는 표준정규분포에서 뽑습니다. 코드에서는 행이 입력, 열이 은닉층 노드입니다.',
      },
    },
    {
      name: 'b1',
      phase: 'forward',
      rows: tex`[b1] = \mathbf{0},\quad 1 \times [hidden_size]`,
      columns: tex`[b1] = \mathbf{0},\quad [hidden_size] \times 1`,
      words: {
        en: 'b1 is zero; in the code, it is one row with one entry per hidden unit.',
        ko: 'b1은 0입니다. 코드에서는 은닉층 노드마다 원소가 하나씩 있는 한 행입니다.',
      },
    },
    {
      name: 'W2',
      phase: 'forward',
      rows: tex`[W2] \sim \mathcal{N}(0, 1),\quad [hidden_size] \times [output_size]`,
      columns: tex`[W2] \sim \mathcal{N}(0, 1),\quad [output_size] \times [hidden_size]`,
      words: {
        en: 'The entries of W2 are drawn from the standard normal distribution; in the code, it has one row per hidden unit and one column per output.',
        ko: 'W2의 원소도 표준정규분포에서 뽑습니다. 코드에서는 행이 은닉층 노드, 열이 출력입니다.',
      },
    },
    {
      name: 'b2',
      phase: 'forward',
      rows: tex`[b2] = \mathbf{0},\quad 1 \times [output_size]`,
      columns: tex`[b2] = \mathbf{0},\quad [output_size] \times 1`,
      words: {
        en: 'b2 is zero; in the code, it is one row with one entry per output.',
        ko: 'b2는 0입니다. 코드에서는 출력마다 원소가 하나씩 있는 한 행입니다.',
      },
    },
  ],
  picture: notesPicture,
  starter: {
    en: python`
      import numpy as np


      def initialize_weights(
          input_size, hidden_size, output_size
      ):
          """Random weights, zero biases; the same every run.

          returns W1: (input_size, hidden_size), b1: (1, hidden_size),
                  W2: (hidden_size, output_size), b2: (1, output_size)
          """
          np.random.seed(42)  # the same numbers on every run

          W1 = ...
          b1 = ...
          W2 = ...
          b2 = ...
          return W1, b1, W2, b2
    `,
    ko: python`
      import numpy as np


      def initialize_weights(
          input_size, hidden_size, output_size
      ):
          """무작위 가중치와 0인 편향. 실행할 때마다 같습니다.

          반환값: W1: (input_size, hidden_size), b1: (1, hidden_size),
                  W2: (hidden_size, output_size), b2: (1, output_size)
          """
          np.random.seed(42)  # 재현성을 위한 시드 설정

          W1 = ...
          b1 = ...
          W2 = ...
          b2 = ...
          return W1, b1, W2, b2
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          For sizes 3, 5, 1, \`W1\` begins 0.4967, −0.1383, 0.6477. If yours begins −0.2341, \`W2\` was drawn
          first. If it begins 0.3745, the numbers come from \`rand\` and not from \`randn\`. If it begins
          differently every time, the seed is missing.
        `,
        ko: prose`
          크기가 3, 5, 1이면 \`W1\`은 0.4967, −0.1383, 0.6477로 시작합니다. −0.2341로 시작하면 \`W2\`를 먼저 뽑은
          것이고, 0.3745로 시작하면 \`randn\`이 아니라 \`rand\`로 뽑은 것입니다. 실행할 때마다 다르게 시작하면
          시드가 빠진 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Samples are rows, so a weight matrix has a row for each number that comes in and a column for each
          that goes out. A bias is one row, added to every sample. \`randn\` takes the sizes one by one;
          \`zeros\` takes them as one tuple, with its own parentheses.
        `,
        ko: prose`
          샘플이 행이므로 가중치 행렬의 행은 들어오는 값, 열은 나가는 값에 해당합니다. 편향은 모든 샘플에 더해지는
          한 행입니다. \`randn\`에는 크기를 하나씩 나열하고, \`zeros\`에는 괄호로 묶은 튜플 하나로 넘깁니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          Beside them stand the sizes, rows × columns. $\mathcal{N}(0, 1)$ is the standard normal distribution, which
          is what \`np.random.randn\` draws from.
        `,
        ko: prose`
          옆에 쓴 것은 크기, 곧 행 × 열입니다. $\mathcal{N}(0, 1)$은 표준정규분포(standard normal distribution)이고,
          \`np.random.randn\`이 수를 뽑는 분포가 이것입니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: { en: 'The second layer follows the first.', ko: '두 번째 층도 첫 번째 층과 같은 꼴입니다.' },
      code: python`
        W1 = np.random.randn(___, ___)
        b1 = np.zeros((1, ___))
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: python`
        W1 = np.random.randn(input_size, hidden_size)
        b1 = np.zeros((1, hidden_size))
        W2 = np.random.randn(hidden_size, output_size)
        b2 = np.zeros((1, output_size))
      `,
    },
  ],
  solution: python`
    import numpy as np


    def initialize_weights(
        input_size, hidden_size, output_size
    ):
        np.random.seed(42)
        W1 = np.random.randn(input_size, hidden_size)
        b1 = np.zeros((1, hidden_size))
        W2 = np.random.randn(hidden_size, output_size)
        b2 = np.zeros((1, output_size))
        return W1, b1, W2, b2
  `,
  explanation: {
    en: prose`
      A bias needs no random number: the units of a layer already differ by their weights. \`np.zeros\` draws
      nothing, so where it stands does not change what \`randn\` gives.

      What zeros would do to the weights can be followed by hand. Then $A_1 = 0$, so $W_2$ gets no gradient; and
      $W_2 = 0$, so no error reaches $W_1$. In the notes' training only \`b2\` would move, to 0.4911, the mean
      of \`Y\`: the network would give the same answer to every sample.
    `,
    ko: prose`
      편향까지 무작위로 뽑을 필요는 없습니다. 같은 층의 노드는 가중치만으로도 이미 서로 다릅니다. \`np.zeros\`는
      난수를 쓰지 않으므로 어느 줄에 있든 \`randn\`의 결과를 바꾸지 않습니다.

      가중치가 모두 0이면 어떻게 되는지는 손으로도 따라가 볼 수 있습니다. $A_1 = 0$이니 $W_2$는 기울기를 받지
      못하고, $W_2 = 0$이니 $W_1$에는 오차가 닿지 않습니다. 노트의 학습에서라면 \`b2\`만 움직여 \`Y\`의 평균인
      0.4911에 이르고, 신경망은 어떤 샘플에도 같은 답을 내놓게 됩니다.
    `,
  },
  next: {
    en: prose`
      Once your training runs, a few exercises from here, start it from \`np.full\` with 0.5 everywhere instead,
      and look at the columns of \`W1\` at the end: they have changed, and all five are still equal.
    `,
    ko: prose`
      몇 문제 뒤에 학습 코드를 완성하면, 초기 가중치를 \`np.full\`로 모두 0.5로 바꾸어 돌려 보고 마지막에
      \`W1\`의 열을 비교해 보세요. 값은 변했지만 다섯 열은 여전히 똑같습니다.
    `,
  },
  judging: initializeJudging(),
};
