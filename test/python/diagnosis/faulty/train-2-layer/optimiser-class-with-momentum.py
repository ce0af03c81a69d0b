import numpy as np


class Momentum:
    def __init__(self, lr, beta=0.8):
        self.lr, self.beta, self.v = lr, beta, {}

    def update(self, params, grads):
        for k in params:
            self.v[k] = self.beta * self.v.get(k, 0) + (1 - self.beta) * grads[k]  # <- wrong-update
            params[k] = params[k] - self.lr * self.v[k]  # <- wrong-update (or)


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    p = {'W1': np.random.randn(X.shape[1], 5), 'b1': np.zeros((1, 5))}
    p['W2'] = np.random.randn(5, Y.shape[1])
    p['b2'] = np.zeros((1, Y.shape[1]))
    opt, costs, m = Momentum(learning_rate), [], len(X)
    for _ in range(iterations):
        Z1 = X @ p['W1'] + p['b1']
        A1 = np.maximum(0, Z1)
        Z2 = A1 @ p['W2'] + p['b2']
        A2 = np.maximum(0, Z2)
        costs.append(np.sum((A2 - Y) ** 2) / m)
        d2 = A2 - Y
        d1 = d2 @ p['W2'].T * (Z1 > 0)
        g = {'W1': X.T @ d1 / m, 'b1': d1.mean(0, keepdims=True), 'W2': A1.T @ d2 / m, 'b2': d2.mean(0, keepdims=True)}
        opt.update(p, g)
    return p['W1'], p['b1'], p['W2'], p['b2'], costs
