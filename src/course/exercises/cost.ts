import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';

const cut: Cut = {
  spec: reluNetwork(2),
  given: ['A2', 'Y'],
  returned: ['cost'],
};

/** The mean squared error as the notes write it, and its two look-alikes. */
export const cost: Exercise = {
  id: 'cost',
  title: { en: 'The cost', ko: '비용 함수' },
  functionName: 'compute_cost',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      The cost says with one number how far the outputs are from the targets. The notes use the mean squared
      error: take every difference, square it, add all of them up, and divide by the number of samples m.

      Say the outputs are 0.5 and 1.0 and the targets 0 and 0.8. The squares are 0.25 and 0.04, their sum is
      0.29, and the cost is 0.145.

      Three formulas look alike. $\frac{1}{m} \sum$ is the one of the notes. $\frac{1}{2m} \sum$ is half of it,
      and popular because the 2 of the derivative cancels; it is smallest at the same weights. \`np.mean\`
      divides by the number of **entries**: with one output per sample that is m as well, with three outputs it
      is 3m, and the result is a third of the notes' cost.
    `,
    ko: prose`
      비용(cost)은 출력이 정답에서 얼마나 떨어져 있는지를 수 하나로 나타냅니다. 노트에서는 평균제곱오차(MSE, mean
      squared error)를 씁니다. 차이를 하나하나 제곱해서 모두 더하고 샘플 수 m으로 나눕니다.

      출력이 0.5와 1.0, 정답이 0과 0.8이라고 하세요. 제곱하면 0.25와 0.04, 더하면 0.29이므로 비용은 0.145입니다.

      비슷하게 생긴 식이 셋 있습니다. $\frac{1}{m} \sum$은 노트의 식입니다. $\frac{1}{2m} \sum$은 그 절반인데, 미분할
      때 나오는 2가 약분되어서 자주 씁니다. 비용이 가장 작아지는 가중치(weight)는 둘이 같습니다. \`np.mean\`은
      **원소**의 개수로 나눕니다. 샘플마다 출력이 하나면 m으로 나누는 것과 같지만, 출력이 셋이면 3m으로 나누므로
      노트의 비용의 3분의 1이 됩니다.
    `,
  },
  equations: equationsOf(cut),
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def compute_cost(A2, Y):
          """The mean squared error.

          A2, Y: (m, n_out), outputs and targets, one sample per row
          returns a number
          """
          m = Y.shape[0]
          cost = ...
          return cost
    `,
    ko: python`
      import numpy as np


      def compute_cost(A2, Y):
          """평균제곱오차(MSE).

          A2, Y: (m, n_out), 출력과 정답, 행 하나가 샘플 하나
          반환값: 수 하나
          """
          m = Y.shape[0]
          cost = ...
          return cost
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          Try outputs 0.5 and 1.0 with targets 0 and 0.8; the right cost is 0.145. 0.29 means that the division
          by m is missing, 0.0725 that there is an extra half, 0.35 that absolute values stand in place of
          squares, and 0.381 that a square root was taken. If only networks with several outputs come out too
          small, you divide by the number of entries instead of samples.
        `,
        ko: prose`
          출력 0.5, 1.0과 정답 0, 0.8로 계산해 보세요. 올바른 비용은 0.145입니다. 0.29라면 m으로 나누지 않은 것이고,
          0.0725라면 거기서 다시 반으로 나눈 것입니다. 0.35라면 제곱 대신 절댓값을 썼고, 0.381이라면 제곱근을 취한
          것입니다. 출력이 여럿인 신경망에서만 작게 나온다면 샘플이 아니라 원소의 개수로 나눈 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Work from the inside out: difference, square, sum, division. The first two leave an array of the same
          shape; the sum makes one number of it, over rows and columns together.
        `,
        ko: prose`
          안쪽부터 차이, 제곱, 합, 나눗셈의 순서로 만듭니다. 앞의 둘을 거쳐도 배열의 모양(shape)은 그대로입니다. 합은
          행과 열을 가리지 않고 모두 더해 수 하나로 만듭니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          $\sum$ runs over all entries, so \`np.sum\` needs no \`axis\` here. The square belongs to each
          difference and stands inside the sum. $m$ is the number of rows.
        `,
        ko: prose`
          $\sum$은 모든 원소에 걸친 합이므로 여기서는 \`np.sum\`에 \`axis\`가 필요 없습니다. 제곱은 차이마다 하는
          것이라 합 안에 있습니다. $m$은 행의 개수입니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: { en: 'What is summed is left out:', ko: '더할 것을 비워 두었습니다.' },
      code: 'cost = (1 / m) * np.sum((___) ** 2)\n',
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: 'cost = (1 / m) * np.sum((A2 - Y) ** 2)\n',
    },
  ],
  solution: python`
    import numpy as np


    def compute_cost(A2, Y):
        m = Y.shape[0]
        cost = (1 / m) * np.sum((A2 - Y) ** 2)
        return cost
  `,
  explanation: {
    en: prose`
      At the start of the notes' training this gives 0.29617825…, the first number they print. A square counts
      an error of 0.2 four times as much as one of 0.1, so the largest misses weigh most.

      The factor in front does not move the minimum. But it changes the size of the gradient, and with it the
      size of the steps in training. Before you compare two costs, make sure that they come from the same
      formula.
    `,
    ko: prose`
      노트의 학습이 시작될 때 이 값은 0.29617825…이고, 노트에 처음 출력된 수가 이것입니다. 제곱하기 때문에 0.2만큼
      틀린 것은 0.1만큼 틀린 것보다 네 배 크게 반영됩니다. 크게 틀린 샘플일수록 비중이 커지는 것입니다.

      앞에 붙는 계수가 달라져도 비용이 가장 작아지는 위치는 그대로입니다. 하지만 기울기(gradient)의 크기가 달라지고,
      그만큼 학습에서 한 번에 움직이는 폭도 달라집니다. 두 비용을 비교할 때는 같은 식으로 계산한 것인지 먼저
      확인해야 합니다.
    `,
  },
  next: {
    en: prose`
      Let the network answer 0 for every sample: what does the cost become? And if it always answers the mean of
      \`Y\`? (With the notes' \`Y\`: 0.3265 and 0.0853.) Keep the second number in mind when you look at cost
      curves.
    `,
    ko: prose`
      모든 샘플에 0이라고 답하면 비용은 얼마가 될까요? 언제나 \`Y\`의 평균이라고 답하면? (노트의 \`Y\`로는 각각
      0.3265와 0.0853입니다.) 앞으로 비용 곡선을 볼 때 두 번째 수를 기억해 두세요.
    `,
  },
  judging: networkJudging(cut),
};
