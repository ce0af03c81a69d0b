import numpy as np


def forward(x, params):
    z = np.tanh(x @ params["W1"] + params["b1"])
    r = z + np.tanh(z @ params["W2"] + params["b2"])
    return z, r, r @ params["W3"]


def loss(out, t):
    return np.mean((out - t) ** 2)


def backward(x, t, params):
    z, r, out = forward(x, params)
    g = 2 * (out - t) / out.size
    grads = {"W3": r.T @ g}
    dr = g @ params["W3"].T
    du = dr * (1 - (r - z) ** 2)
    grads["W2"], grads["b2"] = z.T @ du, du.sum(axis=0)
    dz = dr + du @ params["W2"].T
    dv = dz * (1 - z ** 2)
    grads["W1"], grads["b1"] = x.T @ dv, dv.sum(axis=0)
    return grads


r_ = np.random.RandomState(0)
x, t = r_.randn(12, 3), r_.randn(12, 2)
params = {"W1": r_.randn(3, 4), "b1": np.zeros(4), "W2": r_.randn(4, 4), "b2": np.zeros(4), "W3": r_.randn(4, 2)}
for _ in range(50):
    grads = backward(x, t, params)
    for k in grads:
        params[k] = params[k] - 0.1 * grads[k]
print(loss(forward(x, params)[-1], t))
