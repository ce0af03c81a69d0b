import numpy as np


def forward(X, p):
    cache = {"X": X}
    cache["H"] = np.maximum(0, X @ p["W1"] + p["b1"])
    s = cache["H"] @ p["W2"] + p["b2"]
    e = np.exp(s - s.max(axis=1, keepdims=True))
    cache["P"] = e / e.sum(axis=1, keepdims=True)
    return cache["P"], cache


def loss(P, y):
    return -np.mean(np.log(P[np.arange(len(y)), y]))


def backward(p, cache, y):
    P = cache["P"]
    P[np.arange(len(y)), y] -= 1
    P /= len(y)
    g = {"W2": cache["H"].T @ P, "b2": P.sum(0)}
    dH = P @ p["W2"].T
    dH *= cache["H"] > 0
    g["W1"], g["b1"] = cache["X"].T @ dH, dH.sum(0)
    return g


r = np.random.default_rng(1)
X, y = r.normal(size=(20, 3)), r.integers(0, 4, 20)
p = dict(W1=r.normal(size=(3, 7)), b1=np.zeros(7), W2=r.normal(size=(7, 4)), b2=np.zeros(4))
for i in range(40):
    P, cache = forward(X, p)
    if i % 10 == 0:
        print(loss(P, y))
    g = backward(p, cache, y)
    for k in p:
        p[k] -= 0.2 * g[k]
