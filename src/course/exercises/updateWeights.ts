import type { Cut } from '../../network/cut';
import { reluNetwork } from '../../network/spec';
import { networkJudging } from '../judging/network';
import type { Exercise } from '../judgedExercise';
import { equationsOf } from '../networkEquations';
import { pictureOf } from '../picture';
import { prose, python } from '../writing';

const cut: Cut = {
  spec: reluNetwork(2),
  given: ['W1', 'b1', 'W2', 'b2', 'dW1', 'db1', 'dW2', 'db2', 'learning_rate'],
  returned: ['W1', 'b1', 'W2', 'b2'],
};

/** One step of gradient descent. */
export const updateWeights: Exercise = {
  id: 'update-weights',
  title: { en: 'Updating the weights', ko: '가중치 업데이트' },
  functionName: 'update_weights',
  parameters: cut.given,
  returns: cut.returned,
  idea: {
    en: prose`
      The gradient says in which direction the cost rises fastest. So gradient descent takes a step the other
      way: from each parameter it subtracts its gradient, made small by the learning rate $\eta$.

      A weight of 0.5 with gradient 0.2 and learning rate 0.01 becomes $0.5 - 0.01 \cdot 0.2 = 0.498$. A
      positive gradient makes the weight smaller, a negative one makes it larger.

      With \`W1 -= …\` the caller's array itself is changed, as in the notes; \`W1 = W1 - …\` makes a new one.
      Here either is fine.
    `,
    ko: prose`
      기울기(gradient)는 비용(cost)이 가장 빠르게 커지는 방향을 가리킵니다. 그래서 경사하강법(gradient descent)은
      그 반대쪽으로 한 걸음 갑니다. 매개변수(parameter)마다 자기 기울기를 학습률(learning rate) $\eta$만큼 줄여서
      빼는 것입니다.

      가중치(weight)가 0.5, 기울기가 0.2, 학습률이 0.01이면 $0.5 - 0.01 \cdot 0.2 = 0.498$이 됩니다. 기울기가
      양수면 가중치가 작아지고 음수면 커집니다.

      노트처럼 \`W1 -= …\`로 쓰면 넘겨받은 배열 자체가 바뀌고, \`W1 = W1 - …\`로 쓰면 새 배열이 생깁니다. 여기서는
      어느 쪽이든 괜찮습니다.
    `,
  },
  equations: equationsOf(cut),
  picture: pictureOf(cut),
  starter: {
    en: python`
      import numpy as np


      def update_weights(
          W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate
      ):
          """One step of gradient descent.

          dW1 is shaped like W1, db1 like b1, and so on; learning_rate is a number
          returns the new W1, b1, W2, b2
          """
          W1 = ...
          b1 = ...
          W2 = ...
          b2 = ...
          return W1, b1, W2, b2
    `,
    ko: python`
      import numpy as np


      def update_weights(
          W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate
      ):
          """경사하강법의 한 걸음.

          dW1의 모양은 W1과, db1의 모양은 b1과 같습니다. learning_rate는 수 하나
          반환값: 새로운 W1, b1, W2, b2
          """
          W1 = ...
          b1 = ...
          W2 = ...
          b2 = ...
          return W1, b1, W2, b2
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          A small step is what should come out. With the notes' data the first entry of \`W1\` goes from 0.4967
          to 0.4961. If it goes up to 0.4973, the sign is wrong; if it lands at 0.4348, the learning rate is
          missing; if it stays, the gradient never reached it.
        `,
        ko: prose`
          조금만 움직여야 맞습니다. 노트의 데이터로 하면 \`W1\`의 첫 원소는 0.4967에서 0.4961이 됩니다. 0.4973으로
          커졌다면 부호가 틀린 것이고, 0.4348이 되었다면 학습률이 빠진 것입니다. 그대로라면 기울기가 반영되지 않은
          것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Picture a slope in fog. The gradient points uphill; you want to go down, in small steps, because you
          only know the slope where you stand. All four parameters take their step at the same time.
        `,
        ko: prose`
          안개 낀 산비탈에 서 있다고 생각해 보세요. 기울기는 오르막을 가리키는데 우리는 내려가려고 합니다. 알 수
          있는 것은 서 있는 자리의 경사뿐이므로 조금씩 걷습니다. 네 매개변수가 모두 동시에 한 걸음씩 움직입니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          Each equation has the same three parts: the old value, a minus, and $\eta$ times the gradient of the
          same name. $\eta$ is \`learning_rate\`.
        `,
        ko: prose`
          네 식은 모두 세 부분으로 되어 있습니다. 원래 값, 빼기 부호, 그리고 이름이 같은 기울기에 $\eta$를 곱한
          것입니다. $\eta$가 \`learning_rate\`입니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: { en: 'The first two; the others are alike.', ko: '앞의 두 줄입니다. 나머지도 같은 꼴입니다.' },
      code: python`
        W1 = W1 - learning_rate * ___
        b1 = b1 - ___ * db1
      `,
    },
    {
      kind: 'solution',
      text: { en: 'The notes write it like this:', ko: '노트에서는 이렇게 씁니다.' },
      code: python`
        W1 -= learning_rate * dW1
        b1 -= learning_rate * db1
        W2 -= learning_rate * dW2
        b2 -= learning_rate * db2
      `,
    },
  ],
  solution: python`
    import numpy as np


    def update_weights(
        W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate
    ):
        W1 -= learning_rate * dW1
        b1 -= learning_rate * db1
        W2 -= learning_rate * dW2
        b2 -= learning_rate * db2
        return W1, b1, W2, b2
  `,
  explanation: {
    en: prose`
      One step of the notes' training lowers the cost from 0.29618 to 0.29449. That is little, so it takes many
      steps.

      All gradients have to be ready before the first parameter changes: \`dW1\` was computed with the old
      \`W2\`. Here that is so by itself, since the gradients are handed in. In a loop of your own, keep it in
      mind.
    `,
    ko: prose`
      노트의 학습에서 한 걸음을 가면 비용이 0.29618에서 0.29449로 줄어듭니다. 조금씩이라서 여러 번 되풀이해야
      합니다.

      매개변수를 하나라도 바꾸기 전에 모든 기울기가 준비되어 있어야 합니다. \`dW1\`은 바뀌기 전의 \`W2\`로 계산한
      것이기 때문입니다. 여기서는 기울기를 넘겨받으니 저절로 지켜지지만, 반복문을 직접 쓸 때는 잊지 말아야 합니다.
    `,
  },
  next: {
    en: prose`
      Compare learning rates over the notes' 1000 iterations: with 0.001 the cost ends at 0.153, with 0.01 at
      0.0996, with 0.1 at 0.0832. With 2, the very first step throws it from 0.296 up to 3.63: too long a step
      walks past the valley.
    `,
    ko: prose`
      노트처럼 1000번 반복하면서 학습률을 바꾸어 보세요. 0.001이면 비용이 0.153, 0.01이면 0.0996, 0.1이면
      0.0832에서 끝납니다. 2로 하면 첫걸음에 0.296에서 3.63으로 튀어 오릅니다. 걸음이 너무 크면 골짜기를 지나쳐
      버립니다.
    `,
  },
  judging: networkJudging(cut),
};
