import numpy as np


def init(sizes):
    np.random.seed(42)
    params = {}
    for l in range(1, len(sizes)):
        params["W" + str(l)] = np.random.randn(sizes[l - 1], sizes[l])
        params["b" + str(l)] = np.zeros((1, sizes[l]))
    return params


def forward(X, params):
    cache = {"A0": X}
    for l in (1, 2):
        cache[f"Z{l}"] = cache[f"A{l - 1}"] @ params[f"W{l}"] + params[f"b{l}"]
        cache[f"A{l}"] = np.maximum(0, cache[f"Z{l}"])
    return cache


def backward(Y, cache, params):
    m, grads = Y.shape[0], {}
    dZ = cache["A2"] - Y
    for l in (2, 1):
        grads[f"W{l}"] = cache[f"A{l - 1}"].T @ dZ / m
        grads[f"b{l}"] = dZ.sum(keepdims=True) / m  # <- summed-everything
        if l > 1:
            dA = dZ @ params[f"W{l}"].T
            dZ = dA * (cache[f"Z{l - 1}"] > 0)
    return grads


def train(X, Y, learning_rate, iterations):
    params = init([X.shape[1], 5, Y.shape[1]])
    costs = []
    for i in range(iterations):
        cache = forward(X, params)
        costs.append(np.sum((cache["A2"] - Y) ** 2) / Y.shape[0])
        grads = backward(Y, cache, params)
        for key in params:
            params[key] = params[key] - learning_rate * grads[key]
    return params["W1"], params["b1"], params["W2"], params["b2"], costs
