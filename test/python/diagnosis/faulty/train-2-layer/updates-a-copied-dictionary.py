import numpy as np


def update(params, grads, rate):
    for key in params:
        params[key] = params[key] - rate * grads[key]
    return params


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    p = {'W1': np.random.randn(X.shape[1], 5), 'b1': np.zeros((1, 5)),
         'W2': np.random.randn(5, Y.shape[1]), 'b2': np.zeros((1, Y.shape[1]))}
    costs, m = [], len(X)
    for _ in range(iterations):
        Z1 = X @ p['W1'] + p['b1']
        A1 = np.maximum(Z1, 0)
        A2 = np.maximum(A1 @ p['W2'] + p['b2'], 0)
        costs.append(np.sum((A2 - Y) ** 2) / m)
        d2 = A2 - Y
        d1 = d2 @ p['W2'].T * (Z1 > 0)
        g = {'W1': X.T @ d1 / m, 'b1': d1.mean(0, keepdims=True), 'W2': A1.T @ d2 / m, 'b2': d2.mean(0, keepdims=True)}
        update(dict(p), g, learning_rate)  # <- not-updated
    return p['W1'], p['b1'], p['W2'], p['b2'], costs  # <- not-updated (or)
