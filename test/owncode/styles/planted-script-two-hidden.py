import numpy as np

rng = np.random.RandomState(5)
X = rng.rand(25, 4)
T = (X[:, :1] + X[:, 1:2] > 1).astype(float)
m = len(X)

w1, c1 = rng.randn(4, 6) * 0.5, np.zeros(6)
w2, c2 = rng.randn(6, 5) * 0.5, np.zeros(5)
w3, c3 = rng.randn(5, 1) * 0.5, np.zeros(1)


def sig(v):
    return 1 / (1 + np.exp(-v))


for epoch in range(40):
    h1 = sig(X @ w1 + c1)
    h2 = np.tanh(h1 @ w2 + c2)
    out = sig(h2 @ w3 + c3)
    loss = -np.sum(T * np.log(out) + (1 - T) * np.log(1 - out)) / m

    e3 = (out - T) / m
    e2 = (e3 @ w3.T) * (1 - h2 ** 2)
    e1 = (e2 @ w2.T) * h1 * (1 - h1)

    gw3, gc3 = h2.T @ e3, e3.sum(axis=0)
    gw2, gc2 = h1.T @ e2, e2.sum(axis=0)
    gw1 = X.T @ e1
    gc1 = e1.sum(axis=0)

    w1 -= 0.5 * gw1
    c1 -= 0.5 * gc1
    w2 -= 0.5 * gw2
    c2 -= 0.5 * gc2
    w3 -= 0.5 * gw3
    c3 -= 0.5 * gc3
print(loss)
