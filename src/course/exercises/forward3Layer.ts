import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python, tex } from '../writing';

const cut: Cut = {
  spec: reluNetwork(3),
  given: ['X', 'W1', 'b1', 'W2', 'b2', 'W3', 'b3'],
  returned: ['Z1', 'A1', 'Z2', 'A2', 'Z3', 'A3'],
};

/** The three layers of the notes' equations, in code. */
export const forward3Layer: Exercise = {
  id: 'forward-3-layer',
  title: { en: 'Forward pass, three layers', ko: '3층 순전파' },
  functionName: 'forward_propagation',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      The notes' equations describe a network with three layers, their code one with two. Here the code catches
      up. There is no new step in it: the output of each layer is the input of the next.

      The notes write $Z_1 = W_1 \cdot X + b_1$, $A_1 = f(Z_1)$ and so on, up to $\hat{Y} = A_3 = f(Z_3)$. Their
      samples are columns; in your code they are rows, so each product turns around, as you saw with two layers.
      $f$ is relu everywhere, at the output too.

      With sizes 3, 5, 4, 1, follow the shapes: \`X\` (100, 3), \`A1\` (100, 5), \`A2\` (100, 4), \`A3\` (100,
      1). The number of rows never changes.
    `,
    ko: prose`
      노트에서 식은 3층 신경망인데 코드는 2층입니다. 이번에는 코드로도 3층을 만들어 보세요. 새로운 단계는 없습니다. 한
      층(layer)의 출력이 다음 층의 입력이 될 뿐입니다.

      노트에는 $Z_1 = W_1 \cdot X + b_1$, $A_1 = f(Z_1)$로 시작해 $\hat{Y} = A_3 = f(Z_3)$까지 적혀 있습니다.
      식에서는 샘플이 열이고 코드에서는 행이므로, 2층에서 본 것처럼 곱의 앞뒤가 바뀝니다. 활성화 함수(activation
      function) $f$는 출력까지 모두 relu입니다.

      크기가 3, 5, 4, 1이라면 모양(shape)은 \`X\` (100, 3), \`A1\` (100, 5), \`A2\` (100, 4), \`A3\` (100, 1)로
      이어집니다. 행의 개수는 끝까지 그대로입니다.
    `,
  },
  equations: [
    ...equationsOf(cut).filter(({ name }) => name !== 'A3'),
    {
      name: 'A3',
      phase: 'forward',
      rows: tex`\hat{Y} = [A3] = \operatorname{relu}([Z3])`,
      columns: null,
      words: {
        en: 'The prediction Y hat is A3, which is relu of Z3, entry by entry.',
        ko: '예측값 Y 햇은 A3이고, A3은 Z3의 원소마다 relu를 취한 것입니다.',
      },
    },
  ],
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def relu(x):
          return np.maximum(0, x)


      def forward_propagation(X, W1, b1, W2, b2, W3, b3):
          """The forward pass with two hidden layers.

          X: (m, n_in)
          W1: (n_in, n_1), b1: (1, n_1)
          W2: (n_1, n_2), b2: (1, n_2)
          W3: (n_2, n_out), b3: (1, n_out)
          returns Z1, A1: (m, n_1), Z2, A2: (m, n_2), Z3, A3: (m, n_out)
          """
          # First hidden layer
          Z1 = np.dot(X, W1) + b1
          A1 = relu(Z1)

          # Second hidden layer
          Z2 = ...
          A2 = ...

          # Output layer
          Z3 = ...
          A3 = ...

          return Z1, A1, Z2, A2, Z3, A3
    `,
    ko: python`
      import numpy as np


      def relu(x):
          return np.maximum(0, x)


      def forward_propagation(X, W1, b1, W2, b2, W3, b3):
          """은닉층이 둘인 신경망의 순전파.

          X: (m, n_in)
          W1: (n_in, n_1), b1: (1, n_1)
          W2: (n_1, n_2), b2: (1, n_2)
          W3: (n_2, n_out), b3: (1, n_out)
          반환값: Z1, A1: (m, n_1), Z2, A2: (m, n_2), Z3, A3: (m, n_out)
          """
          # 첫 번째 은닉층
          Z1 = np.dot(X, W1) + b1
          A1 = relu(Z1)

          # 두 번째 은닉층
          Z2 = ...
          A2 = ...

          # 출력층
          Z3 = ...
          A3 = ...

          return Z1, A1, Z2, A2, Z3, A3
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          With the notes' \`X\` and the weights of seed 30, the first row of \`Z2\` is 1.3598, −1.9732, 1.4670,
          −1.1900, and the first \`Z3\` is −3.9780. If \`Z2\` agrees and \`Z3\` does not, look at the last layer
          alone. An error about shapes that are not aligned names the line where the wrong input went in.
        `,
        ko: prose`
          노트의 \`X\`와 시드(seed) 30의 가중치(weight)를 넣으면 \`Z2\`의 첫 행은 1.3598, −1.9732, 1.4670,
          −1.1900이고 \`Z3\`의 첫 값은 −3.9780입니다. \`Z2\`는 맞는데 \`Z3\`이 다르다면 마지막 층만 보면 됩니다.
          모양이 맞지 않는다는 오류가 났다면, 잘못된 입력이 들어간 줄이 함께 표시됩니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          A layer takes the \`A\` of the layer before, its own weights and its own bias. If you can write layer
          1, you can write layer 2 by raising every number by one; \`X\` counts as the \`A\` of layer 0.
        `,
        ko: prose`
          층은 앞 층의 \`A\`와 자기 가중치, 자기 편향(bias)을 받습니다. 1층의 식에서 번호를 모두 하나씩 올리면
          2층의 식이 됩니다. \`X\`는 0층의 \`A\`라고 생각하면 됩니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          The input of $Z_2$ is $A_1$, that of $Z_3$ is $A_2$. In row form it stands on the left. Use the form
          with samples in columns only to compare with the notes.
        `,
        ko: prose`
          $Z_2$의 입력은 $A_1$, $Z_3$의 입력은 $A_2$입니다. 행 형태에서는 입력이 왼쪽에 옵니다. 샘플을 열로 둔 형태는
          노트와 비교해 볼 때만 쓰세요.
        `,
      },
    },
    {
      kind: 'masked',
      text: { en: 'The inputs are missing:', ko: '입력을 비워 두었습니다.' },
      code: python`
        Z2 = np.dot(___, W2) + b2
        A2 = relu(Z2)
        Z3 = np.dot(___, W3) + b3
        A3 = relu(___)
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The same two lines, twice more:', ko: '같은 두 줄을 두 번 더 씁니다.' },
      code: python`
        Z2 = np.dot(A1, W2) + b2
        A2 = relu(Z2)
        Z3 = np.dot(A2, W3) + b3
        A3 = relu(Z3)
      `,
    },
  ],
  solution: python`
    import numpy as np


    def relu(x):
        return np.maximum(0, x)


    def forward_propagation(X, W1, b1, W2, b2, W3, b3):
        Z1 = np.dot(X, W1) + b1
        A1 = relu(Z1)
        Z2 = np.dot(A1, W2) + b2
        A2 = relu(Z2)
        Z3 = np.dot(A2, W3) + b3
        A3 = relu(Z3)
        return Z1, A1, Z2, A2, Z3, A3
  `,
  explanation: {
    en: prose`
      Three layers are the two-layer network with one more turn. That is the whole idea of depth: the same step,
      with weights of its own each time.

      All six arrays are kept. On the way back each layer will ask for its input and for the sign of its $Z$.
    `,
    ko: prose`
      3층은 2층에 한 번을 더한 것입니다. 층을 깊게 쌓는다는 것은 이것이 전부입니다. 같은 단계를, 매번 다른 가중치로
      되풀이합니다.

      배열 여섯 개를 모두 남겨 둡니다. 역전파(backpropagation)에서는 층마다 자기 입력과, 자기 $Z$가 양수인지
      음수인지가 필요합니다.
    `,
  },
  next: {
    en: prose`
      Write it once more with a loop over a list of weights and a list of biases. How short does it become, and
      where do the six arrays go?
    `,
    ko: prose`
      가중치 리스트와 편향 리스트를 도는 반복문으로 다시 써 보세요. 얼마나 짧아집니까? 그리고 배열 여섯 개는
      어디에 담아야 할까요?
    `,
  },
  judging: networkJudging(cut),
};
