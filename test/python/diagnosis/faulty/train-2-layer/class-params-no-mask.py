import numpy as np


class MLP:
    def __init__(self, n, h, o):
        np.random.seed(42)
        self.params = {'W1': np.random.randn(n, h), 'b1': np.zeros((1, h))}
        self.params['W2'] = np.random.randn(h, o)
        self.params['b2'] = np.zeros((1, o))

    def forward(self, X):
        p = self.params
        self.Z1 = X @ p['W1'] + p['b1']
        self.A1 = np.maximum(0, self.Z1)
        self.Z2 = self.A1 @ p['W2'] + p['b2']
        self.A2 = np.maximum(0, self.Z2)
        return self.A2

    def backward(self, X, Y):
        m = X.shape[0]
        dZ2 = self.A2 - Y
        dZ1 = dZ2 @ self.params['W2'].T  # <- missing-activation-derivative
        self.grads = {
            'W2': self.A1.T @ dZ2 / m, 'b2': dZ2.sum(0, keepdims=True) / m,
            'W1': X.T @ dZ1 / m, 'b1': dZ1.sum(0, keepdims=True) / m,
        }


def train(X, Y, learning_rate, iterations):
    net = MLP(X.shape[1], 5, Y.shape[1])
    costs = []
    for _ in range(iterations):
        A2 = net.forward(X)
        costs.append(np.sum((A2 - Y) ** 2) / X.shape[0])
        net.backward(X, Y)
        for k in net.params:
            net.params[k] -= learning_rate * net.grads[k]
    p = net.params
    return p['W1'], p['b1'], p['W2'], p['b2'], costs
