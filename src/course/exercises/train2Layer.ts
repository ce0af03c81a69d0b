import { notesConvention } from '../../network/conventions';
import { reluNetwork } from '../../network/spec';
import { roundSteps } from '../../network/training';
import { trainJudging } from '../judging/train';
import type { Exercise } from '../judgedExercise';
import { equationsOfSteps } from '../networkEquations';
import { notesPicture } from '../picture';
import { prose, python } from '../writing';
import { starter } from './train2LayerStarter';
import { trainSolution } from './trainSolution';

/** The loop: everything so far, a thousand times, with the costs that the notes print. */
export const train2Layer: Exercise = {
  id: 'train-2-layer',
  title: { en: 'Training the network', ko: '2층 신경망 학습' },
  functionName: 'train',
  parameters: ['X', 'Y', 'learning_rate', 'iterations'],
  returns: ['W1', 'b1', 'W2', 'b2', 'costs'],
  idea: {
    en: prose`
      All the parts exist. Training puts them into a loop: forward pass, cost, backward pass, update; and again,
      with the weights the update has made.

      The cost belongs to the outputs of the forward pass, so \`costs[i]\` is the cost **before** update number
      i. That way \`costs[0]\` tells how good the untrained network is.

      Start from the weights of seed 42, with 5 hidden units. On the notes' data, with learning rate 0.01, the
      numbers are known in advance: \`costs[0]\` is 0.29617825471294423, as printed in the notes, and after that
      every hundredth one can be compared. What the notes print as the final cost, 0.0996029506728323, is
      \`costs[999]\`: they compute it from the last outputs, which are those before the last update.
    `,
    ko: prose`
      필요한 함수는 모두 갖추어졌습니다. 학습은 이것을 반복문에 넣는 일입니다. 순전파(forward propagation),
      비용(cost), 역전파(backpropagation), 업데이트를 차례로 하고, 새로 바뀐 가중치(weight)로 다시 처음부터
      되풀이합니다.

      비용은 순전파로 얻은 출력에 대한 값이므로, \`costs[i]\`는 i번째 업데이트를 하기 **전**의 비용입니다. 그래서
      \`costs[0]\`을 보면 아직 배우지 않은 신경망이 얼마나 틀리는지 알 수 있습니다.

      시드(seed) 42로 뽑은 가중치와 은닉층(hidden layer) 노드 5개로 시작하세요. 노트의 데이터와 학습률(learning
      rate) 0.01을 쓰면 나올 값이 이미 정해져 있습니다. \`costs[0]\`은 노트에 출력된 대로 0.29617825471294423이고,
      그 뒤로도 100번째마다 비교해 볼 수 있습니다. 노트에 최종 비용으로 출력된 0.0996029506728323은
      \`costs[999]\`입니다. 노트에서는 마지막 출력, 즉 마지막 업데이트를 하기 전의 출력으로 이 값을 계산했기
      때문입니다.
    `,
  },
  equations: equationsOfSteps(roundSteps(reluNetwork(2), notesConvention)),
  picture: notesPicture,
  starter,
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          The first three costs of the notes' training are 0.29618, 0.29449 and 0.29285. If yours begin with
          0.29449, you take the cost after the update. If all are 0.29618, the update's results are not being
          used. The list needs as many entries as there are iterations.
        `,
        ko: prose`
          노트의 학습에서 처음 세 비용은 0.29618, 0.29449, 0.29285입니다. 0.29449부터 시작한다면 업데이트한 뒤에
          비용을 구한 것입니다. 모두 0.29618이라면 업데이트한 결과가 쓰이지 않고 있습니다. 리스트의 길이는 반복 횟수와
          같아야 합니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Each function hands its results to the next. The forward pass makes \`Z1, A1, Z2, A2\`; the cost and
          the backward pass need them; the update needs what the backward pass returns, and gives back the
          weights for the next round.
        `,
        ko: prose`
          함수마다 결과를 다음 함수에 넘깁니다. 순전파가 만든 \`Z1, A1, Z2, A2\`는 비용과 역전파에 쓰이고,
          역전파가 반환한 기울기(gradient)는 업데이트에 쓰이며, 업데이트가 반환한 가중치는 다음 반복에 쓰입니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          Read the equations from top to bottom once: that is one iteration. The arrows at the end put new
          values under the old names, so the first line of the next round already has them.
        `,
        ko: prose`
          식을 위에서 아래로 한 번 읽으면 그것이 반복 한 번입니다. 맨 끝의 화살표가 같은 이름에 새 값을 넣어
          주므로, 다음 반복의 첫 줄은 이미 새 값으로 계산합니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: 'The body of the loop, with three gaps:',
        ko: '반복문의 본문에서 세 군데를 비워 두었습니다.',
      },
      code: python`
        costs = []
        for i in range(iterations):
            Z1, A1, Z2, A2 = forward_propagation(X, W1, b1, W2, b2)
            costs.append(compute_cost(___, Y))
            dW1, db1, dW2, db2 = ___(X, Y, Z1, A1, Z2, A2, W1, W2)
            ___ = update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate)
      `,
    },
    {
      kind: 'solution',
      text: {
        en: 'The loop of the notes, keeping every cost instead of printing some:',
        ko: '노트의 반복문과 같습니다. 비용을 가끔 출력하는 대신 모두 모아 둡니다.',
      },
      code: python`
        costs = []
        for i in range(iterations):
            Z1, A1, Z2, A2 = forward_propagation(X, W1, b1, W2, b2)
            costs.append(compute_cost(A2, Y))
            dW1, db1, dW2, db2 = backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2)
            W1, b1, W2, b2 = update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate)
      `,
    },
  ],
  solution: trainSolution,
  explanation: {
    en: prose`
      You had written every part before; the loop only puts them in order. With the same seed, the same data and
      the same steps, your costs agree with the notes'. Only the last digit or two may differ from machine to
      machine, because sums are rounded in a different order.

      The cost falls from 0.296 to 0.0996. Remember 0.0853, which always answering the mean of \`Y\` would give:
      the notes' targets are random numbers, and there is nothing in \`X\` to predict them from. That the cost
      falls shows that the machinery runs, not that something has been understood.
    `,
    ko: prose`
      모두 이미 만들어 본 함수이고, 반복문은 순서를 정해 줄 뿐입니다. 시드와 데이터와 계산 과정이 같으니 비용도
      노트와 같습니다. 다만 맨 끝 한두 자리는 컴퓨터에 따라 다를 수 있습니다. 더하는 순서가 다르면 반올림도 달라지기
      때문입니다.

      비용은 0.296에서 0.0996으로 줄었습니다. 그런데 언제나 \`Y\`의 평균이라고 답할 때의 비용이 0.0853이었습니다. 노트의
      정답은 무작위로 뽑은 수라서 \`X\`를 보고 맞힐 방법이 없습니다. 비용이 줄었다는 것은 학습 과정이 제대로
      돌아간다는 뜻이지, 무언가를 알아냈다는 뜻은 아닙니다.
    `,
  },
  next: {
    en: prose`
      The notes train a second time, from seed 11: their costs are 0.2805 at first and 0.0861 at iteration 900.
      Change one number and see. Then give the network something to learn: let \`Y\` be the mean of each row of
      \`X\`.
    `,
    ko: prose`
      노트에는 시드 11로 한 번 더 학습한 결과도 있습니다. 비용은 처음에 0.2805, 900번째에 0.0861입니다. 수 하나만
      바꾸어 확인해 보세요. 그런 다음 신경망에 배울 거리를 주세요. \`X\`의 행마다 평균을 구해 그것을 \`Y\`로 삼으면
      됩니다.
    `,
  },
  judging: trainJudging(),
};
