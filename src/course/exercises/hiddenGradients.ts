import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';

const cut: Cut = {
  spec: reluNetwork(2),
  given: ['X', 'Z1', 'dZ2', 'W2'],
  returned: ['dA1', 'dZ1', 'dW1', 'db1'],
};

/** The second half of the backward pass: the error crosses a layer, through the weights and through relu′. */
export const hiddenGradients: Exercise = {
  id: 'hidden-gradients',
  title: { en: 'Gradients of the hidden layer', ko: '은닉층의 기울기' },
  functionName: 'hidden_gradients',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      No one tells a hidden unit what it should have said. It learns this from the layer after it: the error
      crosses back over the same weights that carried the signal forward.

      Going forward, hidden unit $j$ reached output $k$ multiplied by the weight between them. So the error at
      $k$ comes back to $j$ multiplied by that same weight, and if there are several outputs, their shares add
      up. As a matrix product this is $\partial L/\partial A_1 = \partial L/\partial Z_2 \cdot W_2^\top$.

      Next comes the gate. Where $Z_1$ was negative, relu gave out 0, and a small change of $Z_1$ would not have
      altered anything: no error passes. Where it was positive, the error passes as it is. That is an entrywise
      product with $\mathrm{relu}'(Z_1)$.

      What is left you know from the output layer. Only the input is another: here it is $X$.
    `,
    ko: prose`
      은닉층(hidden layer)의 노드가 어떤 값을 냈어야 하는지 알려 주는 정답은 없습니다. 그것은 다음 층에서 배웁니다.
      앞으로 신호를 나른 가중치(weight)를 타고 오차가 거꾸로 건너옵니다.

      앞으로 갈 때 은닉 노드 $j$의 값은 둘 사이의 가중치가 곱해져 출력 $k$에 닿았습니다. 그러니 $k$의 오차도 같은
      가중치가 곱해져 $j$로 돌아오고, 출력이 여럿이면 돌아온 몫을 모두 더합니다. 행렬 곱(matrix product)으로 쓰면
      $\partial L/\partial A_1 = \partial L/\partial Z_2 \cdot W_2^\top$입니다.

      다음은 relu라는 문을 지날 차례입니다. $Z_1$이 음수였던 자리에서는 relu가 0을 냈고, $Z_1$이 조금 달라져도
      아무것도 변하지 않았을 테니 오차가 지나가지 못합니다. 양수였던 자리에서는 그대로 지나갑니다. 즉
      $\mathrm{relu}'(Z_1)$과의 원소별 곱(element-wise product)입니다.

      나머지는 출력층(output layer)에서 해 본 그대로입니다. 입력이 $X$라는 것만 다릅니다.
    `,
  },
  equations: equationsOf(cut),
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def hidden_gradients(X, Z1, dZ2, W2):
          """The hidden error, and the gradients of W1, b1.

          X: (m, n_in), Z1: (m, n_hidden), dZ2: (m, n_out), W2: (n_hidden, n_out)
          returns dA1, dZ1: (m, n_hidden), dW1: (n_in, n_hidden), db1: (1, n_hidden)
          """
          m = X.shape[0]

          dA1 = ...  # back through the weights
          dZ1 = ...  # back through relu
          dW1 = ...
          db1 = ...
          return dA1, dZ1, dW1, db1
    `,
    ko: python`
      import numpy as np


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def hidden_gradients(X, Z1, dZ2, W2):
          """은닉층의 오차, 그리고 W1과 b1의 기울기.

          X: (m, n_in), Z1: (m, n_hidden), dZ2: (m, n_out), W2: (n_hidden, n_out)
          반환값: dA1, dZ1: (m, n_hidden), dW1: (n_in, n_hidden), db1: (1, n_hidden)
          """
          m = X.shape[0]

          dA1 = ...  # 가중치를 거꾸로 지납니다
          dZ1 = ...  # relu를 거꾸로 지납니다
          dW1 = ...
          db1 = ...
          return dA1, dZ1, dW1, db1
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          With the notes' data and starting weights, the first row of \`dA1\` is 0.0291, 0.0523, −0.0162,
          0.0469, 0.0730, and the first row of \`dZ1\` is 0, 0.0523, −0.0162, 0, 0. If your \`dZ1\` has no
          zeros, the gate is missing. If \`dZ1\` agrees and \`dW1\` is 100 times too large, so is the division
          by m.
        `,
        ko: prose`
          노트의 데이터와 초기 가중치를 넣으면 \`dA1\`의 첫 행은 0.0291, 0.0523, −0.0162, 0.0469, 0.0730이고
          \`dZ1\`의 첫 행은 0, 0.0523, −0.0162, 0, 0입니다. \`dZ1\`에 0이 하나도 없다면 relu′을 빠뜨린 것입니다.
          \`dZ1\`은 맞는데 \`dW1\`이 100배 크다면 m으로 나누지 않은 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Two kinds of product meet here. A matrix product mixes units: it takes the error from the output's
          units to the hidden ones, (m, 1) times (1, 5). An entrywise product leaves every number at its place
          and only opens or shuts it: (m, 5) with (m, 5).
        `,
        ko: prose`
          여기에는 두 가지 곱이 나옵니다. 행렬 곱은 노드를 섞습니다. (m, 1)과 (1, 5)를 곱해 출력 노드의 오차를 은닉
          노드로 옮깁니다. 원소별 곱은 자리를 그대로 두고 열거나 닫기만 합니다. (m, 5)와 (m, 5)의 곱입니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          In $\frac{\partial L}{\partial A_1}$ it is $W_2$, the weights the error has to cross, that are
          transposed. In $\frac{\partial L}{\partial Z_1}$ the sign $\odot$ is \`*\`, and relu′ is taken at
          $Z_1$, the value that went into this layer's relu.
        `,
        ko: prose`
          $\frac{\partial L}{\partial A_1}$에서 전치(transpose)하는 것은 오차가 건너야 하는 가중치 $W_2$입니다.
          $\frac{\partial L}{\partial Z_1}$에서 $\odot$은 \`*\`이고, relu′은 이 층의 relu에 들어갔던 값
          $Z_1$에서 구합니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: prose`One piece of each line is missing. \`db1\` is made like \`db2\` was.`,
        ko: prose`줄마다 한 군데씩 비워 두었습니다. \`db1\`은 \`db2\`와 같은 방법으로 구합니다.`,
      },
      code: python`
        dA1 = np.dot(dZ2, ___.T)
        dZ1 = dA1 * relu_derivative(___)
        dW1 = (1 / m) * np.dot(___.T, dZ1)
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: python`
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


    def hidden_gradients(X, Z1, dZ2, W2):
        m = X.shape[0]
        dA1 = np.dot(dZ2, W2.T)
        dZ1 = dA1 * relu_derivative(Z1)
        dW1 = (1 / m) * np.dot(X.T, dZ1)
        db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
        return dA1, dZ1, dW1, db1
  `,
  explanation: {
    en: prose`
      This is the chain rule again, written with matrices: $\partial Z_2/\partial A_1$ is $W_2$, and $\partial
      A_1/\partial Z_1$ is $\mathrm{relu}'(Z_1)$. Each factor is the derivative of one line of the forward pass.

      At the notes' starting weights 247 of the 500 entries of \`Z1\` are positive, so about half of the error
      gets through. Leave the gate out, and the notes' training still brings the cost down to 0.1027, close to
      the right 0.0996. It looks like learning. But what is descended is no longer the gradient.
    `,
    ko: prose`
      이것은 행렬로 쓴 연쇄 법칙(chain rule)입니다. $\partial Z_2/\partial A_1$이 $W_2$이고 $\partial A_1/\partial
      Z_1$이 $\mathrm{relu}'(Z_1)$입니다. 인수 하나하나가 순전파(forward propagation)의 한 줄을 미분한 것입니다.

      노트의 초기 가중치에서 \`Z1\`의 원소 500개 가운데 247개가 양수이니 오차가 절반쯤 지나가는 셈입니다. 그런데
      relu′을 빼고 학습해도 비용(cost)은 0.1027까지 내려가서, 제대로 했을 때의 0.0996과 별로 차이가 없습니다. 학습이
      되는 것처럼 보이지만 그때 따라 내려가는 것은 더 이상 기울기(gradient)가 아닙니다.
    `,
  },
  next: {
    en: prose`
      Count, for each hidden unit, in how many of the notes' samples its gate is open: \`np.sum(Z1 > 0,
      axis=0)\`. What would happen to a unit whose gate is shut for all of them?
    `,
    ko: prose`
      은닉 노드마다 문이 열려 있는 샘플이 몇 개인지 \`np.sum(Z1 > 0, axis=0)\`으로 세어 보세요. 모든 샘플에서 문이
      닫힌 노드가 있다면 그 노드는 어떻게 될까요?
    `,
  },
  judging: networkJudging(cut),
};
