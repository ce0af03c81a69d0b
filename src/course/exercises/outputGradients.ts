import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';

const cut: Cut = {
  spec: reluNetwork(2),
  given: ['A1', 'A2', 'Y'],
  returned: ['dZ2', 'dW2', 'db2'],
};

/** The first half of the backward pass: the error at the output, and the output layer's own gradients. */
export const outputGradients: Exercise = {
  id: 'output-gradients',
  title: { en: 'Gradients of the output layer', ko: '출력층의 기울기' },
  functionName: 'output_gradients',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      The backward pass begins where the error can be seen: at the output. Take, for one sample, half the
      squared difference, $L = \frac{1}{2}(a - y)^2$. Its derivative with respect to $a$ is $a - y$. The notes
      treat the output as linear, $a = z$, so $\partial L/\partial Z_2 = A_2 - Y$, with a row for each sample.

      Now the weights. $W_2$ carries hidden unit $j$ to output $k$ in every sample, each time multiplied by that
      sample's $A_1$ at $j$. So its gradient is $A_1$ at $j$ times $\partial L/\partial Z_2$ at $k$, averaged
      over the samples. The product $A_1^\top \cdot \partial L/\partial Z_2$ forms all of these sums at once:
      (5, 100) times (100, 1) is (5, 1), the shape of \`W2\`.

      The bias is added without a factor. Its gradient is the average of $\partial L/\partial Z_2$ over the
      samples, a single row.

      (The notes' forward pass does put a relu on the output. What that changes has an exercise of its own near
      the end; here we take $A_2 - Y$, as the notes do.)
    `,
    ko: prose`
      역전파(backpropagation)는 오차가 눈에 보이는 곳, 출력에서 시작합니다. 샘플 하나에 대해 차이를 제곱한 것의
      절반 $L = \frac{1}{2}(a - y)^2$을 손실(loss)로 두세요. $a$로 미분하면 $a - y$입니다. 노트에서는 출력이
      선형(linear), 즉 $a = z$라고 보므로 $\partial L/\partial Z_2 = A_2 - Y$이고, 행 하나가 샘플 하나에
      해당합니다.

      이제 가중치(weight)를 보세요. $W_2$는 모든 샘플에서 은닉층(hidden layer)의 노드 $j$를 출력 $k$로 이어 주며,
      그때마다 그 샘플의 $A_1$에서 $j$번째 값이 곱해집니다. 그러니 기울기(gradient)는 $A_1$의 $j$번째 값과
      $\partial L/\partial Z_2$의 $k$번째 값을 곱해 샘플에 대해 평균한 것입니다. 행렬 곱(matrix product) $A_1^\top
      \cdot \partial L/\partial Z_2$는 이 합을 한꺼번에 계산합니다. (5, 100)과 (100, 1)을 곱하면 \`W2\`의
      모양(shape)인 (5, 1)이 됩니다.

      편향(bias)은 아무것도 곱하지 않고 더했습니다. 그래서 기울기는 $\partial L/\partial Z_2$를 샘플에 대해 평균한
      한 행입니다.

      (사실 노트의 순전파(forward propagation)는 출력에도 relu를 씁니다. 그 때문에 무엇이 달라지는지는 뒤에 나오는
      연습 문제에서 따로 다룹니다. 여기서는 노트를 따라 $A_2 - Y$를 씁니다.)
    `,
  },
  equations: equationsOf(cut),
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def output_gradients(A1, A2, Y):
          """The output error, and the gradients of W2, b2.

          A1: (m, n_hidden), A2, Y: (m, n_out)
          returns dZ2: (m, n_out), dW2: (n_hidden, n_out), db2: (1, n_out)
          """
          m = Y.shape[0]

          dZ2 = ...
          dW2 = ...  # averaged over the samples
          db2 = ...  # the mean over samples, and still a row
          return dZ2, dW2, db2
    `,
    ko: python`
      import numpy as np


      def output_gradients(A1, A2, Y):
          """출력의 오차, 그리고 W2와 b2의 기울기.

          A1: (m, n_hidden), A2, Y: (m, n_out)
          반환값: dZ2: (m, n_out), dW2: (n_hidden, n_out), db2: (1, n_out)
          """
          m = Y.shape[0]

          dZ2 = ...
          dW2 = ...  # 샘플에 대한 평균
          db2 = ...  # 샘플에 대한 평균, 모양은 한 행 그대로
          return dZ2, dW2, db2
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          With the notes' data and starting weights, \`dZ2\` begins −0.0517, −0.5314, \`dW2\` is −0.0206,
          −0.2721, −0.3880, −0.0625, −0.0081, and \`db2\` is −0.4578. Opposite signs mean $Y - A_2$. A \`dW2\`
          and a \`db2\` 100 times too large were not divided by m. A \`db2\` of shape (1,) has lost a dimension
          in the sum.
        `,
        ko: prose`
          노트의 데이터와 초기 가중치를 넣으면 \`dZ2\`는 −0.0517, −0.5314로 시작하고, \`dW2\`는 −0.0206,
          −0.2721, −0.3880, −0.0625, −0.0081, \`db2\`는 −0.4578입니다. 부호가 반대라면 $Y - A_2$를 쓴 것입니다.
          \`dW2\`와 \`db2\`가 100배 크다면 m으로 나누지 않은 것이고, \`db2\`의 모양이 (1,)이라면 더하면서 차원이
          하나 사라진 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          A gradient has the shape of what it belongs to. For \`dW2\` you have \`A1\`, (m, 5), and \`dZ2\`, (m,
          1), and want (5, 1): the m has to meet itself in the middle of the product, which is where the samples
          are summed.
        `,
        ko: prose`
          기울기의 모양은 원래 배열의 모양과 같습니다. \`dW2\`를 만들 재료는 (m, 5)인 \`A1\`과 (m, 1)인 \`dZ2\`이고
          결과는 (5, 1)이어야 합니다. 곱의 한가운데에서 m과 m이 맞닿게 놓으면, 바로 거기에서 샘플이 더해집니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          In $\frac{\partial L}{\partial W_2}$ the input $A_1$ is transposed and stands on the left. In
          $\frac{\partial L}{\partial b_2}$ the sum runs down the rows: \`axis=0\`, and \`keepdims=True\` keeps
          the result a row.
        `,
        ko: prose`
          $\frac{\partial L}{\partial W_2}$에서 입력 $A_1$은 전치(transpose)되어 왼쪽에 있습니다. $\frac{\partial
          L}{\partial b_2}$의 합은 행을 따라 내려가며 더하는 것이므로 \`axis=0\`이고, \`keepdims=True\`를 주면
          결과가 한 행으로 남습니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: { en: 'One piece of each line is missing:', ko: '줄마다 한 군데씩 비워 두었습니다.' },
      code: python`
        dZ2 = A2 - ___
        dW2 = (1 / m) * np.dot(___.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=___, keepdims=True)
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: python`
        dZ2 = A2 - Y
        dW2 = (1 / m) * np.dot(A1.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)
      `,
    },
  ],
  solution: python`
    import numpy as np


    def output_gradients(A1, A2, Y):
        m = Y.shape[0]
        dZ2 = A2 - Y
        dW2 = (1 / m) * np.dot(A1.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)
        return dZ2, dW2, db2
  `,
  explanation: {
    en: prose`
      \`dZ2\` still keeps the samples apart, a row for each. They come together in \`dW2\` and \`db2\`, and that
      is where the division by m belongs. What is differentiated here is the mean of half the squared error.

      Read a sign: with the notes' starting weights most outputs are too low, so \`A2 - Y\` is mostly negative,
      \`db2\` is negative, and a step against it raises the bias. Just what is needed.
    `,
    ko: prose`
      \`dZ2\`에서는 샘플이 아직 행으로 나뉘어 있습니다. 샘플이 합쳐지는 것은 \`dW2\`와 \`db2\`이고, 그래서 m으로
      나누는 것도 여기입니다. 지금 미분한 것은 제곱 오차의 절반을 샘플에 대해 평균한 값입니다.

      부호의 뜻도 읽어 보세요. 노트의 초기 가중치로는 출력이 대체로 너무 작아서 \`A2 - Y\`는 거의 음수이고
      \`db2\`도 음수입니다. 이것과 반대쪽으로 한 걸음 가면 편향이 커집니다. 바로 필요한 방향입니다.
    `,
  },
  next: {
    en: prose`
      Compute \`dW2\` for the first sample alone, \`np.outer(A1[0], dZ2[0])\`, then for the second, and average
      over all hundred with a loop. The product with the transpose gives the same, in one line.
    `,
    ko: prose`
      첫 샘플만으로 \`np.outer(A1[0], dZ2[0])\`을 계산하고, 두 번째 샘플로도 해 보세요. 반복문으로 샘플 100개를
      모두 평균하면, 전치를 써서 한 줄로 구한 값과 같습니다.
    `,
  },
  judging: networkJudging(
    cut,
    ({ scale, outputDerivative }) => scale === 1 && outputDerivative === 'identity',
  ),
};
