import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python, tex } from '../writing';

const cut: Cut = {
  spec: reluNetwork(2),
  given: ['X', 'W1', 'b1', 'W2', 'b2'],
  returned: ['Z1', 'A1', 'Z2', 'A2'],
};

/** Two layers, Z = X·W + b and A = relu(Z); here the column form becomes the row form, once. */
export const forward2Layer: Exercise = {
  id: 'forward-2-layer',
  title: { en: 'Forward pass, two layers', ko: '2층 순전파' },
  functionName: 'forward_propagation',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      A layer does two things. It mixes its inputs into weighted sums and adds a bias, $Z = X \cdot W + b$; then
      it passes every sum through the activation, $A = \mathrm{relu}(Z)$. In a network of two layers, the second
      does the same with $A_1$, the output of the first.

      Each row of \`X\` is one sample. The notes' \`X\` is (100, 3): 100 samples of 3 features. \`W1\` is (3,
      5), so \`Z1\` is (100, 5): a row per sample, a column per hidden unit. \`b1\` is a single row, (1, 5), and
      NumPy adds it to all hundred rows.

      The notes' equations say $Z_1 = W_1 \cdot X + b_1$, their code says \`np.dot(X, W1) + b1\`. Both are
      right: in the equations each **column** is a sample, in the code each **row**. A transpose leads from one
      to the other, because it swaps the factors of a product: $(X \cdot W_1 + b_1)^\top = W_1^\top \cdot X^\top
      + b_1^\top$. So every array of one form is the transpose of the array of the same name in the other. The
      equations can be shown in either form from here on; the code keeps its samples in rows.

      Return the values in between as well. The backward pass will need them.
    `,
    ko: prose`
      층(layer) 하나는 두 가지 일을 합니다. 입력에 가중치(weight)를 곱해 더하고 편향(bias)을 보태 $Z = X \cdot W +
      b$를 만든 다음, 그 값을 하나하나 활성화 함수(activation function)에 넣어 $A = \mathrm{relu}(Z)$를 얻습니다.
      두 번째 층은 첫 번째 층의 출력 $A_1$을 입력으로 받아 같은 일을 합니다. 이렇게 앞으로 나아가는 계산이
      순전파(forward propagation)입니다.

      \`X\`의 행 하나가 샘플 하나입니다. 노트의 \`X\`는 (100, 3)으로, 특성(feature)이 3개인 샘플이 100개 있습니다.
      \`W1\`이 (3, 5)이므로 \`Z1\`은 (100, 5)입니다. 행은 샘플, 열은 은닉층(hidden layer)의 노드입니다. \`b1\`은 (1,
      5)로 한 행뿐이지만 NumPy가 100개 행에 똑같이 더해 줍니다.

      노트의 식은 $Z_1 = W_1 \cdot X + b_1$인데 코드는 \`np.dot(X, W1) + b1\`입니다. 둘 다 맞습니다. 식에서는 샘플이
      **열**로, 코드에서는 **행**으로 놓여 있을 뿐입니다. 전치(transpose)하면 곱의 앞뒤가 바뀌므로 한쪽을 다른
      쪽으로 옮길 수 있습니다. 식으로는 $(X \cdot W_1 + b_1)^\top = W_1^\top \cdot X^\top + b_1^\top$입니다. 즉 한쪽
      형태의 배열은 다른 쪽에서 같은 이름을 가진 배열의 전치입니다. 이제부터 식은 두 형태를 바꿔 가며 볼 수 있고,
      코드에서는 늘 샘플을 행에 둡니다.

      중간에 나온 값도 함께 반환하세요. 역전파(backpropagation)에서 다시 씁니다.
    `,
  },
  equations: [
    ...equationsOf(cut),
    {
      name: 'transpose',
      phase: 'idea',
      rows: tex`\left([X] \cdot [W1] + [b1]\right)^\top = [W1]^\top \cdot [X]^\top + [b1]^\top`,
      columns: null,
      words: {
        en: 'The transpose of X times W1 plus b1 is W1 transposed times X transposed, plus b1 transposed.',
        ko: 'X와 W1의 곱에 b1을 더한 것을 전치하면, W1의 전치와 X의 전치의 곱에 b1의 전치를 더한 것이 됩니다.',
      },
    },
  ],
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def relu(x):
          return np.maximum(0, x)


      def forward_propagation(X, W1, b1, W2, b2):
          """The forward pass with one hidden layer.

          X: (m, n_in), one sample per row
          W1: (n_in, n_hidden), b1: (1, n_hidden)
          W2: (n_hidden, n_out), b2: (1, n_out)
          returns Z1, A1: (m, n_hidden) and Z2, A2: (m, n_out)
          """
          # Hidden layer
          Z1 = ...
          A1 = ...

          # Output layer
          Z2 = ...
          A2 = ...

          return Z1, A1, Z2, A2
    `,
    ko: python`
      import numpy as np


      def relu(x):
          return np.maximum(0, x)


      def forward_propagation(X, W1, b1, W2, b2):
          """은닉층이 하나인 신경망의 순전파.

          X: (m, n_in), 행 하나가 샘플 하나
          W1: (n_in, n_hidden), b1: (1, n_hidden)
          W2: (n_hidden, n_out), b2: (1, n_out)
          반환값: Z1, A1은 (m, n_hidden), Z2, A2는 (m, n_out)
          """
          # 은닉층
          Z1 = ...
          A1 = ...

          # 출력층
          Z2 = ...
          A2 = ...

          return Z1, A1, Z2, A2
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          With the notes' data and weights, the first row of \`Z1\` is −0.3758, 1.1087, 1.1493, −1.2764,
          −0.8345, and the first row of \`A1\` is 0, 1.1087, 1.1493, 0, 0. The first \`Z2\` is −0.7617, so the
          first \`A2\` is 0. If \`Z1\` agrees and \`Z2\` does not, look at what goes into the second layer.
        `,
        ko: prose`
          노트의 데이터와 가중치를 넣으면 \`Z1\`의 첫 행은 −0.3758, 1.1087, 1.1493, −1.2764, −0.8345이고
          \`A1\`의 첫 행은 0, 1.1087, 1.1493, 0, 0입니다. \`Z2\`의 첫 값은 −0.7617이니 \`A2\`의 첫 값은 0입니다.
          \`Z1\`은 맞는데 \`Z2\`가 다르다면 두 번째 층에 무엇을 넣었는지 보세요.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          One entry of \`Z1\` is one sample's features, each times the weight that leads to one hidden unit,
          summed up. A matrix product does this for all samples and all units at once. The activation then works
          on each entry alone, so it leaves the shape as it is.
        `,
        ko: prose`
          \`Z1\`의 원소 하나는 샘플 하나의 특성들에 은닉 노드 하나로 가는 가중치를 각각 곱해 모두 더한 값입니다.
          행렬 곱(matrix product)은 이것을 모든 샘플과 모든 노드에 대해 한 번에 계산합니다. 활성화 함수는 원소마다
          따로 작용하므로 모양(shape)은 바뀌지 않습니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          Compare $Z_1$ and $Z_2$: the same equation with other names. Where the first has $X$, the second has
          $A_1$, which has been through relu, and not $Z_1$. In row form the input stands left of the weights.
        `,
        ko: prose`
          $Z_1$과 $Z_2$의 식을 비교해 보세요. 이름만 다르고 식은 같습니다. $X$가 있던 자리에 $A_1$이 옵니다. relu를
          거치지 않은 $Z_1$이 아닙니다. 행 형태에서는 입력이 가중치의 왼쪽에 옵니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: 'The four lines, with the inputs of three of them left out:',
        ko: '네 줄 가운데 세 줄의 입력을 비워 두었습니다.',
      },
      code: python`
        Z1 = np.dot(___, W1) + b1
        A1 = relu(___)
        Z2 = np.dot(___, W2) + b2
        A2 = relu(Z2)
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: python`
        Z1 = np.dot(X, W1) + b1
        A1 = relu(Z1)
        Z2 = np.dot(A1, W2) + b2
        A2 = relu(Z2)
      `,
    },
  ],
  solution: python`
    import numpy as np


    def relu(x):
        return np.maximum(0, x)


    def forward_propagation(X, W1, b1, W2, b2):
        Z1 = np.dot(X, W1) + b1
        A1 = relu(Z1)
        Z2 = np.dot(A1, W2) + b2
        A2 = relu(Z2)
        return Z1, A1, Z2, A2
  `,
  explanation: {
    en: prose`
      (m, 3) times (3, 5) gives (m, 5), and (m, 5) times (5, 1) gives (m, 1): the inner sizes meet and vanish,
      the outer ones stay. \`X @ W1\` is another way to write \`np.dot(X, W1)\`.

      A word on the last line. Beside \`A2 = relu(Z2)\` the notes have a comment saying that the output uses no
      activation, because this is a regression. The line does use one. We follow the line, since the costs
      printed in the notes come from it; what this means for the gradient is the subject of a later exercise.
    `,
    ko: prose`
      (m, 3)과 (3, 5)를 곱하면 (m, 5), (m, 5)와 (5, 1)을 곱하면 (m, 1)입니다. 맞닿은 안쪽 크기는 사라지고 바깥쪽
      크기만 남습니다. \`np.dot(X, W1)\`은 \`X @ W1\`로 써도 됩니다.

      마지막 줄은 짚고 넘어가세요. 노트에는 \`A2 = relu(Z2)\` 옆에 회귀(regression) 문제라서 활성화 함수를 쓰지
      않는다는 주석이 있지만, 정작 그 줄은 relu를 씁니다. 노트에 출력된 비용(cost)은 이 줄로 계산한 것이므로
      여기서는 코드를 따릅니다. 이것이 기울기(gradient)에 어떤 영향을 주는지는 뒤의 연습 문제에서 다룹니다.
    `,
  },
  next: {
    en: prose`
      Count the numbers this network learns: the entries of \`W1\`, \`b1\`, \`W2\` and \`b2\` together. (It is
      26 for sizes 3, 5, 1.) Then leave out relu in the hidden layer and show on paper that the two products
      collapse into one: without an activation, two layers can do no more than a single one.
    `,
    ko: prose`
      이 신경망이 학습하는 수가 몇 개인지 \`W1\`, \`b1\`, \`W2\`, \`b2\`의 원소를 모두 세어 보세요. 크기가 3, 5,
      1이면 26개입니다. 그런 다음 은닉층의 relu를 빼면 두 번의 곱이 한 번의 곱으로 합쳐진다는 것을 종이에 써서
      확인해 보세요. 활성화 함수가 없으면 층이 둘이어도 하나인 것과 다르지 않습니다.
    `,
  },
  judging: networkJudging(cut),
};
