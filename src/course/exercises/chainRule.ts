import { chainRuleJudging } from '../judging/chainRule';
import type { Exercise } from '../judgedExercise';
import { prose, python, tex } from '../writing';

/** y = u², u = 3x + 1: two rates of change in a row multiply. */
export const chainRule: Exercise = {
  id: 'chain-rule',
  title: { en: 'The chain rule', ko: '연쇄 법칙' },
  functionName: 'chain_rule',
  parameters: ['x'],
  returns: ['y', 'dy_dx'],
  idea: {
    en: prose`
      Backpropagation is one rule used again and again: the chain rule. When $x$ reaches $y$ by way of a value
      in between, $u$, the two rates of change multiply.

      Take $u = 3x + 1$ and $y = u^2$. At $x = 2$ we get $u = 7$ and $y = 49$. Nudge $x$ by 0.01: $u$ moves
      three times as far, to 7.03. And near $u = 7$, $y$ moves $2u = 14$ times as far as $u$ does. So $y$ should
      move $14 \cdot 3 = 42$ times as far as $x$.

      It does, very nearly: $7.03^2 = 49.4209$, and $0.4209 / 0.01 = 42.09$. The smaller the nudge, the closer
      this comes to 42.

      In the code, \`x\` may be an array of any shape. The rule then holds for each entry by itself, so \`y\`
      and \`dy_dx\` are shaped like \`x\`.
    `,
    ko: prose`
      역전파(backpropagation)는 규칙 하나를 되풀이해서 쓰는 계산입니다. 그 규칙이 연쇄 법칙(chain rule)입니다. $x$가
      중간 변수 $u$를 거쳐 $y$에 닿는다면, 두 변화율을 곱하면 됩니다.

      $u = 3x + 1$, $y = u^2$이라고 하세요. $x = 2$이면 $u = 7$, $y = 49$입니다. $x$를 0.01만 움직이면 $u$는 그 세
      배만큼 움직여 7.03이 됩니다. 그리고 $u = 7$ 근처에서 $y$는 $u$가 움직인 거리의 $2u = 14$배만큼 움직입니다.
      그렇다면 $y$는 $x$가 움직인 거리의 $14 \cdot 3 = 42$배만큼 움직여야 합니다.

      직접 계산해 보면 $7.03^2 = 49.4209$이고 $0.4209 / 0.01 = 42.09$이니 거의 맞습니다. 움직이는 폭을 줄일수록 42에
      가까워집니다.

      코드에서 \`x\`는 어떤 모양(shape)의 배열이어도 됩니다. 규칙은 원소마다 따로 적용되므로 \`y\`와 \`dy_dx\`의
      모양은 \`x\`와 같습니다.
    `,
  },
  equations: [
    {
      name: 'u',
      phase: 'forward',
      rows: tex`[u] = 3[x] + 1`,
      columns: null,
      words: { en: 'u is three times x, plus one.', ko: 'u는 x의 세 배에 1을 더한 값입니다.' },
    },
    {
      name: 'y',
      phase: 'forward',
      rows: tex`[y] = [u]^2`,
      columns: null,
      words: { en: 'y is u squared.', ko: 'y는 u의 제곱입니다.' },
    },
    {
      name: 'dy_dx',
      phase: 'backward',
      rows: tex`[dy_dx] = [dy_du] \cdot [du_dx]`,
      columns: null,
      words: {
        en: 'The derivative of y with respect to x is the derivative of y with respect to u, times the derivative of u with respect to x.',
        ko: 'y를 x로 미분한 값은 y를 u로 미분한 값과 u를 x로 미분한 값의 곱입니다.',
      },
    },
  ],
  picture: null,
  starter: {
    en: python`
      import numpy as np


      def chain_rule(x):
          """y = u**2 with u = 3x + 1, and its slope dy/dx.

          x: a number or an array of any shape
          returns y and dy_dx, both shaped like x
          """
          u = 3 * x + 1
          y = u**2

          dy_du = ...  # how fast y changes with u
          du_dx = ...  # how fast u changes with x
          dy_dx = ...  # the chain rule
          return y, dy_dx
    `,
    ko: python`
      import numpy as np


      def chain_rule(x):
          """u = 3x + 1일 때 y = u**2과, y를 x로 미분한 값.

          x: 수 하나 또는 아무 모양의 배열
          반환값: y와 dy_dx, 모양은 둘 다 x와 같습니다
          """
          u = 3 * x + 1
          y = u**2

          dy_du = ...  # u에 대한 y의 변화율
          du_dx = ...  # x에 대한 u의 변화율
          dy_dx = ...  # 연쇄 법칙
          return y, dy_dx
    `,
  },
  hints: [
    {
      kind: 'symptom',
      text: {
        en: prose`
          At $x = -1, 0.5, 2, 3$ the right values of \`dy_dx\` are −12, 15, 42 and 60. If yours are −4, 5, 14
          and 20, the factor of the inner step is missing. If they are all 3, that of the outer step is. If they
          are −1, 8, 17 and 23, the two were added.
        `,
        ko: prose`
          $x = -1, 0.5, 2, 3$에서 \`dy_dx\`의 올바른 값은 −12, 15, 42, 60입니다. −4, 5, 14, 20이 나온다면 안쪽
          단계의 인수가 빠진 것이고, 모두 3이라면 바깥쪽 단계의 인수가 빠진 것입니다. −1, 8, 17, 23이 나온다면
          둘을 곱하지 않고 더한 것입니다.
        `,
      },
    },
    {
      kind: 'concept',
      text: {
        en: prose`
          Differentiate each step on its own, with respect to the value that goes into it: $y$ with respect to
          $u$, and $u$ with respect to $x$. Rates in a row multiply: 3 times as fast, and then 14 times as fast
          again, makes 42 times as fast.
        `,
        ko: prose`
          단계마다 그 단계에 들어오는 값으로 따로 미분합니다. $y$는 $u$로, $u$는 $x$로 미분하면 됩니다. 이어진
          변화율은 곱해집니다. 3배 빨라지고 다시 14배 빨라지면 모두 42배 빨라집니다.
        `,
      },
    },
    {
      kind: 'term',
      text: {
        en: prose`
          Look at the two factors of $\frac{dy}{dx}$. The first belongs to $y = u^2$: its value is $2u$, taken
          at $u$ and not at $x$. The second belongs to $u = 3x + 1$: it is the same number everywhere.
        `,
        ko: prose`
          $\frac{dy}{dx}$를 이루는 두 인수를 보세요. 첫 번째는 $y = u^2$에서 나오는데, $x$가 아니라 $u$에서 구한
          값 $2u$입니다. 두 번째는 $u = 3x + 1$에서 나오고, 어디서나 같은 수입니다.
        `,
      },
    },
    {
      kind: 'masked',
      text: {
        en: 'The three lines, each with one piece missing:',
        ko: '세 줄에서 한 군데씩만 비워 두었습니다.',
      },
      code: python`
        dy_du = 2 * ___
        du_dx = ___
        dy_dx = dy_du * ___
      `,
    },
    {
      kind: 'solution',
      text: {
        en: prose`The outer derivative at \`u\`, the inner one, and their product:`,
        ko: prose`\`u\`에서 구한 바깥쪽 미분, 안쪽 미분, 그리고 둘의 곱입니다.`,
      },
      code: python`
        dy_du = 2 * u
        du_dx = 3
        dy_dx = dy_du * du_dx
      `,
    },
  ],
  solution: python`
    import numpy as np


    def chain_rule(x):
        u = 3 * x + 1
        y = u**2

        dy_du = 2 * u
        du_dx = 3
        dy_dx = dy_du * du_dx
        return y, dy_dx
  `,
  explanation: {
    en: prose`
      $\frac{dy}{dx} = 2u \cdot 3 = 6(3x + 1)$. Multiplying out $y = 9x^2 + 6x + 1$ and differentiating gives
      the same, but the chain rule never needed that formula: each step knows only its own derivative.

      Notice that $2u$ uses a value the forward computation has already found. A network does the same: it keeps
      its intermediate values on the way forward, because every factor on the way back needs one of them.
    `,
    ko: prose`
      $\frac{dy}{dx} = 2u \cdot 3 = 6(3x + 1)$입니다. $y = 9x^2 + 6x + 1$로 전개해서 미분해도 같은 값이 나오지만,
      연쇄 법칙을 쓸 때는 전개할 필요가 없었습니다. 단계마다 자기 미분만 알면 됩니다.

      $2u$에는 앞에서 이미 계산해 둔 $u$가 쓰입니다. 신경망도 마찬가지입니다. 앞으로 가면서 중간값을 남겨 두는 이유는,
      되돌아올 때 곱할 인수마다 그 값이 하나씩 필요하기 때문입니다.
    `,
  },
  next: {
    en: prose`
      Put a third step in front, say $x = 5t$, and find $\frac{dy}{dt}$: one more factor, nothing else changes.
      Then check a value as we did above, with a small nudge.
    `,
    ko: prose`
      앞에 $x = 5t$ 같은 단계를 하나 더 두고 $\frac{dy}{dt}$를 구해 보세요. 인수가 하나 늘어날 뿐 나머지는
      그대로입니다. 그런 다음 위에서처럼 값을 조금 움직여 맞는지 확인해 보세요.
    `,
  },
  judging: chainRuleJudging(),
};
