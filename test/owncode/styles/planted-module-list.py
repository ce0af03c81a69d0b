import numpy as np

np.random.seed(7)


class Linear:
    def __init__(self, n_in, n_out):
        self.w = np.random.randn(n_in, n_out) / np.sqrt(n_in)
        self.b = np.zeros((1, n_out))

    def forward(self, x):
        self.x = x
        return x @ self.w + self.b

    def backward(self, grad):
        self.dw = self.x.T @ grad
        self.db = np.sum(grad, axis=0, keepdims=True)
        return grad @ self.w.T


class Sigmoid:
    def forward(self, x):
        self.y = 1.0 / (1.0 + np.exp(-x))
        return self.y

    def backward(self, grad):
        return grad * self.y * (1.0 - self.y)


class LeakyRelu:
    def forward(self, x):
        self.mask = np.where(x > 0, 1.0, 0.1)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


class MSE:
    def forward(self, pred, target):
        self.diff = pred - target
        return np.mean(self.diff ** 2)

    def backward(self):
        return 2 * self.diff / self.diff.size


layers = [Linear(3, 6), LeakyRelu(), Linear(6, 4), Sigmoid(), Linear(4, 2)]
criterion = MSE()


def run(x, t):
    for layer in layers:
        x = layer.forward(x)
    loss = criterion.forward(x, t)
    grad = criterion.backward()
    for layer in reversed(layers):
        grad = layer.backward(grad)
    return loss


x = np.random.randn(20, 3)
t = np.stack([np.sin(x[:, 0]), x[:, 1] * x[:, 2]], axis=1)
for epoch in range(30):
    loss = run(x, t)
    for layer in layers:
        if isinstance(layer, Linear):
            layer.w -= 0.05 * layer.dw
            layer.b -= 0.05 * layer.db
print(loss)
