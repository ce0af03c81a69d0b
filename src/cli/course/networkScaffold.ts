/** A small exercise over a network, sound as it stands. */

/** Its files by their names within its folder. */
export const networkExercise: Readonly<Record<string, string>> = {
  'exercise.yaml': `id: tanh-output-gradients
title: { en: The output layer under tanh, ko: tanh로 끝나는 출력층 }
function: backward_propagation
network:
  layers:
    - { units: n_hidden, activation: tanh }
    - { units: n_out, activation: tanh }
  loss: squared-error
parameters: [X, Y, Z1, A1, Z2, A2, W1, W2]
returns: [dW1, db1, dW2, db2]
`,
  'text.en.md': `## Idea

Both layers end in tanh. Everything else is as in the notes.

## Hints

### Symptom

If only the output layer agrees, look at the hidden one.

### Concept

$\\tanh'(z) = 1 - \\tanh^2(z)$, and $\\tanh(Z_1)$ is at hand.

### Term

The slope of the hidden layer multiplies what is carried back, entry by entry.

### Masked

\`\`\`python
dZ1 = dA1 * (1 - ___ ** 2)
\`\`\`

### Solution

All of it:

## Explanation

Another function, the same way back.

## Next

Try a sigmoid in the hidden layer.
`,
  'text.ko.md': `## 아이디어

두 층이 모두 tanh로 끝납니다. 나머지는 노트와 같습니다.

## 힌트

### 증상

출력층만 맞는다면 은닉층을 살펴보세요.

### 개념

$\\tanh'(z) = 1 - \\tanh^2(z)$이고, $\\tanh(Z_1)$은 이미 있습니다.

### 항

은닉층의 도함수는 되돌아온 오차와 원소별로 곱해집니다.

### 빈칸

\`\`\`python
dZ1 = dA1 * (1 - ___ ** 2)
\`\`\`

### 풀이

전체는 이렇습니다.

## 설명

함수는 다르지만 되돌아가는 길은 같습니다.

## 다음

은닉층에 시그모이드를 써 보세요.
`,
  'starter.py': `import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]

    dZ2 = ...
    dW2 = ...
    db2 = ...

    dA1 = ...
    dZ1 = ...
    dW1 = ...
    db1 = ...

    return dW1, db1, dW2, db2
`,
  'solution.py': `import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]

    dZ2 = (A2 - Y) * (1 - A2**2)
    dW2 = A1.T @ dZ2 / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m

    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * (1 - A1**2)
    dW1 = X.T @ dZ1 / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m

    return dW1, db1, dW2, db2
`,
};
