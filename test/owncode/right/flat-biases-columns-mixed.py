import numpy as np


def init(n, h, k):
    r = np.random.RandomState(0)
    return r.randn(n, h), np.zeros((h,)), r.randn(h, k), np.zeros((k,))


def forward(X, w1, b1, w2, b2):
    a1 = np.maximum(X @ w1 + b1, 0)
    return a1, a1 @ w2 + b2


def compute_loss(out, Y):
    return np.square(out - Y).mean()


def backprop(X, Y, a1, out, w2):
    g = 2 * (out - Y) / out.size
    dw2 = a1.T @ g
    db2 = g.sum(axis=0)
    ga = g @ w2.T
    ga[a1 == 0] = 0
    return X.T @ ga, ga.sum(axis=0), dw2, db2


X = np.random.RandomState(1).randn(20, 3)
Y = np.random.RandomState(2).randn(20, 2)
w1, b1, w2, b2 = init(3, 6, 2)
for epoch in range(100):
    a1, out = forward(X, w1, b1, w2, b2)
    dw1, db1, dw2, db2 = backprop(X, Y, a1, out, w2)
    w1 -= .1 * dw1; b1 -= .1 * db1; w2 -= .1 * dw2; b2 -= .1 * db2
    if not epoch % 25: print(compute_loss(out, Y))
