import numpy as np


class Layer:
    def forward(self, x):
        raise NotImplementedError

    def backward(self, grad):
        raise NotImplementedError

    def parameters(self):
        return []


class Dense(Layer):
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out) * np.sqrt(2.0 / n_in)
        self.b = np.zeros((1, n_out))
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW[...] = self.x.T @ grad
        self.db[...] = grad.sum(axis=0, keepdims=True)
        return grad @ self.W.T

    def parameters(self):
        return [(self.W, self.dW), (self.b, self.db)]


class ELU(Layer):
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def forward(self, x):
        self.x = x
        return np.where(x > 0, x, self.alpha * (np.exp(x) - 1))

    def backward(self, grad):
        return grad * np.where(self.x > 0, 1.0, self.alpha * np.exp(self.x))


class CrossEntropy:
    def __call__(self, logits, labels):
        z = logits - logits.max(axis=1, keepdims=True)
        self.p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        self.labels = labels
        return -np.log(self.p[np.arange(len(labels)), labels]).mean()

    def grad(self):
        g = self.p.copy()
        g[np.arange(len(self.labels)), self.labels] -= 1
        return g / len(self.labels)


class Model:
    def __init__(self, layers, loss):
        self.layers, self.loss = layers, loss

    def fit(self, x, y, epochs=20, lr=0.1, batch_size=16):
        history = []
        for epoch in range(epochs):
            order = np.random.permutation(len(x))
            for i in range(0, len(x), batch_size):
                bx, by = x[order[i:i + batch_size]], y[order[i:i + batch_size]]
                out = bx
                for layer in self.layers:
                    out = layer.forward(out)
                value = self.loss(out, by)
                grad = self.loss.grad()
                for layer in reversed(self.layers):
                    grad = layer.backward(grad)
                for layer in self.layers:
                    for p, g in layer.parameters():
                        p -= lr * g
            history.append(value)
        return history


np.random.seed(7)
x = np.random.randn(64, 5)
y = (x[:, 0] > 0).astype(int) + (x[:, 1] > 0.5).astype(int)
model = Model([Dense(5, 8), ELU(), Dense(8, 3)], CrossEntropy())
print(model.fit(x, y)[-1])
