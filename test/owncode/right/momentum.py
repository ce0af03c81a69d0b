import numpy as np


class Momentum:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = {k: np.zeros_like(p) for k, p in params.items()}
        for k in params:
            self.v[k] = self.momentum * self.v[k] - self.lr * grads[k]
            params[k] += self.v[k]


def loss_and_grads(params, X, y):
    h = np.maximum(0, X @ params["W1"] + params["b1"])
    s = h @ params["W2"] + params["b2"]
    s -= s.max(axis=1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    n = len(y)
    loss = -np.log(p[np.arange(n), y]).sum() / n
    p[np.arange(n), y] -= 1
    p /= n
    dh = p @ params["W2"].T
    dh[h <= 0] = 0
    return loss, {"W1": X.T @ dh, "b1": dh.sum(0), "W2": h.T @ p, "b2": p.sum(0)}


rng = np.random.default_rng(0)
X, y = rng.normal(size=(40, 5)), rng.integers(0, 4, 40)
params = {"W1": rng.normal(size=(5, 9)), "b1": np.zeros(9), "W2": rng.normal(size=(9, 4)), "b2": np.zeros(4)}
opt = Momentum()
for epoch in range(80):
    loss, grads = loss_and_grads(params, X, y)
    opt.update(params, grads)
print(loss)
