import numpy as np


def relu_slope(a):
    return np.where(a > 0, 1.0, 0.2)  # <- wrong-slope | not-a-slope


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    params = {'W': [np.random.randn(X.shape[1], 5)], 'b': [np.zeros((1, 5))]}
    params['W'].append(np.random.randn(5, Y.shape[1]))
    params['b'].append(np.zeros((1, Y.shape[1])))
    costs = []
    for _ in range(iterations):
        acts = [X]
        for W, b in zip(params['W'], params['b']):
            acts.append(np.maximum(acts[-1] @ W + b, 0))
        delta = acts[-1] - Y
        costs.append(np.sum(delta ** 2) / len(Y))
        grads = []
        for l in (1, 0):
            grads.append((acts[l].T @ delta / len(Y), delta.mean(0, keepdims=True)))
            if l:
                delta = delta @ params['W'][l].T * relu_slope(acts[l])
        for l, (gW, gb) in zip((1, 0), grads):
            params['W'][l] = params['W'][l] - learning_rate * gW
            params['b'][l] = params['b'][l] - learning_rate * gb
    return params['W'][0], params['b'][0], params['W'][1], params['b'][1], costs
