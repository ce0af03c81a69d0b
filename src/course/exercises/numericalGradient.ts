import { numericalGradientJudging } from '../judging/numericalGradient';
import type { Exercise } from '../judgedExercise';
import { prose, python, tex } from '../writing';

/** Central differences: the check that this tutor makes, built by the learner. */
export const numericalGradient: Exercise = {
  id: 'numerical-gradient',
  title: { en: 'A gradient check of your own', ko: '수치 미분으로 기울기 검사하기' },
  functionName: 'numerical_gradient',
  parameters: ['f', 'x', 'h'],
  returns: ['grad'],
  idea: {
    en: prose`
      Is a gradient right? You can find out without knowing how it was computed: nudge one number, see how much
      the result changes, and divide. This tutor checks your backward pass in this way. Now build the check
      yourself.

      \`f\` takes an array and gives one number, as the cost does. For each entry of \`x\`, evaluate \`f\` once
      with that entry a little larger and once a little smaller, by \`h\`; the difference, divided by $2h$, is
      the slope. Then put the entry back before you turn to the next.

      Why both sides? For $f(x) = x^3$ at $x = 2$ the slope is 12. With $h = 0.1$, going up only gives $(9.261 -
      8)/0.1 = 12.61$. Both sides give $(9.261 - 6.859)/0.2 = 12.01$. Smaller is better, up to a point: with $h
      = 10^{-12}$ the result is back at 12.001, because the two values now agree in nearly all their digits, and
      their difference keeps only the few that are left.

      Afterwards, the caller's \`x\` must be what it was before. The first line makes a copy, in floating point:
      in an array of integers, an entry could not take a small step at all.
    `,
    ko: prose`
      기울기(gradient)가 맞는지는 어떻게 계산했는지 몰라도 확인할 수 있습니다. 수 하나를 조금 움직여 결과가 얼마나
      변하는지 보고 나누면 됩니다. 이것을 수치 미분(numerical differentiation)이라고 합니다. 이 튜터도
      역전파(backpropagation)를 이렇게 검사합니다. 이번에는 그 검사를 직접 만들어 보세요.

      \`f\`는 비용(cost)처럼 배열을 받아 수 하나를 내놓는 함수입니다. \`x\`의 원소마다 그 원소를 \`h\`만큼 키웠을
      때와 줄였을 때 \`f\`를 한 번씩 계산합니다. 두 값의 차를 $2h$로 나눈 것이 기울기이고, 이것을 중앙
      차분(central difference)이라고 합니다. 다음 원소로 넘어가기 전에 원래 값으로 되돌려 놓아야 합니다.

      왜 양쪽을 다 볼까요? $f(x) = x^3$의 $x = 2$에서의 기울기는 12입니다. $h = 0.1$로 위쪽만 보면 $(9.261 - 8)/0.1 =
      12.61$인데, 양쪽을 보면 $(9.261 - 6.859)/0.2 = 12.01$입니다. $h$는 작을수록 좋지만 한계가 있습니다. $h =
      10^{-12}$이면 결과는 다시 12.001로 나빠집니다. 두 값의 앞자리가 거의 다 같아서, 빼고 나면 믿을 수 있는
      자리가 몇 개 남지 않기 때문입니다.

      계산이 끝났을 때 넘겨받은 \`x\`는 처음 그대로여야 합니다. 그래서 첫 줄에서 실수형으로 복사해 둡니다. 정수
      배열의 원소는 조금 움직이는 것 자체가 안 되기 때문이기도 합니다.
    `,
  },
  equations: [
    {
      name: 'grad',
      phase: 'idea',
      rows: tex`[grad]_i = \frac{[f]([x] + [h]\,e_i) - [f]([x] - [h]\,e_i)}{2[h]}`,
      columns: null,
      words: {
        en: 'Entry i of grad is f at x with entry i raised by h, minus f at x with entry i lowered by h, divided by 2h.',
        ko: 'grad의 i번째 원소는 x의 i번째 원소를 h만큼 키웠을 때의 f에서 h만큼 줄였을 때의 f를 빼고 2h로 나눈 것입니다.',
      },
    },
  ],
  picture: null,
  starter: {
    en: python`
      import numpy as np


      def numerical_gradient(f, x, h):
          """The gradient of f at x, by central differences.

          f: takes an array shaped like x, gives a number
          x: an array of any shape, h: a small number
          returns an array shaped like x
          """
          x = np.array(x, dtype=float)  # a copy, of floats
          grad = ...  # zeros, shaped like x

          for index in np.ndindex(x.shape):
              old = x[index]
              # f with the entry raised and with it lowered,
              # their slope, and the entry put back
              ...

          return grad
    `,
    ko: python`
      import numpy as np


      def numerical_gradient(f, x, h):
          """중앙 차분으로 구한, x에서의 f의 기울기.

          f: x와 모양이 같은 배열을 받아 수 하나를 내놓는 함수
          x: 아무 모양의 배열, h: 작은 수
          반환값: x와 모양이 같은 배열
          """
          x = np.array(x, dtype=float)  # 실수형 복사본
          grad = ...  # x와 모양이 같은 0의 배열

          for index in np.ndindex(x.shape):
              old = x[index]
              # 키웠을 때의 f, 줄였을 때의 f,
              # 둘로 구한 기울기, 그리고 되돌려 놓기
              ...

          return grad
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          For the sum of squares, \`np.sum(x * x)\`, the gradient is $2x$: at 1, −2, 0.5 it is 2, −4, 1. If each
          of yours is too large by $h$, you went up only. If you get tiny numbers, you have not divided; if
          everything is twice too large, you divided by $h$. If a function of several entries comes out right in
          the first entry alone, the entries were not put back.
        `,
        ko: prose`
          제곱의 합 \`np.sum(x * x)\`의 기울기는 $2x$입니다. 1, −2, 0.5에서는 2, −4, 1이 나와야 합니다. 모두 $h$만큼
          크다면 위쪽만 본 것입니다. 아주 작은 수가 나온다면 나누지 않은 것이고, 모두 두 배라면 $h$로 나눈 것입니다.
          원소끼리 서로 영향을 주는 함수에서 첫 원소만 맞는다면 원소를 되돌려 놓지 않은 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          One entry at a time, all others held still: that is what a partial derivative means.
          \`np.ndindex(x.shape)\` goes through the indices of an array of any shape, and \`x[index]\` is one
          number.
        `,
        ko: prose`
          나머지는 그대로 두고 한 번에 원소 하나만 움직입니다. 편미분(partial derivative)이 바로 그런 뜻입니다.
          \`np.ndindex(x.shape)\`는 어떤 모양(shape)의 배열이든 인덱스를 하나씩 반환하고, \`x[index]\`는 수
          하나입니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          $x + h\,e_i$ is \`x\` with $h$ added to its entry $i$ alone. The two points lie $2h$ apart, hence the
          $2h$ in the denominator.
        `,
        ko: prose`
          $x + h\,e_i$는 \`x\`의 $i$번째 원소에만 $h$를 더한 것입니다. 두 점은 $2h$만큼 떨어져 있으므로 분모가
          $2h$입니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: 'The inside of the loop; before it stands an array of zeros.',
        ko: '반복문의 안쪽입니다. 그 앞에서 0으로 채운 배열을 만듭니다.',
      },
      code: python`
        grad = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            old = x[index]
            x[index] = old + h
            f_plus = f(x)
            x[index] = ___
            f_minus = f(x)
            x[index] = ___
            grad[index] = (f_plus - f_minus) / ___
      `,
    },
    {
      kind: 'solution',
      text: { en: 'Up, down, back, slope:', ko: '키우고, 줄이고, 되돌리고, 기울기를 구합니다.' },
      code: python`
        grad = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            old = x[index]
            x[index] = old + h
            f_plus = f(x)
            x[index] = old - h
            f_minus = f(x)
            x[index] = old
            grad[index] = (f_plus - f_minus) / (2 * h)
      `,
    },
  ],
  solution: python`
    import numpy as np


    def numerical_gradient(f, x, h):
        x = np.array(x, dtype=float)
        grad = np.zeros(x.shape)

        for index in np.ndindex(x.shape):
            old = x[index]
            x[index] = old + h
            f_plus = f(x)
            x[index] = old - h
            f_minus = f(x)
            x[index] = old
            grad[index] = (f_plus - f_minus) / (2 * h)

        return grad
  `,
  explanation: {
    en: prose`
      The old value is kept and put back, rather than reached by adding and subtracting: \`old + h - h\` need
      not be exactly \`old\` in floating point.

      With two evaluations for every single entry this is far too slow for training; the backward pass finds all
      gradients for the price of one or two more forward passes. But the check knows nothing of the chain rule,
      so it does not share its mistakes. Use it on small networks, and do not trust it where a nudge takes some
      ReLU across its kink.
    `,
    ko: prose`
      값을 더했다 빼서 되돌리지 않고, 원래 값을 적어 두었다가 다시 넣었습니다. 부동소수점(floating point)에서는
      \`old + h - h\`가 정확히 \`old\`로 돌아온다는 보장이 없기 때문입니다.

      원소 하나마다 \`f\`를 두 번씩 계산해야 하므로 학습에 쓰기에는 너무 느립니다. 역전파는 순전파(forward
      propagation)를 한두 번 더 하는 정도의 계산으로 모든 기울기를 구합니다. 그 대신 이 검사는 연쇄 법칙(chain
      rule)을 전혀 쓰지 않으므로, 연쇄 법칙을 쓰다가 한 실수를 똑같이 저지를 일이 없습니다. 작은 신경망에서 쓰고,
      조금 움직였을 때 ReLU의 꺾이는 점을 넘어가는 곳에서는 믿지 마세요.
    `,
  },
  next: {
    en: prose`
      Check your own backward pass with it: let \`f\` be the cost as a function of \`W1\` alone, everything else
      fixed. Compare with \`dW1\` on the notes' data. They will not agree, and the next exercise says why.
    `,
    ko: prose`
      이것으로 직접 쓴 역전파를 검사해 보세요. 다른 것은 모두 고정하고 \`W1\`만 받아 비용을 내놓는 함수를 \`f\`로
      두고, 노트의 데이터에서 \`dW1\`과 비교하면 됩니다. 두 결과는 맞지 않을 것입니다. 왜 그런지는 다음 연습
      문제에서 알아봅니다.
    `,
  },
  judging: numericalGradientJudging('grad'),
};
