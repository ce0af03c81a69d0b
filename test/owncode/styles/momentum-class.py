import numpy as np


class TwoLayer:
    def __init__(self, d, h, c, std=0.1):
        self.W1 = std * np.random.randn(d, h)
        self.b1 = np.zeros((1, h))
        self.W2 = std * np.random.randn(h, c)
        self.b2 = np.zeros((1, c))
        self.velocity = {k: 0 for k in ('W1', 'b1', 'W2', 'b2')}

    def forward(self, X):
        self.X = X
        self.hidden = 1 / (1 + np.exp(-(X @ self.W1 + self.b1)))
        return self.hidden @ self.W2 + self.b2

    def backward(self, scores, T):
        delta = (scores - T) / len(T)
        dW2 = self.hidden.T @ delta
        db2 = delta.sum(0, keepdims=True)
        back = delta @ self.W2.T * self.hidden * (1 - self.hidden)
        return {'W1': self.X.T @ back, 'b1': back.sum(0, keepdims=True), 'W2': dW2, 'b2': db2}

    def train_step(self, X, T, lr=0.1, mu=0.9):
        scores = self.forward(X)
        cost = 0.5 * np.sum((scores - T) ** 2) / len(T)
        grads = self.backward(scores, T)
        for key, grad in grads.items():
            self.velocity[key] = mu * self.velocity[key] - lr * grad
            setattr(self, key, getattr(self, key) + self.velocity[key])
        return cost


np.random.seed(3)
X = np.random.randn(30, 3)
T = np.c_[np.sin(X[:, 0]), X[:, 1] * X[:, 2]]
net = TwoLayer(3, 8, 2)
costs = [net.train_step(X, T) for _ in range(40)]
print(costs[0], costs[-1])
