import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';
import { notesEquations } from './notesDerivation';

const cut: Cut = {
  spec: reluNetwork(3),
  given: ['X', 'Y', 'Z1', 'A1', 'Z2', 'A2', 'Z3', 'A3', 'W1', 'W2', 'W3'],
  returned: ['dW1', 'db1', 'dW2', 'db2', 'dW3', 'db3'],
};

/** The notes' equations for three layers, turned into code. */
export const backward3Layer: Exercise = {
  id: 'backward-3-layer',
  title: { en: 'Backward pass, three layers', ko: '3층 역전파' },
  functionName: 'backward_propagation',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      The notes spell the backward pass out for three layers, as a chain of derivatives. A chain says which
      factors there are; for matrices one also has to say how they are multiplied. Each kind of factor has its
      own answer.

      $\partial Z_3/\partial A_2$ becomes $W_3^\top$, from the right. $\partial A_2/\partial Z_2$ becomes
      $\mathrm{relu}'(Z_2)$, entry by entry. $\partial Z_2/\partial W_2$ becomes $A_1^\top$, from the left. That
      is for samples in rows; in columns, left and right change places.

      The notes' $\partial L/\partial b = \partial L/\partial Z$ is meant for one sample. Over a batch, the
      gradients of the samples are averaged, and this is where $\frac{1}{m}$ comes in.

      The output layer is filled in, beginning with $A_3 - Y$ as in the notes' code. As before, a factor 2 or
      the output's relu′ would be accepted too, if all six gradients follow.
    `,
    ko: prose`
      노트에는 3층 신경망의 역전파(backpropagation)가 미분을 줄줄이 곱한 식으로 적혀 있습니다. 이런 식은 어떤 인수가
      있는지 알려 줄 뿐이고, 행렬에서는 그것을 어떻게 곱하는지까지 정해야 합니다. 답은 인수의 종류마다 다릅니다.

      $\partial Z_3/\partial A_2$는 오른쪽에서 곱하는 $W_3^\top$이 됩니다. $\partial A_2/\partial Z_2$는
      원소별로(element-wise) 곱하는 $\mathrm{relu}'(Z_2)$가 됩니다. $\partial Z_2/\partial W_2$는 왼쪽에서 곱하는
      $A_1^\top$이 됩니다. 샘플이 행일 때 그렇고, 열일 때는 왼쪽과 오른쪽이 바뀝니다.

      노트의 $\partial L/\partial b = \partial L/\partial Z$는 샘플이 하나일 때의 식입니다. 샘플이 여럿이면
      기울기(gradient)를 샘플에 대해 평균하고, 그래서 $\frac{1}{m}$이 붙습니다.

      출력층(output layer)은 노트의 코드처럼 $A_3 - Y$에서 시작해 미리 채워 두었습니다. 이번에도 2를 곱하거나 출력의
      relu′을 곱해도 되지만, 기울기 여섯 개가 모두 같은 선택을 따라야 합니다.
    `,
  },
  equations: [...notesEquations, ...equationsOf(cut)],
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def backward_propagation(
          X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3
      ):
          """Gradients of a network with two hidden layers.

          X: (m, n_in), Z1, A1: (m, n_1), Z2, A2: (m, n_2), Y, Z3, A3: (m, n_out)
          W1: (n_in, n_1), W2: (n_1, n_2), W3: (n_2, n_out)
          returns dW1, db1, dW2, db2, dW3, db3, shaped like W1, b1, W2, b2, W3, b3
          """
          m = X.shape[0]

          # Output layer
          dZ3 = A3 - Y
          dW3 = (1 / m) * np.dot(A2.T, dZ3)
          db3 = (1 / m) * np.sum(dZ3, axis=0, keepdims=True)

          # Second hidden layer
          dA2 = ...
          dZ2 = ...
          dW2 = ...
          db2 = ...

          # First hidden layer
          dA1 = ...
          dZ1 = ...
          dW1 = ...
          db1 = ...

          return dW1, db1, dW2, db2, dW3, db3
    `,
    ko: python`
      import numpy as np


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def backward_propagation(
          X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3
      ):
          """은닉층이 둘인 신경망의 기울기.

          X: (m, n_in), Z1, A1: (m, n_1), Z2, A2: (m, n_2), Y, Z3, A3: (m, n_out)
          W1: (n_in, n_1), W2: (n_1, n_2), W3: (n_2, n_out)
          반환값: dW1, db1, dW2, db2, dW3, db3, 모양은 W1, b1, W2, b2, W3, b3과 같습니다
          """
          m = X.shape[0]

          # 출력층
          dZ3 = A3 - Y
          dW3 = (1 / m) * np.dot(A2.T, dZ3)
          db3 = (1 / m) * np.sum(dZ3, axis=0, keepdims=True)

          # 두 번째 은닉층
          dA2 = ...
          dZ2 = ...
          dW2 = ...
          db2 = ...

          # 첫 번째 은닉층
          dA1 = ...
          dZ1 = ...
          dW1 = ...
          db1 = ...

          return dW1, db1, dW2, db2, dW3, db3
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          Find the last layer that agrees. If \`dW3\` is right and \`dW2\` is not, the mistake sits between the
          two; if only \`dW1\` and \`db1\` differ, it sits before the first layer. With the notes' data and the
          weights of seed 30, \`db3\` is −0.3727, \`db2\` is 0.3161, −0.1675, 0.4232, 0.0721 and \`db1\` begins
          0.2701, 0.1130.
        `,
        ko: prose`
          어느 층까지 맞는지 찾아보세요. \`dW3\`은 맞고 \`dW2\`가 틀렸다면 그 사이에 실수가 있고, \`dW1\`과
          \`db1\`만 다르다면 첫 번째 층으로 넘어오는 길에 있습니다. 노트의 데이터와 시드(seed) 30의 가중치(weight)를
          넣으면 \`db3\`은 −0.3727, \`db2\`는 0.3161, −0.1675, 0.4232, 0.0721이고 \`db1\`은 0.2701, 0.1130으로
          시작합니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Write one layer and repeat it. From the error of the layer after: back through that layer's weights,
          through this layer's relu′, then the two gradients. Nothing but the numbers in the names changes.
        `,
        ko: prose`
          한 층을 쓰고 그대로 되풀이하면 됩니다. 다음 층의 오차에서 출발해 그 층의 가중치를 거꾸로 지나고, 이 층의
          relu′을 지난 다음, 기울기 둘을 구합니다. 바뀌는 것은 이름에 붙은 번호뿐입니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          In $\frac{\partial L}{\partial A_2}$ stands $W_3$, one number higher: the weights between $A_2$ and
          the error. In $\frac{\partial L}{\partial W_2}$ stands $A_1$, one number lower: the input of layer 2.
        `,
        ko: prose`
          $\frac{\partial L}{\partial A_2}$에는 번호가 하나 큰 $W_3$이 있습니다. $A_2$와 오차 사이에 있는 가중치이기
          때문입니다. $\frac{\partial L}{\partial W_2}$에는 번호가 하나 작은 $A_1$이 있습니다. 두 번째 층의 입력이기
          때문입니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: 'The second hidden layer with its gaps; the first follows the same pattern.',
        ko: '두 번째 은닉층(hidden layer)에서 빈칸을 낸 것입니다. 첫 번째 은닉층도 같은 꼴입니다.',
      },
      code: python`
        dA2 = np.dot(dZ3, ___.T)
        dZ2 = dA2 * relu_derivative(___)
        dW2 = (1 / m) * np.dot(___.T, dZ2)
        db2 = (1 / m) * np.sum(___, axis=0, keepdims=True)
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The same four lines, twice:', ko: '같은 네 줄을 두 번 씁니다.' },
      code: python`
        dA2 = np.dot(dZ3, W3.T)
        dZ2 = dA2 * relu_derivative(Z2)
        dW2 = (1 / m) * np.dot(A1.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

        dA1 = np.dot(dZ2, W2.T)
        dZ1 = dA1 * relu_derivative(Z1)
        dW1 = (1 / m) * np.dot(X.T, dZ1)
        db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
      `,
    },
  ],
  solution: python`
    import numpy as np


    def relu_derivative(x):
        return np.where(x > 0, 1, 0)


    def backward_propagation(
        X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3
    ):
        m = X.shape[0]
        dZ3 = A3 - Y
        dW3 = (1 / m) * np.dot(A2.T, dZ3)
        db3 = (1 / m) * np.sum(dZ3, axis=0, keepdims=True)

        dA2 = np.dot(dZ3, W3.T)
        dZ2 = dA2 * relu_derivative(Z2)
        dW2 = (1 / m) * np.dot(A1.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

        dA1 = np.dot(dZ2, W2.T)
        dZ1 = dA1 * relu_derivative(Z1)
        dW1 = (1 / m) * np.dot(X.T, dZ1)
        db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)

        return dW1, db1, dW2, db2, dW3, db3
  `,
  explanation: {
    en: prose`
      One block of four lines per hidden layer, and it works for any depth. The error of a layer is computed
      once and used three times: for the weights, for the bias, and for the layer before. This sharing is what
      makes backpropagation fast.

      The notes' first equation contains $\partial \hat{Y}/\partial Z_3$, the derivative of the output's
      activation. Their code, and the $A_3 - Y$ above, leave it out. What follows from that, the exercise on the
      exact gradient will show.
    `,
    ko: prose`
      은닉층마다 네 줄이면 되고, 층이 아무리 많아도 마찬가지입니다. 한 층의 오차는 한 번만 계산해서 세 번 씁니다.
      가중치에, 편향(bias)에, 그리고 앞 층에 씁니다. 이렇게 나누어 쓰기 때문에 역전파는 빠릅니다.

      노트의 첫 식에는 출력의 활성화 함수(activation function)를 미분한 $\partial \hat{Y}/\partial Z_3$이 들어
      있습니다. 하지만 노트의 코드와 위의 $A_3 - Y$에는 그것이 없습니다. 그래서 무엇이 달라지는지는 정확한 기울기를
      구하는 연습 문제에서 다룹니다.
    `,
  },
  next: {
    en: prose`
      Shrink the network until you can do it by hand: one unit per layer, one sample, all weights 0.5. Multiply
      the chain of the notes' equations yourself and compare.
    `,
    ko: prose`
      손으로 계산할 수 있을 만큼 신경망을 줄여 보세요. 층마다 노드 하나, 샘플 하나, 가중치는 모두 0.5로 둡니다.
      노트의 식을 따라 직접 곱해 보고 결과를 비교해 보세요.
    `,
  },
  judging: networkJudging(cut),
};
