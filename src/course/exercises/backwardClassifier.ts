import type { Cut } from '../../network/cut';
import type { Exercise } from '../exercise';
import { networkJudging } from '../judging/network';
import { costSpokenOf, equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';

const cut: Cut = {
  spec: {
    layers: [
      { units: 'n_hidden', activation: 'tanh' },
      { units: 'n_out', activation: 'sigmoid' },
    ],
    loss: 'binary-cross-entropy',
  },
  given: ['X', 'Y', 'Z1', 'A1', 'Z2', 'A2', 'W1', 'W2'],
  returned: ['dW1', 'db1', 'dW2', 'db2'],
};

/** The backward pass of a network that answers yes or no. */
export const backwardClassifier: Exercise = {
  id: 'backward-classifier',
  title: { en: 'Backward pass of a classifier', ko: '분류기의 역전파' },
  functionName: 'backward_propagation',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      A network that answers yes or no ends in a sigmoid: $A_2 = \sigma(Z_2)$ lies between 0 and 1 and is read as
      the probability of yes. \`Y\` holds 0 or 1. The cost is the binary cross-entropy, averaged over the samples:
      for each sample, minus the logarithm of the probability that the right answer was given. It has no upper
      bound: being sure and wrong is dear.

      At the output two derivatives meet. That of the loss, by $A_2$, is steep where the answer is sure and wrong;
      that of the sigmoid is flat just there. Multiply the two and see what is left: it is short, and you know it.

      The hidden layer ends in tanh. Its derivative is not 0 or 1 as relu′ is, but any number between them:
      $\tanh'(z) = 1 - \tanh^2(z)$. The forward pass has computed $\tanh(Z_1)$ already and calls it $A_1$.

      Everything else is as in the backward pass for two layers, the mean over the m samples included. At the
      output you may go in two steps or in one.
    `,
    ko: prose`
      예와 아니요로 답하는 신경망은 시그모이드로 끝난다. $A_2 = \sigma(Z_2)$는 0과 1 사이에 있고, 답이 ‘예’일
      확률로 읽는다. \`Y\`에는 0 또는 1이 들어 있다. 비용(cost)은 이진 교차 엔트로피를 샘플에 대해 평균한 것이다.
      샘플마다 정답에 준 확률의 로그를 구해 부호를 바꾼다. 이 값에는 위로 한계가 없어서, 확신하고 틀리면 값이 매우
      커진다.

      출력에서는 두 도함수(derivative)가 만난다. $A_2$에 대한 손실(loss)의 도함수는 확신하고 틀린 곳에서 가파르고,
      시그모이드의 도함수는 바로 그곳에서 평평하다. 둘을 곱하면 무엇이 남는지 보자. 짧고, 이미 아는 식이다.

      은닉층(hidden layer)은 tanh로 끝난다. 그 도함수는 relu′처럼 0이나 1이 아니라 그 사이의 아무 수나 될 수 있다.
      $\tanh'(z) = 1 - \tanh^2(z)$다. $\tanh(Z_1)$은 순전파(forward propagation)에서 이미 구했고, 이름은
      $A_1$이다.

      나머지는 m개의 샘플에 대한 평균까지 2층 역전파(backpropagation)와 같다. 출력에서는 두 단계로 가도 되고 한 번에
      가도 된다.
    `,
  },
  equations: [
    ...equationsOf({ ...cut, given: ['Z1'], returned: ['A1'] }),
    ...equationsOf({ ...cut, given: ['Z2'], returned: ['A2'] }),
    costSpokenOf(cut),
    ...equationsOf(cut),
  ],
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          """The gradients of the binary cross-entropy of a network with one hidden layer.

          A1 = tanh(Z1), A2 = sigmoid(Z2), Y holds 0 or 1
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


      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          """은닉층이 하나인 신경망에서 이진 교차 엔트로피의 기울기.

          A1 = tanh(Z1), A2 = sigmoid(Z2), Y는 0 또는 1
          X: (m, n_in), Y, Z2, A2: (m, n_out), Z1, A1: (m, n_hidden)
          W1: (n_in, n_hidden), W2: (n_hidden, n_out)
          반환값: dW1, db1, dW2, db2, 모양은 W1, b1, W2, b2와 같다
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
          With the notes' \`X\` and starting weights, and 1 for yes where the notes' \`Y\` is above one half, \`db2\` is
          0.1578 and the first entry of \`dW2\` is −0.0515, of \`db1\` −0.0817, of \`dW1\` −0.0271. A \`db2\` of
          0.0162 has the sigmoid's derivative in it once too often. If \`dW2\` and \`db2\` agree and the other two do
          not, look at the tanh.
        `,
        ko: prose`
          노트의 \`X\`와 초기 가중치(weight)를 쓰고, 노트의 \`Y\`가 절반을 넘는 곳을 ‘예’인 1로 두면 \`db2\`는 0.1578이고,
          첫 원소는 \`dW2\`가 −0.0515, \`db1\`이 −0.0817, \`dW1\`이 −0.0271이다. \`db2\`가 0.0162이라면 시그모이드의
          도함수가 한 번 더 들어간 것이다. \`dW2\`와 \`db2\`는 맞는데 나머지 둘이 다르다면 tanh를 살펴보자.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          By $A_2$, the loss of one sample has the derivative $\frac{A_2 - Y}{A_2 (1 - A_2)}$. The sigmoid's own
          derivative is $A_2 (1 - A_2)$. The chain rule multiplies the two, entry by entry, and the denominators go.
        `,
        ko: prose`
          샘플 하나의 손실을 $A_2$로 미분하면 $\frac{A_2 - Y}{A_2 (1 - A_2)}$다. 시그모이드의 도함수는 $A_2 (1 -
          A_2)$다. 연쇄 법칙(chain rule)에 따라 둘을 원소별(element-wise)로 곱하면 분모가 사라진다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          $\frac{\partial L}{\partial Z_2}$ is a difference of two arrays. In $\frac{\partial L}{\partial Z_1}$ the
          factor beside $\frac{\partial L}{\partial A_1}$ is $\tanh'(Z_1)$; written with $A_1$ it needs neither
          \`np.tanh\` nor \`Z1\`.
        `,
        ko: prose`
          $\frac{\partial L}{\partial Z_2}$는 두 배열의 차다. $\frac{\partial L}{\partial Z_1}$에서 $\frac{\partial
          L}{\partial A_1}$ 옆에 있는 인수는 $\tanh'(Z_1)$이다. $A_1$로 쓰면 \`np.tanh\`도 \`Z1\`도 필요 없다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: prose`The lines in which this network differs from the notes', and one that is the same:`,
        ko: prose`노트의 신경망과 다른 두 줄, 그리고 같은 한 줄이다.`,
      },
      code: python`
        dZ2 = ___ - ___
        dW2 = (1 / m) * np.dot(___.T, dZ2)
        dZ1 = dA1 * (1 - ___ ** 2)
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The whole pass:', ko: '전체는 이렇다.' },
      code: python`
        dZ2 = A2 - Y
        dW2 = (1 / m) * np.dot(A1.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

        dA1 = np.dot(dZ2, W2.T)
        dZ1 = dA1 * (1 - A1 ** 2)
        dW1 = (1 / m) * np.dot(X.T, dZ1)
        db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
      `,
    },
  ],
  solution: python`
    import numpy as np


    def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
        m = X.shape[0]
        dZ2 = A2 - Y
        dW2 = (1 / m) * np.dot(A1.T, dZ2)
        db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

        dA1 = np.dot(dZ2, W2.T)
        dZ1 = dA1 * (1 - A1 ** 2)
        dW1 = (1 / m) * np.dot(X.T, dZ1)
        db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)

        return dW1, db1, dW2, db2
  `,
  explanation: {
    en: prose`
      The notes' $A_2 - Y$ was a choice; here it is the gradient itself. That is no accident: the cross-entropy is
      the loss that undoes the flatness of the sigmoid. With the squared error the factor $A_2 (1 - A_2)$ would
      stay, and a sample that is sure and wrong would hardly move the weights.

      Only three things were exchanged: the output's error, the slope of the hidden layer, and the loss that nobody
      had to write down. Whatever a layer ends in, the way back is the same: through its function, then into its
      weights, its bias and the layer before.
    `,
    ko: prose`
      노트의 $A_2 - Y$는 하나의 선택이었지만 여기서는 기울기(gradient) 그 자체다. 우연이 아니다. 교차 엔트로피는
      시그모이드의 평평함을 없애 주는 손실이다. 제곱 오차를 썼다면 $A_2 (1 - A_2)$가 남아서, 확신하고 틀린 샘플이
      가중치를 거의 움직이지 못했을 것이다.

      바뀐 것은 셋뿐이다. 출력의 오차, 은닉층의 도함수, 그리고 아무도 적을 필요가 없었던 손실이다. 층이 무엇으로 끝나든
      되돌아가는 길은 같다. 그 함수를 거쳐 가중치와 편향(bias)으로, 그리고 앞 층으로 간다.
    `,
  },
  next: {
    en: prose`
      Go in two steps once: \`dA2 = (A2 - Y) / (A2 * (1 - A2))\`, then \`dZ2 = dA2 * A2 * (1 - A2)\`. It passes
      too. Now think of an \`A2\` that has been rounded to 1 exactly, and say what each of the two ways gives.
    `,
    ko: prose`
      한번 두 단계로 써 보자. \`dA2 = (A2 - Y) / (A2 * (1 - A2))\` 다음에 \`dZ2 = dA2 * A2 * (1 - A2)\`다. 이것도
      통과한다. 그런 다음 반올림되어 정확히 1이 된 \`A2\`를 생각해 보고, 두 방법이 각각 무엇을 내는지 말해 보자.
    `,
  },
  judging: networkJudging(cut),
};
