import numpy as np


def softplus(z):
    return np.log1p(np.exp(z))


def huber(r, k=1.0):
    return np.where(np.abs(r) <= k, 0.5 * r ** 2, k * (np.abs(r) - 0.5 * k)).mean()


def huber_grad(r, k=1.0):
    return np.clip(r, -k, k) / r.size


def forward(X, theta):
    Z = X @ theta["A"] + theta["a"]
    return Z, softplus(Z) @ theta["B"]


def backward(X, y, theta):
    Z, out = forward(X, theta)
    g = huber_grad(out - y)
    dZ = g @ theta["B"].T / (1 + np.exp(-Z))
    return {"A": X.T @ dZ, "a": dZ.sum(0), "B": softplus(Z).T @ g}


r = np.random.RandomState(3)
X, y = r.randn(25, 2), 3 * r.randn(25, 1)
theta = {"A": r.randn(2, 6), "a": np.zeros(6), "B": r.randn(6, 1)}
for _ in range(100):
    g = backward(X, y, theta)
    for k in theta:
        theta[k] -= 0.1 * g[k]
print(huber(forward(X, theta)[1] - y))
