import type { Cut } from '../../network/cut';
import type { Exercise } from '../exercise';
import { networkJudging } from '../judging/network';
import { costSpokenOf, equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';

const cut: Cut = {
  spec: {
    layers: [
      { units: 'n_hidden', activation: 'relu' },
      { units: 'n_out', activation: 'softmax' },
    ],
    loss: 'cross-entropy',
  },
  given: ['X', 'Y', 'Z1', 'A1', 'Z2', 'A2', 'W1', 'W2'],
  returned: ['dW1', 'db1', 'dW2', 'db2'],
};

/** The backward pass of a network that chooses one of several classes. */
export const backwardSoftmax: Exercise = {
  id: 'backward-softmax',
  title: { en: 'Backward pass through softmax', ko: '소프트맥스의 역전파' },
  functionName: 'backward_propagation',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      A network that chooses one of several classes ends in softmax: every row of $A_2$ holds one probability for each
      class, and they sum to 1. \`Y\` is one-hot: each of its rows has a 1 at the right class and 0 elsewhere. The cost
      is the cross-entropy, averaged over the samples: minus the logarithm of the probability of the right class.

      Softmax is not applied entry by entry. A larger $z$ in one column takes probability away from all others, so
      that its derivative is a whole matrix for each sample. You need not write it down: with the logarithm of the loss
      nearly all of it cancels, and for one-hot rows the error at the output is as short as the notes'.

      Mind what is summed. A mean is taken over the m samples and over nothing else; the columns of \`dZ2\` stay apart,
      one for each class.

      The hidden layer ends in ReLU. Everything before the output is as in the backward pass for two layers.
    `,
    ko: prose`
      여러 클래스 가운데 하나를 고르는 신경망은 소프트맥스로 끝난다. $A_2$의 행마다 클래스별 확률이 들어 있고, 한 행의
      합은 1이다. \`Y\`는 원-핫이다. 행마다 정답 클래스에만 1이 있고 나머지는 0이다. 비용(cost)은 교차 엔트로피를 샘플에
      대해 평균한 것이다. 정답 클래스에 준 확률의 로그를 구해 부호를 바꾼다.

      소프트맥스는 원소별(element-wise) 함수가 아니다. 한 열의 $z$가 커지면 다른 모든 열의 확률이 줄어든다. 그래서
      도함수(derivative)가 샘플마다 하나의 행렬이 된다. 하지만 그 행렬을 적을 필요는 없다. 손실(loss)의 로그와 만나면
      거의 모두 지워지고, 행이 원-핫이면 출력의 오차는 노트의 것만큼 짧아진다.

      무엇을 더하는지에 주의하자. 평균은 m개의 샘플에 대해서만 내고 다른 것에 대해서는 내지 않는다. \`dZ2\`의 열은 클래스
      하나에 하나씩 따로 남는다.

      은닉층(hidden layer)은 ReLU로 끝난다. 출력보다 앞은 모두 2층 역전파(backpropagation)와 같다.
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


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          """The gradients of the cross-entropy of a network with one hidden layer.

          A1 = relu(Z1), A2 = softmax(Z2), each row of Y is one-hot
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
          """은닉층이 하나인 신경망에서 교차 엔트로피의 기울기.

          A1 = relu(Z1), A2 = softmax(Z2), Y의 행은 원-핫
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
          With the notes' \`X\`, weights from their seed, and the notes' \`Y\` cut into three equal parts as classes,
          \`db2\` is −0.0382, −0.0508, 0.0890: its entries sum to 0, as those of every row of \`dZ2\` do. The first
          entry of \`dW2\` is −0.0025, of \`db1\` 0.0099; the second of \`dW1\` is 0.0336. Results a third as large are
          means over the classes too.
        `,
        ko: prose`
          노트의 \`X\`와 노트의 시드(seed)에서 뽑은 가중치(weight)를 쓰고, 노트의 \`Y\`를 똑같이 셋으로 나누어 클래스로
          두면 \`db2\`는 −0.0382, −0.0508, 0.0890이다. 합이 0이고, \`dZ2\`도 모든 행의 합이 0이다. 첫 원소는 \`dW2\`가
          −0.0025, \`db1\`이 0.0099이고, \`dW1\`의 둘째 원소는 0.0336이다. 결과가 삼분의 일이라면 클래스에 대해서도 평균한
          것이다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Take one sample whose right class is $k$. Its loss is $-\log a_k = -z_k + \log \sum_j e^{z_j}$.
          Differentiate this by any $z_i$: the second term gives $a_i$, and the first gives −1 where $i$ is $k$ and
          nothing elsewhere. A one-hot row says just that.
        `,
        ko: prose`
          정답 클래스가 $k$인 샘플 하나를 보자. 손실은 $-\log a_k = -z_k + \log \sum_j e^{z_j}$다. 이것을 아무 $z_i$로나
          미분하면 둘째 항에서 $a_i$가 나오고, 첫째 항에서는 $i$가 $k$일 때만 −1이 나온다. 원-핫 행이 말하는 것이 바로
          그것이다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          $\frac{\partial L}{\partial Z_2}$ is a difference of two arrays of shape \`(m, n_out)\`. In $\frac{\partial
          L}{\partial b_2}$ the samples are summed, the classes are not.
        `,
        ko: prose`
          $\frac{\partial L}{\partial Z_2}$는 모양(shape)이 \`(m, n_out)\`인 두 배열의 차다. $\frac{\partial L}{\partial
          b_2}$에서는 샘플을 더하고 클래스는 더하지 않는다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: prose`The output layer, and the slope of the hidden one:`,
        ko: prose`출력층(output layer)과, 은닉층의 도함수가 들어가는 줄이다.`,
      },
      code: python`
        dZ2 = ___ - ___
        db2 = (1 / m) * np.sum(dZ2, axis=___, keepdims=True)
        dZ1 = dA1 * relu_derivative(___)
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
      The rows of \`dZ2\` sum to 0: what the error pushes up at the right class it pushes down at the others. Each
      column is the error of one class, and each column of \`dW2\` is made of that class alone.

      The three backward passes differ in their losses and in what their layers end in, and their first line is the
      same. For the notes it was a choice, for the sigmoid and for softmax it is what the loss was made for: a
      cross-entropy belongs to the function that makes its probabilities.
    `,
    ko: prose`
      \`dZ2\`의 행은 합이 0이다. 오차는 정답 클래스를 밀어 올리는 만큼 다른 클래스를 밀어 내린다. 열 하나가 클래스 하나의
      오차이고, \`dW2\`의 각 열은 그 클래스만으로 만들어진다.

      세 가지 역전파는 손실도 층의 끝도 서로 다른데 첫 줄은 같다. 노트에서는 선택이었고, 시그모이드와 소프트맥스에서는
      손실이 그렇게 되도록 만들어졌다. 교차 엔트로피는 그 확률을 만든 함수와 짝을 이룬다.
    `,
  },
  next: {
    en: prose`
      What if a row of \`Y\` is not one-hot, but says that a sample is half one class and half another? Check with the
      derivation of the concept hint: as long as the row sums to 1, nothing changes. And if it sums to 2?
    `,
    ko: prose`
      \`Y\`의 행이 원-핫이 아니라, 반은 이 클래스이고 반은 저 클래스라고 한다면 어떻게 될까? 개념 힌트의 미분을 따라가
      보자. 행의 합이 1이면 달라지는 것이 없다. 합이 2라면 어떨까?
    `,
  },
  judging: networkJudging(cut),
};
