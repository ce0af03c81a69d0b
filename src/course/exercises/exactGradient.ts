import { exactConvention } from '../../network/conventions';
import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { costSpokenOf, equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';

const cut: Cut = {
  spec: reluNetwork(2),
  given: ['X', 'Y', 'Z1', 'A1', 'Z2', 'A2', 'W1', 'W2'],
  returned: ['dW1', 'db1', 'dW2', 'db2'],
};

/** The gradient of the cost that the notes print, through the forward pass that they run. */
export const exactGradient: Exercise = {
  id: 'exact-gradient',
  title: { en: 'The exact gradient', ko: '비용의 정확한 기울기' },
  functionName: 'backward_propagation',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      The notes' backward pass begins with $A_2 - Y$. It trains well. It is not, though, the gradient of the
      cost that the notes print, and a numerical check shows it. Two factors are missing.

      First, the cost is $\frac{1}{m} \sum (A_2 - Y)^2$, and a square differentiates to $2(A_2 - Y)$. Without
      the 2, it is the gradient of half the cost. The direction is the same, the step half as long.

      Second, $A_2$ is $\mathrm{relu}(Z_2)$. A comment in the notes says that the output has no activation, but
      the line beside it applies one, and the chain rule asks for its derivative. This factor changes the
      direction: at the start, $Z_2$ is negative for 76 of the 100 samples. A small change of their $Z_2$ leaves
      the output at 0 and the cost as it is, so their exact gradient is 0.

      Write the backward pass with both factors. Only the error at the output changes.
    `,
    ko: prose`
      노트의 역전파(backpropagation)는 $A_2 - Y$에서 시작하고, 학습도 잘됩니다. 그런데 노트에 출력된 비용(cost)의
      기울기(gradient)는 아닙니다. 수치 미분(numerical differentiation)으로 검사해 보면 드러납니다. 인수가 두 개
      빠져 있습니다.

      첫째, 비용은 $\frac{1}{m} \sum (A_2 - Y)^2$이고, 제곱을 미분하면 $2(A_2 - Y)$입니다. 2가 없으면 비용의 절반을
      미분한 기울기가 됩니다. 방향은 같고 걸음만 절반이 됩니다.

      둘째, $A_2$는 $\mathrm{relu}(Z_2)$입니다. 노트의 주석에는 출력에 활성화 함수(activation function)를 쓰지
      않는다고 되어 있지만 바로 그 줄에서 relu를 쓰고 있으니, 연쇄 법칙(chain rule)에 따라 그
      도함수(derivative)도 곱해야 합니다. 이 인수는 방향까지 바꿉니다. 처음에는 샘플 100개 가운데 76개에서 $Z_2$가
      음수입니다. 이 샘플들의 $Z_2$를 조금 바꾸어도 출력은 0 그대로이고 비용도 그대로이므로, 정확한 기울기는 0입니다.

      두 인수를 모두 넣어 역전파를 써 보세요. 달라지는 것은 출력의 오차뿐입니다.
    `,
  },
  equations: [
    ...equationsOf({ ...cut, given: ['Z2'], returned: ['A2'] }),
    costSpokenOf(cut),
    ...equationsOf(cut, exactConvention),
  ],
  picture: pictureOf(cut, exactConvention),
  starter: {
    en: python`
      import numpy as np


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          """The exact gradients of the cost.

          The cost is (1/m) * sum((A2 - Y)**2) with A2 = relu(Z2).
          X: (m, n_in), Y, Z2, A2: (m, n_out), Z1, A1: (m, n_hidden)
          W1: (n_in, n_hidden), W2: (n_hidden, n_out)
          returns dW1, db1, dW2, db2, shaped like W1, b1, W2, b2
          """
          m = X.shape[0]

          # The output, in two steps this time
          dA2 = ...
          dZ2 = ...

          # From here on as in your two-layer backward pass
          dW2 = ...
          db2 = ...
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
          """비용의 정확한 기울기.

          비용은 A2 = relu(Z2)일 때 (1/m) * sum((A2 - Y)**2)입니다.
          X: (m, n_in), Y, Z2, A2: (m, n_out), Z1, A1: (m, n_hidden)
          W1: (n_in, n_hidden), W2: (n_hidden, n_out)
          반환값: dW1, db1, dW2, db2, 모양은 W1, b1, W2, b2와 같습니다
          """
          m = X.shape[0]

          # 이번에는 출력을 두 단계로
          dA2 = ...
          dZ2 = ...

          # 여기부터는 2층 역전파와 같습니다
          dW2 = ...
          db2 = ...
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
          With the notes' data and starting weights, the exact \`db2\` is −0.1811. The notes' rule gives
          −0.4578; with the factor 2 alone it is −0.9157, with the derivative alone −0.0905. The last two
          columns of the exact \`dW1\` are all 0: those hidden units are active only in samples whose output is
          shut.
        `,
        ko: prose`
          노트의 데이터와 초기 가중치(weight)를 넣으면 정확한 \`db2\`는 −0.1811입니다. 노트의 규칙대로면 −0.4578,
          2만 곱하면 −0.9157, 도함수만 곱하면 −0.0905입니다. 정확한 \`dW1\`의 마지막 두 열은 모두 0입니다. 그
          은닉층(hidden layer) 노드는 출력이 닫힌 샘플에서만 켜져 있기 때문입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Go backwards through what is really computed: the cost is a square of $A_2 - Y$, and $A_2$ is relu of
          $Z_2$. Each of these two steps has a derivative, and the chain rule multiplies them. You have done the
          second one already, in the hidden layer.
        `,
        ko: prose`
          실제로 계산하는 것을 그대로 거슬러 올라가 보세요. 비용은 $A_2 - Y$의 제곱이고, $A_2$는 $Z_2$에 relu를
          취한 것입니다. 두 단계를 각각 미분해서 연쇄 법칙으로 곱합니다. 두 번째 것은 은닉층에서 이미 해 보았습니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          $\frac{\partial L}{\partial A_2}$ carries the 2, $\frac{\partial L}{\partial Z_2}$ the
          $\odot\,\mathrm{relu}'(Z_2)$. Everything below them is unchanged, with the new $\frac{\partial
          L}{\partial Z_2}$ in place of the old.
        `,
        ko: prose`
          2는 $\frac{\partial L}{\partial A_2}$에, $\odot\,\mathrm{relu}'(Z_2)$는 $\frac{\partial L}{\partial
          Z_2}$에 들어 있습니다. 그 아래의 식은 모두 그대로이고, $\frac{\partial L}{\partial Z_2}$만 새것으로
          바뀝니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: { en: 'The two lines that are new:', ko: '새로 쓰는 두 줄입니다.' },
      code: python`
        dA2 = ___ * (A2 - Y)
        dZ2 = dA2 * relu_derivative(___)
      `,
    },
    {
      kind: 'solution',
      text: {
        en: 'The output in two steps, and then as before:',
        ko: '출력은 두 단계로, 나머지는 전과 같이 씁니다.',
      },
      code: python`
        dA2 = 2 * (A2 - Y)
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


    def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
        m = X.shape[0]
        dA2 = 2 * (A2 - Y)
        dZ2 = dA2 * relu_derivative(Z2)

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
      Now the numerical check agrees. Is it the better rule to train with? Not from the start: a sample whose
      output is shut sends no error at all, and 76 of them have nothing to say until others open their gates.
      After 100 iterations the exact gradient has brought the notes' cost to 0.2099, the notes' rule to 0.1527;
      after 1000, it is 0.0942 against 0.0996, since by then the gates are open and the factor 2 makes longer
      steps.

      The notes' rule lets the error through even where the output is 0, and so pulls shut outputs open. It is
      the rule for half the cost and an output without relu, and where $Z_2 > 0$ the two rules agree up to the
      factor 2. It is a sound choice for training. But it is good to know which function one is descending.
    `,
    ko: prose`
      이제 수치 미분과 맞습니다. 그렇다면 학습에도 이쪽이 나을까요? 처음에는 그렇지 않습니다. 출력이 닫힌 샘플은 오차를
      전혀 보내지 못하므로, 76개 샘플은 다른 샘플 덕에 문이 열릴 때까지 학습에 보탬이 되지 못합니다. 100번 반복한
      뒤의 비용은 정확한 기울기로 0.2099, 노트의 규칙으로 0.1527입니다. 1000번 뒤에는 0.0942와 0.0996이 됩니다.
      그때는 문이 모두 열려 있고, 2를 곱한 만큼 걸음이 크기 때문입니다.

      노트의 규칙은 출력이 0인 곳에서도 오차를 보내서 닫힌 출력을 끌어 올립니다. 이 규칙은 출력에 relu가 없다고
      보고 비용의 절반을 미분한 것이고, $Z_2 > 0$인 곳에서는 2를 곱하는 것 말고는 정확한 기울기와 같습니다. 학습에
      쓰기에 나무랄 데 없는 선택입니다. 다만 내가 어떤 함수를 따라 내려가고 있는지는 알아 두는 것이 좋습니다.
    `,
  },
  next: {
    en: prose`
      There is a function whose derivative with respect to $z$ is exactly $\mathrm{relu}(z) - y$, for negative
      $z$ as well: $\frac{1}{2} \mathrm{relu}(z)^2 - yz$. Differentiate it and see. Averaged over the samples,
      this is the function that the notes' rule really descends. Check it with your numerical gradient.
    `,
    ko: prose`
      $z$로 미분하면 음수인 $z$에서도 정확히 $\mathrm{relu}(z) - y$가 되는 함수가 있습니다. $\frac{1}{2}
      \mathrm{relu}(z)^2 - yz$입니다. 직접 미분해 보세요. 이것을 샘플에 대해 평균한 것이 노트의 규칙이 실제로 따라
      내려가는 함수입니다. 앞에서 만든 수치 미분으로 확인해 보세요.
    `,
  },
  judging: networkJudging(cut, ({ scale, outputDerivative }) => scale === 2 && outputDerivative === 'relu'),
};
