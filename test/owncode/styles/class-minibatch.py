import numpy as np


class MLP(object):
    def __init__(self, sizes, seed=42):
        rng = np.random.default_rng(seed)
        self.num_layers = len(sizes)
        self.weights = [rng.normal(0, 1 / np.sqrt(a), (a, b)) for a, b in zip(sizes[:-1], sizes[1:])]
        self.biases = [np.zeros(b) for b in sizes[1:]]

    @staticmethod
    def _softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def _forward(self, X):
        self.activations = [X]
        for i, (w, b) in enumerate(zip(self.weights, self.biases)):
            z = self.activations[-1] @ w + b
            last = i == len(self.weights) - 1
            self.activations.append(self._softmax(z) if last else np.maximum(z, 0))
        return self.activations[-1]

    def _backward(self, y_onehot):
        m = y_onehot.shape[0]
        grads_w, grads_b = [None] * len(self.weights), [None] * len(self.biases)
        delta = (self.activations[-1] - y_onehot) / m
        for i in reversed(range(len(self.weights))):
            grads_w[i] = self.activations[i].T @ delta
            grads_b[i] = delta.sum(axis=0)
            if i > 0:
                delta = (delta @ self.weights[i].T) * (self.activations[i] > 0)
        return grads_w, grads_b

    def loss(self, X, y_onehot):
        p = self._forward(X)
        return -np.mean(np.sum(y_onehot * np.log(p + 1e-12), axis=1))

    def fit(self, X, y, epochs=20, batch_size=16, lr=0.1):
        Y = np.eye(self.weights[-1].shape[1])[y]
        for epoch in range(epochs):
            order = np.random.permutation(len(X))
            for start in range(0, len(X), batch_size):
                batch = order[start:start + batch_size]
                self._forward(X[batch])
                gw, gb = self._backward(Y[batch])
                for i in range(len(self.weights)):
                    self.weights[i] -= lr * gw[i]
                    self.biases[i] -= lr * gb[i]
        return self


rng = np.random.default_rng(0)
X = rng.normal(size=(64, 4))
y = (X[:, 0] > 0).astype(int) + (X[:, 1] > 0)
net = MLP([4, 8, 6, 3]).fit(X, y)
print(net.loss(X, np.eye(3)[y]))
