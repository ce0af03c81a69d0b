import numpy as np


class Perceptron2:
    def __init__(self, n_input, n_hidden, n_output, rng):
        self.W1 = rng.normal(0, 1, (n_input, n_hidden))
        self.b1 = np.zeros(n_hidden)
        self.W2 = rng.normal(0, 1, (n_hidden, n_output))
        self.b2 = np.zeros(n_output)

    def forward(self, X):
        self.Z1 = X @ self.W1 + self.b1
        self.A1 = np.tanh(self.Z1)
        self.Z2 = self.A1 @ self.W2 + self.b2
        return self.Z2

    def train_step(self, X, y, lr):
        m = X.shape[0]
        pred = self.forward(X)
        error = pred - y
        loss = np.mean(error ** 2)

        grad_out = 2 * error / error.size
        grad_hidden = grad_out @ self.W2.T * (1 - self.A1 ** 2)
        self.W2 -= lr * self.A1.T @ grad_out
        self.b2 -= lr * grad_out.sum(axis=0)
        self.W1 -= lr * X.T @ grad_hidden
        self.b1 -= lr * grad_hidden.sum(axis=0)
        return loss


rng = np.random.default_rng(42)
X = rng.uniform(-2, 2, (80, 2))
y = np.sin(X[:, :1]) + 0.5 * X[:, 1:] ** 2
net = Perceptron2(2, 10, 1, rng)
for epoch in range(200):
    loss = net.train_step(X, y, lr=0.05)
    if epoch % 50 == 0:
        print(epoch, loss)
