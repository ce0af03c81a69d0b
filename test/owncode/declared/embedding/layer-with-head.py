import numpy as np


class Embedding:
    def __init__(self, n_tokens, dim, rng):
        self.weight = rng.normal(size=(n_tokens, dim))

    def forward(self, tokens):
        self.tokens = tokens
        return self.weight[tokens]

    def backward(self, grad):
        self.grad = np.zeros_like(self.weight)
        for row, line in zip(self.tokens, grad):
            for token, g in zip(row, line):
                self.grad[token] += g


class Head:
    def __init__(self, dim, rng):
        self.weight = rng.normal(size=(dim,))
        self.bias = np.zeros(1)

    def forward(self, x):
        self.x = x
        return x @ self.weight + self.bias[0]

    def backward(self, grad):
        self.grad_weight = np.einsum("bt,btd->d", grad, self.x)
        self.grad_bias = np.array([grad.sum()])
        return grad[..., None] * self.weight
