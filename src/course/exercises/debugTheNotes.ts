import { notesConvention } from '../../network/conventions';
import { reluNetwork } from '../../network/spec';
import { roundSteps } from '../../network/training';
import { trainJudging } from '../judging/train';
import type { Exercise } from '../judgedExercise';
import { equationsOfSteps } from '../networkEquations';
import { notesPicture } from '../picture';
import { prose, python } from '../writing';
import { starter } from './debugTheNotesStarter';
import { trainSolution } from './trainSolution';

/** A program like the notes' with three faults planted: one that raises, one that gives None, one that only costs show. */
export const debugTheNotes: Exercise = {
  id: 'debug-the-notes',
  title: { en: 'Debug the program', ko: '프로그램 디버깅' },
  functionName: 'train',
  parameters: ['X', 'Y', 'learning_rate', 'iterations'],
  returns: ['W1', 'b1', 'W2', 'b2', 'costs'],
  idea: {
    en: prose`
      This is the whole program once more, with three faults in it. There is no blank to fill: run it, read what
      it tells you, and repair it until it prints the costs of the notes again.

      The three show themselves in different ways. One stops the program with an error; but the line that fails
      is not the line that is wrong, so ask where the array of the wrong shape was made. One makes no noise at
      all: something is \`None\`. And with the third the program runs, and the cost falls nicely from 0.296 to
      0.127. Only the comparison with the printed numbers gives it away.

      Repair one, check, and read on. \`A2 = relu(Z2)\` and \`dZ2 = A2 - Y\` are not among the faults: the
      notes' costs come from them, as the last exercise has shown.
    `,
    ko: prose`
      전체 프로그램이 다시 나왔는데, 이번에는 버그(bug)가 세 개 숨어 있습니다. 채울 빈칸은 없습니다. 돌려 보고, 결과를
      읽고, 노트의 비용(cost)이 다시 나올 때까지 고치면 됩니다.

      세 버그는 드러나는 방식이 저마다 다릅니다. 하나는 오류를 내며 프로그램을 멈춥니다. 하지만 멈춘 줄이 잘못된
      줄은 아니니, 모양(shape)이 틀린 배열이 어디에서 만들어졌는지 찾아가야 합니다. 하나는 아무 말이 없습니다.
      어딘가에 \`None\`이 있을 뿐입니다. 나머지 하나가 있어도 프로그램은 끝까지 돌아가고 비용도 0.296에서 0.127로
      잘 줄어듭니다. 노트에 출력된 수와 비교해야만 알 수 있습니다.

      하나를 고치고, 확인하고, 다시 읽으세요. \`A2 = relu(Z2)\`와 \`dZ2 = A2 - Y\`는 버그가 아닙니다. 앞의 연습
      문제에서 보았듯이 노트의 비용은 이 줄들로 계산한 것입니다.
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
          First comes a \`ValueError\` about shapes (3,5) and (5,5), in the update of \`W1\`. When that is
          mended, every entry of \`costs\` is \`None\`. When that is mended too, \`costs[0]\` is right, but
          \`costs[1]\` is 0.29486 instead of 0.29449, and \`costs[100]\` is 0.180 instead of 0.153.
        `,
        ko: prose`
          먼저 \`W1\`을 업데이트하는 줄에서 모양 (3,5)와 (5,5)가 맞지 않는다는 \`ValueError\`가 납니다. 이것을
          고치면 \`costs\`가 온통 \`None\`입니다. 그것까지 고치면 \`costs[0]\`은 맞는데 \`costs[1]\`이 0.29449가
          아니라 0.29486이고, \`costs[100]\`은 0.153이 아니라 0.180입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Three rules are broken, each in one line. A gradient has the shape of its parameter. A function hands
          out only what it returns. Going down means going against the gradient, for every parameter.
        `,
        ko: prose`
          세 가지 규칙이 한 줄씩 어긋나 있습니다. 기울기(gradient)의 모양은 매개변수(parameter)의 모양과 같습니다.
          함수는 반환한 것만 내보냅니다. 내려가려면 모든 매개변수가 기울기의 반대쪽으로 가야 합니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          Lay the equations beside the code. In $\frac{\partial L}{\partial W_1}$, which array is transposed? In
          the four update equations, which sign stands between the old value and the step? And what becomes of
          $\mathrm{cost}$ after it has been computed?
        `,
        ko: prose`
          식과 코드를 나란히 놓고 보세요. $\frac{\partial L}{\partial W_1}$에서 전치(transpose)된 배열은 무엇입니까?
          네 업데이트 식에서 원래 값과 걸음 사이에 있는 부호는 무엇입니까? 그리고 $\mathrm{cost}$는 계산한 다음
          어떻게 됩니까?
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: prose`The three lines to mend, in \`backward_propagation\`, \`compute_cost\` and \`update_weights\`:`,
        ko: prose`고칠 줄은 \`backward_propagation\`, \`compute_cost\`, \`update_weights\`에 하나씩, 모두 셋입니다.`,
      },
      code: python`
        dW1 = (1 / m) * np.dot(___.T, dZ1)
        return ___
        W1 -= learning_rate * ___
      `,
    },
    {
      kind: 'solution',
      text: {
        en: prose`The input of layer 1, a \`return\`, and a minus:`,
        ko: prose`첫 번째 층의 입력, \`return\`, 그리고 빼기 부호입니다.`,
      },
      code: python`
        dW1 = (1 / m) * np.dot(X.T, dZ1)
        return cost
        W1 -= learning_rate * dW1
      `,
    },
  ],
  solution: trainSolution,
  explanation: {
    en: prose`
      The missing \`return\` is a slip that anyone makes: the notes' first \`compute_cost\` has it too, and
      their second one puts it right. Without \`return\`, a function gives \`None\`, and Python does not mind
      until someone calculates with it.

      The wrong input was caught only because 3 and 5 differ. In a network with as many hidden units as inputs,
      \`A1\` in place of \`X\` would fit every shape. And \`W1\` going uphill did not stop the cost from
      falling, since the other three parameters went down. Shapes that fit and a curve that falls are worth a
      look, but they prove little. Only numbers to compare with, or a gradient check, settle it.
    `,
    ko: prose`
      \`return\`을 빠뜨리는 것은 누구나 하는 실수입니다. 노트의 첫 번째 \`compute_cost\`에도 빠져 있고, 두 번째
      것에는 들어 있습니다. \`return\`이 없는 함수는 \`None\`을 내놓는데, 그 값으로 계산하기 전까지 Python은 아무
      말도 하지 않습니다.

      잘못된 입력이 드러난 것은 3과 5가 다르기 때문일 뿐입니다. 입력과 은닉층(hidden layer) 노드의 개수가 같았다면
      \`X\` 대신 \`A1\`을 써도 모양이 다 맞았을 것입니다. 또 \`W1\`이 오르막을 가는데도 비용이 줄어든 것은 나머지
      세 매개변수가 내려갔기 때문입니다. 모양과 줄어드는 곡선은 살펴볼 만하지만 그것만으로는 믿을 수 없습니다. 비교해
      볼 값이 있거나 기울기 검사를 해 봐야 확실합니다.
    `,
  },
  next: {
    en: prose`
      Plant a fault of your own that raises no error and lets the cost fall, and give the program to someone
      else. Then write the network with any number of layers, and let your own gradient check be the judge. You
      have everything you need.
    `,
    ko: prose`
      오류도 나지 않고 비용도 줄어드는 버그를 하나 심어서 다른 사람에게 풀어 보게 하세요. 그런 다음 층의 개수를
      마음대로 정할 수 있는 신경망을 만들고, 직접 만든 기울기 검사로 확인해 보세요. 필요한 것은 이미 모두 익혔습니다.
    `,
  },
  namesOnAsking: true,
  judging: trainJudging(),
};
