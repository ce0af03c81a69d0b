"""Recomputes, with NumPy, the figures that the course's texts state, and prints them as the texts write them.

The result is a JSON object: exercise id -> list of figures. Nothing here uses the exercises' own code.
"""

import json

import numpy as np

figures = {}


def state(exercise, digits, *values):
    texts = [f"{float(v):.{digits}f}".replace("-", "−") for v in values]
    figures.setdefault(exercise, []).extend(texts)


def relu(x):
    return np.maximum(0, x)


def initial(seed=42):
    np.random.seed(seed)
    return [np.random.randn(3, 5), np.zeros((1, 5)), np.random.randn(5, 1), np.zeros((1, 1))]


def forward(X, p):
    Z1 = X @ p[0] + p[1]
    Z2 = relu(Z1) @ p[2] + p[3]
    return Z1, relu(Z1), Z2, relu(Z2)


def cost(A, Y):
    return np.sum((A - Y) ** 2) / len(Y)


def backward(X, Y, p, values, scale=1, mask=False, gate=True, dW2_from_Z1=False):
    Z1, A1, Z2, A2 = values
    dZ2 = scale * (A2 - Y) * ((Z2 > 0) if mask else 1)
    dZ1 = dZ2 @ p[2].T * ((Z1 > 0) if gate else 1)
    dW2 = (Z1 if dW2_from_Z1 else A1).T @ dZ2 / len(Y)
    return [X.T @ dZ1 / len(Y), dZ1.mean(0, keepdims=True), dW2, dZ2.mean(0, keepdims=True)]


def train(p=None, rate=0.01, iterations=1000, uphill=(), **rule):
    p = initial() if p is None else p
    costs, zeros, seen = [], 0, 0
    for _ in range(iterations):
        values = forward(X, p)
        costs.append(cost(values[3], Y))
        zeros += np.sum(values[0] == 0) + np.sum(values[2] == 0)
        seen += values[0].size + values[2].size
        gradients = backward(X, Y, p, values, **rule)
        p = [a + (rate if i in uphill else -rate) * g for i, (a, g) in enumerate(zip(p, gradients))]
    return p, costs, zeros, seen


np.random.seed(42)
X, Y = np.random.rand(100, 3), np.random.rand(100, 1)
start = initial()
Z1, A1, Z2, A2 = start_values = forward(X, start)
notes = backward(X, Y, start, start_values)
dZ2 = A2 - Y
dA1 = dZ2 @ start[2].T
_, costs, zeros, seen = train()

# The chain rule, at the points of the first hint and at the example of the idea.
x = np.array([-1, 0.5, 2, 3])
u = 3 * x + 1
for wrong_or_right in (6 * u, 2 * u, 2 * u + 3):
    state("chain-rule", 0, *wrong_or_right)
state("chain-rule", 4, 7.03**2, 7.03**2 - 49)
state("chain-rule", 2, (7.03**2 - 49) / 0.01)

# ReLU's derivative: what ReLU meets during the notes' training.
assert zeros == 0
figures["relu-derivative"] = [f"{seen:,}"]

# Starting weights, and the ways to draw others.
state("initialize-weights", 4, *start[0][0, :3])
np.random.seed(42)
np.random.randn(5, 1)
state("initialize-weights", 4, np.random.randn(3, 5)[0, 0])
np.random.seed(42)
state("initialize-weights", 4, np.random.rand(3, 5)[0, 0])
all_zero, *_ = train([np.zeros_like(a) for a in start])
assert not any(a.any() for a in all_zero[:3])
assert f"{all_zero[3].item():.4f}" == f"{Y.mean():.4f}"
state("initialize-weights", 4, Y.mean())
alike, *_ = train([np.full((3, 5), 0.5), start[1], np.full((5, 1), 0.5), start[3]])
assert np.ptp(alike[0], axis=1).max() < 1e-12 and np.abs(alike[0] - 0.5).min() > 0.01

# Forward passes.
state("forward-2-layer", 4, *Z1[0], Z2[0, 0])
assert A2[0, 0] == 0
state("forward-2-layer", 0, sum(a.size for a in start))
np.random.seed(30)
W = [np.random.randn(3, 5), np.random.randn(5, 4), np.random.randn(4, 1)]
Z = [X @ W[0]]
for weights in W[1:]:
    Z.append(relu(Z[-1]) @ weights)
# Nothing on the kink, where ReLU's slope is a matter of taste.
assert min(np.abs(z).min() for z in Z) > 0.001
state("forward-3-layer", 4, *Z[1][0], Z[2][0, 0])

# The cost: the example, its look-alikes, and two networks that ignore their input.
error = np.array([[0.5], [0.2]])
state("cost", 3, cost(error, 0 * error), np.sqrt(cost(error, 0 * error)))
state("cost", 2, np.sum(error**2), np.mean(np.abs(error)), *(error**2)[:, 0])
state("cost", 4, cost(error, 0 * error) / 2, np.mean(Y**2), np.var(Y))
state("cost", 8, costs[0])

# Backward passes.
state("output-gradients", 4, *dZ2[:2, 0], *notes[2][:, 0], notes[3][0, 0])
assert np.mean(dZ2 < 0) > 0.5
state("hidden-gradients", 4, *dA1[0], *[v for v in (dA1 * (Z1 > 0))[0] if v])
state("hidden-gradients", 0, np.sum(Z1 > 0), Z1.size)
state("hidden-gradients", 4, train(gate=False)[1][-1], costs[-1])
state("backward-2-layer", 4, notes[3][0, 0], notes[2][0, 0], notes[1][0, 0], notes[0][0, 0])
state("backward-2-layer", 4, train(dW2_from_Z1=True)[1][-1], costs[-1])
dZ = [None, None, relu(Z[2]) - Y]
for n in (1, 0):
    dZ[n] = dZ[n + 1] @ W[n + 1].T * (Z[n] > 0)
state("backward-3-layer", 4, dZ[2].mean(), *[v for v in dZ[1].mean(0) if v], *dZ[0].mean(0)[:2])

# One step and many.
state("update-weights", 3, 0.5 - 0.01 * 0.2)
w, dw = start[0][0, 0], notes[0][0, 0]
state("update-weights", 4, w, w - 0.01 * dw, w + 0.01 * dw, w - dw)
state("update-weights", 5, *costs[:2])
state("update-weights", 3, train(rate=0.001)[1][-1], costs[0])
state("update-weights", 4, costs[-1], train(rate=0.1)[1][-1])
state("update-weights", 2, train(rate=2, iterations=2)[1][1])
state("train-2-layer", 5, *costs[:3])
state("train-2-layer", 4, costs[999], np.var(Y))
second = train(initial(11))[1]
state("train-2-layer", 4, second[0], second[900])


# Differences.
def cube(x):
    return x**3


state("numerical-gradient", 3, cube(2.1), cube(1.9), (cube(2 + 1e-12) - cube(2 - 1e-12)) / 2e-12)
state("numerical-gradient", 2, (cube(2.1) - 8) / 0.1, (cube(2.1) - cube(1.9)) / 0.2)

# The exact gradient beside the notes' rule.
exact = backward(X, Y, start, start_values, scale=2, mask=True)
state("exact-gradient", 0, np.sum(Z2 <= 0))
state("exact-gradient", 4, exact[3].item(), notes[3].item(), 2 * notes[3].item(), exact[3].item() / 2)
assert not exact[0][:, 3:].any() and exact[0][:, :3].all()
descended = train(scale=2, mask=True)[1]
state("exact-gradient", 4, descended[100], costs[100], descended[999], costs[999])


def slope(of, parameter, h=1e-6):
    result = np.zeros_like(parameter)
    for i in np.ndindex(parameter.shape):
        old = parameter[i]
        parameter[i] = old + h
        above = of()
        parameter[i] = old - h
        below = of()
        parameter[i] = old
        result[i] = (above - below) / (2 * h)
    return result


def descended_by_the_notes():
    z = forward(X, start)[2]
    return np.mean(relu(z) ** 2 / 2 - Y * z)


for parameter, by_cost, by_rule in zip(start, exact, notes):
    assert np.allclose(slope(lambda: cost(forward(X, start)[3], Y), parameter), by_cost, atol=1e-8)
    assert np.allclose(slope(descended_by_the_notes, parameter), by_rule, atol=1e-8)

# The program whose weights W1 go uphill.
faulty = train(uphill=(0,))[1]
state("debug-the-notes", 5, faulty[1], costs[1])
state("debug-the-notes", 3, faulty[100], costs[100], costs[0], faulty[999])

# Yes for targets above one half: tanh, then a sigmoid under the binary cross-entropy.
W1, b1, W2, b2 = initial()
Z1 = X @ W1 + b1
A1 = np.tanh(Z1)
A2 = 1 / (1 + np.exp(-(A1 @ W2 + b2)))
yes = (Y > 0.5).astype(float)
dZ2 = (A2 - yes) / 100
dZ1 = dZ2 @ W2.T * (1 - A1**2)
state("backward-classifier", 4, dZ2.sum(), (A1.T @ dZ2)[0, 0], dZ1.sum(0)[0], (X.T @ dZ1)[0, 0])
state("backward-classifier", 4, (dZ2 * A2 * (1 - A2)).sum())

# Three classes of equal width: relu, then softmax under the cross-entropy.
np.random.seed(42)
W1, W2 = np.random.randn(3, 5), np.random.randn(5, 3)
Z1 = X @ W1
A1 = relu(Z1)
E = np.exp(A1 @ W2)
one_hot = np.eye(3)[np.floor(3 * Y[:, 0]).astype(int)]
dZ2 = (E / E.sum(axis=1, keepdims=True) - one_hot) / 100
dZ1 = dZ2 @ W2.T * (Z1 > 0)
state("backward-softmax", 4, *dZ2.sum(0), (A1.T @ dZ2)[0, 0], dZ1.sum(0)[0], (X.T @ dZ1)[0, 1])

print(json.dumps(figures))
