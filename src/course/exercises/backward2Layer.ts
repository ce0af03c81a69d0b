import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';

const cut: Cut = {
  spec: reluNetwork(2),
  given: ['X', 'Y', 'Z1', 'A1', 'Z2', 'A2', 'W1', 'W2'],
  returned: ['dW1', 'db1', 'dW2', 'db2'],
};

/** The whole backward pass of the notes' network: the two halves practised before, in one function. */
export const backward2Layer: Exercise = {
  id: 'backward-2-layer',
  title: { en: 'Backward pass, two layers', ko: '2층 역전파' },
  functionName: 'backward_propagation',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      You have both halves; here they become one function. The error starts at the output and travels back. In
      each layer it leaves a gradient for the weights and one for the bias.

      A layer's part is always the same: from $\partial L/\partial Z$ come $\partial L/\partial W$, with the
      layer's input, and $\partial L/\partial b$, with a sum over the samples. Between the layers the error
      passes back through the weights and through relu′.

      A gradient is shaped like the thing it belongs to: \`dW1\` like \`W1\`, \`db1\` like \`b1\`. Use this to
      find out which factor has to be transposed, and on which side it goes.

      The notes begin with $A_2 - Y$. That is the gradient of half the cost, for an output without an
      activation. You may also keep the factor 2 of the square, or the output's relu′, or both: every choice
      passes here, as long as all four gradients follow it. The report names the one you took.
    `,
    ko: prose`
      필요한 두 부분은 이미 만들어 보았습니다. 이제 하나의 함수로 합칩니다. 역전파(backpropagation)는 출력에서 생긴
      오차를 거꾸로 전달하면서, 층마다 가중치(weight)의 기울기(gradient)와 편향(bias)의 기울기를 남기는
      계산입니다.

      층이 하는 일은 늘 같습니다. $\partial L/\partial Z$가 있으면 그 층의 입력을 써서 $\partial L/\partial W$를,
      샘플에 대해 더해서 $\partial L/\partial b$를 구합니다. 층과 층 사이에서는 오차가 가중치와 relu′을 거쳐 뒤로
      넘어갑니다.

      기울기의 모양(shape)은 원래 배열의 모양과 같습니다. \`dW1\`은 \`W1\`과, \`db1\`은 \`b1\`과 모양이 같습니다. 무엇을
      전치(transpose)해서 어느 쪽에 두어야 하는지는 모양을 맞춰 보면 알 수 있습니다.

      노트는 $A_2 - Y$에서 시작합니다. 출력에 활성화 함수(activation function)가 없다고 보고 비용(cost)의 절반을
      미분한 것입니다. 제곱을 미분할 때 나오는 2를 그대로 두거나, 출력의 relu′을 곱하거나, 둘 다 해도 됩니다. 기울기
      네 개가 모두 같은 선택을 따르기만 하면 통과하고, 어떤 선택이었는지는 결과에 나옵니다.
    `,
  },
  equations: equationsOf(cut),
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          """Gradients of a network with one hidden layer.

          X: (m, n_in), Y, Z2, A2: (m, n_out), Z1, A1: (m, n_hidden)
          W1: (n_in, n_hidden), W2: (n_hidden, n_out)
          returns dW1, db1, dW2, db2, shaped like W1, b1, W2, b2
          """
          m = X.shape[0]

          # Output layer
          dZ2 = ...
          dW2 = ...
          db2 = ...

          # Hidden layer
          dA1 = ...
          dZ1 = ...
          dW1 = ...
          db1 = ...

          return dW1, db1, dW2, db2
    `,
    ko: python`
      import numpy as np


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          """은닉층이 하나인 신경망의 기울기.

          X: (m, n_in), Y, Z2, A2: (m, n_out), Z1, A1: (m, n_hidden)
          W1: (n_in, n_hidden), W2: (n_hidden, n_out)
          반환값: dW1, db1, dW2, db2, 모양은 W1, b1, W2, b2와 같습니다
          """
          m = X.shape[0]

          # 출력층
          dZ2 = ...
          dW2 = ...
          db2 = ...

          # 은닉층
          dA1 = ...
          dZ1 = ...
          dW1 = ...
          db1 = ...

          return dW1, db1, dW2, db2
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          With the notes' data and starting weights, and $A_2 - Y$ as the error, \`db2\` is −0.4578, the first
          entry of \`dW2\` is −0.0206, of \`db1\` 0.0816, of \`dW1\` 0.0619. A result 100 times too large has
          not been divided by m. If \`dW2\` and \`db2\` agree and the other two do not, the mistake lies between
          the layers.
        `,
        ko: prose`
          노트의 데이터와 초기 가중치에 $A_2 - Y$를 오차로 쓰면 \`db2\`는 −0.4578이고, 첫 원소는 \`dW2\`가
          −0.0206, \`db1\`이 0.0816, \`dW1\`이 0.0619입니다. 결과가 100배 크다면 m으로 나누지 않은 것입니다. \`dW2\`와
          \`db2\`는 맞는데 나머지 둘이 다르다면 층과 층 사이에서 틀린 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Walk through the forward pass backwards, a line at a time: \`A2\`, \`Z2\`, \`A1\`, \`Z1\`. A product
          with \`W2\` turns into a product with its transpose, relu turns into relu′ at the same \`Z1\`, and
          adding \`b\` to every row turns into summing over the rows.
        `,
        ko: prose`
          순전파(forward propagation)를 \`A2\`, \`Z2\`, \`A1\`, \`Z1\` 순서로 한 줄씩 거슬러 올라가 보세요.
          \`W2\`를 곱한 자리에는 \`W2\`의 전치를 곱하고, relu가 있던 자리에는 같은 \`Z1\`에서의 relu′을 곱합니다.
          \`b\`를 모든 행에 더했던 것은 모든 행을 더하는 것으로 바뀝니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          In $\frac{\partial L}{\partial W}$ the layer's own input meets its own $\frac{\partial L}{\partial
          Z}$: $A_1$ with $\frac{\partial L}{\partial Z_2}$, $X$ with $\frac{\partial L}{\partial Z_1}$. And in
          $\frac{\partial L}{\partial Z_1}$ the sign $\odot$ is an entrywise product, in NumPy \`*\`.
        `,
        ko: prose`
          $\frac{\partial L}{\partial W}$에서는 그 층의 입력과 그 층의 $\frac{\partial L}{\partial Z}$가 짝을
          이룹니다. $A_1$은 $\frac{\partial L}{\partial Z_2}$와, $X$는 $\frac{\partial L}{\partial Z_1}$과 짝입니다.
          그리고 $\frac{\partial L}{\partial Z_1}$ 식의 $\odot$은 원소별 곱(element-wise product)이고
          NumPy에서는 \`*\`로 씁니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: prose`The lines where the layers meet. The two biases follow the pattern of \`db2\`.`,
        ko: prose`층이 맞물리는 줄들입니다. \`db1\`은 \`db2\`와 같은 꼴입니다.`,
      },
      code: python`
        dZ2 = A2 - Y
        dW2 = (1 / m) * np.dot(___.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=___, keepdims=True)

        dA1 = np.dot(dZ2, ___.T)
        dZ1 = dA1 * relu_derivative(___)
        dW1 = (1 / m) * np.dot(___.T, dZ1)
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: python`
        dZ2 = A2 - Y
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


    def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
        m = X.shape[0]
        dZ2 = A2 - Y
        dW2 = (1 / m) * np.dot(A1.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

        dA1 = np.dot(dZ2, W2.T)
        dZ1 = dA1 * relu_derivative(Z1)
        dW1 = (1 / m) * np.dot(X.T, dZ1)
        db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)

        return dW1, db1, dW2, db2
  `,
  explanation: {
    en: prose`
      Read the lines against the forward pass: each undoes one step, last step first. \`Z1\`, \`A1\` and \`A2\`
      are used again, which is why the forward pass returned them. \`W1\` is not needed at all: nothing lies
      before \`X\` that the error would have to reach.

      The division by m stands where samples are summed up, in \`dW\` and \`db\`. The rows of \`dZ2\` and
      \`dZ1\` still belong to one sample each. Dividing \`dZ2\` once at the start would give the same four
      results.
    `,
    ko: prose`
      순전파와 나란히 놓고 읽어 보면, 마지막 단계부터 한 줄에 한 단계씩 되짚어 갑니다. \`Z1\`, \`A1\`, \`A2\`가
      다시 쓰이는데, 순전파가 이 값들을 반환한 이유가 여기에 있습니다. 반면 \`W1\`은 한 번도 쓰이지 않습니다.
      \`X\`보다 앞에는 오차를 넘겨줄 곳이 없기 때문입니다.

      m으로 나누는 일은 샘플을 더하는 자리, 즉 \`dW\`와 \`db\`에서 합니다. \`dZ2\`와 \`dZ1\`의 행은 아직 샘플
      하나하나의 것입니다. 처음에 \`dZ2\`를 한 번 나누어 두어도 네 결과는 같습니다.
    `,
  },
  next: {
    en: prose`
      Write \`Z1.T\` where \`dW2\` has \`A1.T\` and look at the cost curve: after 1000 iterations the notes'
      network ends at 0.0974, lower than with the right gradient (0.0996). Only the gradient check shows that
      the line is wrong. A falling cost proves little.
    `,
    ko: prose`
      \`dW2\`의 \`A1.T\`를 \`Z1.T\`로 바꾸고 비용 곡선을 보세요. 1000번 반복한 뒤의 비용이 0.0974로, 올바른
      기울기로 얻은 0.0996보다 오히려 낮습니다. 그 줄이 틀렸다는 것은 기울기 검사에서만 드러납니다. 비용이 줄어든다고
      해서 기울기가 맞는 것은 아닙니다.
    `,
  },
  judging: networkJudging(cut),
};
