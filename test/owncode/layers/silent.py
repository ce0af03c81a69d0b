import numpy as np


class Momentum:
    def __init__(self, lr):
        self.lr = lr

    def step(self, params, grads):
        for p, g in zip(params, grads):
            p -= self.lr * g

    def zero_grad(self):
        pass


class NoOneKnows:
    def forward(self, out):
        self.o = out
        return 1 / (1 + np.exp(-out))

    def backward(self, out):
        return self.o * out


class Perceptron:
    def __init__(self, n_inputs, lr=0.1):
        self.w = np.zeros(n_inputs)
        self.lr = lr

    def forward(self, x):
        return np.dot(x, self.w)

    def backward(self, error):
        self.w += self.lr * error


class CrossEntropyOfScores:
    def forward(self, y_pred, y_true):
        return -np.sum(y_true * np.log(y_pred)) / len(y_pred)

    def backward(self, y_pred, y_true):
        return (y_pred - y_true) / len(y_pred)


class SoftmaxHandsOn:
    def forward(self, x):
        e = np.exp(x - x.max(1, keepdims=True))
        self.out = e / e.sum(1, keepdims=True)
        return self.out

    def backward(self, grad):
        return grad
