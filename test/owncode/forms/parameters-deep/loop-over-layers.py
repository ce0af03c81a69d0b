import numpy as np


def relu(z):
    return np.maximum(0., z)


def relu_prime(z):
    return (z > 0).astype(float)


def softmax(z):
    t = np.exp(z - z.max(axis=0))
    return t / t.sum(axis=0)


def init_network(sizes, seed=0):
    rng = np.random.default_rng(seed)
    params = {}
    for l in range(1, len(sizes)):
        params[f"W{l}"] = rng.normal(size=(sizes[l], sizes[l - 1])) * np.sqrt(2 / sizes[l - 1])
        params[f"b{l}"] = np.zeros((sizes[l], 1))
    return params


def forward(X, params):
    L = len(params) // 2
    cache = {"A0": X}
    for l in range(1, L + 1):
        cache[f"Z{l}"] = params[f"W{l}"] @ cache[f"A{l-1}"] + params[f"b{l}"]
        cache[f"A{l}"] = softmax(cache[f"Z{l}"]) if l == L else relu(cache[f"Z{l}"])
    return cache[f"A{L}"], cache


def compute_loss(AL, Y, params, lambd):
    m = Y.shape[1]
    ce = -np.sum(Y * np.log(AL)) / m
    l2 = sum(np.sum(params[k] ** 2) for k in params if k.startswith("W"))
    return ce + lambd / (2 * m) * l2


def backward(params, cache, Y, lambd):
    L = len(params) // 2
    m = Y.shape[1]
    grads = {}
    dZ = cache[f"A{L}"] - Y
    for l in range(L, 0, -1):
        grads[f"dW{l}"] = dZ @ cache[f"A{l-1}"].T / m + lambd / m * params[f"W{l}"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = params[f"W{l}"].T @ dZ
            dZ = dA * relu_prime(cache[f"Z{l-1}"])
    return grads


def train(X, Y, sizes, lambd=0.7, lr=0.1, epochs=60):
    params = init_network(sizes)
    for epoch in range(epochs):
        AL, cache = forward(X, params)
        loss = compute_loss(AL, Y, params, lambd)
        grads = backward(params, cache, Y, lambd)
        for l in range(1, len(sizes)):
            params[f"W{l}"] -= lr * grads[f"dW{l}"]
            params[f"b{l}"] -= lr * grads[f"db{l}"]
        if epoch % 20 == 0:
            print(f"epoch {epoch}: {loss:.4f}")
    return params


rng = np.random.default_rng(1)
X = rng.normal(size=(6, 25))
labels = rng.integers(0, 3, 25)
Y = np.eye(3)[labels].T
params = train(X, Y, [6, 8, 5, 3])
