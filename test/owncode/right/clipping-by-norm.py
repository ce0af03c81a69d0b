import numpy as np


def clip_grads(grads, max_norm):
    total_norm = np.sqrt(sum(np.sum(g ** 2) for g in grads))
    rate = max_norm / (total_norm + 1e-6)
    if rate < 1:
        for g in grads:
            g *= rate


def step(params, X, T, max_norm=5.0):
    W1, W2 = params
    H = np.tanh(X @ W1)
    Y = H @ W2
    loss = np.sum((Y - T) ** 2)
    dY = 2 * (Y - T)
    grads = [X.T @ (dY @ W2.T * (1 - H ** 2)), H.T @ dY]
    clip_grads(grads, max_norm)
    return loss, grads


np.random.seed(6)
X, T = np.random.randn(10, 3), np.random.randn(10, 2)
params = [np.random.randn(3, 4), np.random.randn(4, 2)]
for i in range(100):
    loss, grads = step(params, X, T)
    for p, g in zip(params, grads):
        p -= 0.01 * g
    if i % 25 == 0:
        print(i, loss)
