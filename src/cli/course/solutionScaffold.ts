/** A small exercise whose reference is its solution, sound as it stands. */

/** Its files by their names within its folder. */
export const solutionExercise: Readonly<Record<string, string>> = {
  'exercise.yaml': `id: weighted-error
title: { en: A weighted error, ko: 가중 오차 }
function: weighted_error
parameters:
  A: [m, n]
  Y: [m, n]
  w: positive [m, 1]
returns: [loss, dA]
gradients: { loss: loss, of: { dA: A } }
sizes:
  shown: { m: 3, n: 2 }
  distinct: { m: 7, n: 4 }
`,
  'text.en.md': `## Idea

Some samples count more than others: each has a weight $w$. The loss is the mean over the samples of the weighted squared
errors.

## Equations

### loss · cost

$$ [loss] = \\frac{1}{m} \\sum [w] \\odot ([A] - [Y])^2 $$

The loss is one over m times the sum of the weights times the squared differences of A and Y.

### dA · backward

$$ [dA] = \\frac{2}{m} [w] \\odot ([A] - [Y]) $$

The gradient by A is two over m times the weights times the differences.

## Hints

### Symptom

Compare the size of your gradient with that of the central differences: is the ratio the same everywhere?

### Concept

A weight is a constant as far as $A$ is concerned: it stays a factor of its term.

### Term

The square brings a 2 down, and the mean stays a mean.

### Masked

\`\`\`python
difference = A - Y
dA = ___ * w * difference / ___
\`\`\`

### Solution

All of it:

## Explanation

Each sample's error goes back as strongly as it counted on the way forward.

## Next

What does a weight of 0 do to a sample?
`,
  'text.ko.md': `## 아이디어

어떤 샘플은 다른 샘플보다 중요합니다. 샘플마다 가중치 $w$가 있고, 손실은 가중치를 곱한 제곱 오차를 샘플에 대해 평균한 것입니다.

## 식

### loss · cost

손실은 가중치와 A와 Y의 차의 제곱을 곱해 모두 더하고 m으로 나눈 값입니다.

### dA · backward

A에 대한 기울기는 m분의 2에 가중치와 차를 곱한 값입니다.

## 힌트

### 증상

구한 기울기와 중앙 차분의 크기를 비교해 보세요. 비율이 어디서나 같습니까?

### 개념

$A$에 대해 미분할 때 가중치는 상수이므로 그 항의 인수로 남습니다.

### 항

제곱에서 2가 내려오고, 평균은 그대로 평균입니다.

### 빈칸

\`\`\`python
difference = A - Y
dA = ___ * w * difference / ___
\`\`\`

### 풀이

전체는 이렇습니다.

## 설명

순전파에서 크게 센 샘플의 오차는 되돌아갈 때도 그만큼 큽니다.

## 다음

가중치가 0인 샘플은 어떻게 됩니까?
`,
  'starter.py': `import numpy as np


def weighted_error(A, Y, w):
    """A, Y: (m, n), w: (m, 1). Returns loss (a number) and dA (m, n)."""
    m = A.shape[0]
    difference = A - Y
    loss = ...
    dA = ...
    return loss, dA
`,
  'solution.py': `import numpy as np


def weighted_error(A, Y, w):
    m = A.shape[0]
    difference = A - Y
    loss = np.sum(w * difference**2) / m
    dA = 2 * w * difference / m
    return loss, dA
`,
  'mistakes.py': `import numpy as np


def weight_forgotten(A, Y, w):
    """en: The weights are in the loss, and {target} does without them.
    ko: 손실에는 가중치가 있는데 {target}에는 없습니다.
    """
    m = A.shape[0]
    difference = A - Y
    loss = np.sum(w * difference**2) / m
    dA = 2 * difference / m  # <-
    return loss, dA


def two_forgotten(A, Y, w):
    """code: factor-two
    en: {target} is half of what it should be: the square brings down a 2.
    ko: {target} 값이 있어야 할 값의 절반입니다. 제곱을 미분하면 2가 내려옵니다.
    """
    m = A.shape[0]
    difference = A - Y
    loss = np.sum(w * difference**2) / m
    dA = w * difference / m  # <-
    return loss, dA
`,
  'correct/loops.py': `def weighted_error(A, Y, w):
    rows, columns = A.shape
    total = 0.0
    slopes = A * 0
    for i in range(rows):
        for j in range(columns):
            total += w[i, 0] * (A[i, j] - Y[i, j]) ** 2
            slopes[i, j] = 2 * w[i, 0] * (A[i, j] - Y[i, j]) / rows
    return total / rows, slopes
`,
  'faulty/no-weight.py': `# expect: weight-forgotten
import numpy as np


def weighted_error(A, Y, w):
    error = A - Y
    loss = np.mean(np.sum(w * error * error, axis=1))
    return loss, 2 * error / len(A)  # <-
`,
};
