import numpy as np


class Backprop:
    def __init__(self, X, Y, Z1, A1, Z2, A2, W1, W2):
        self.__dict__.update(locals())

    def output(self):
        self.d2 = self.Y - self.A2  # <- wrong-sign

    def hidden(self):
        self.d1 = (self.d2 @ self.W2.T) * (self.Z1 > 0)

    def grads(self):
        m = len(self.X)
        self.output()
        self.hidden()
        return (self.X.T @ self.d1 / m, self.d1.mean(0, keepdims=True),
                self.A1.T @ self.d2 / m, self.d2.mean(0, keepdims=True))


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    return Backprop(X, Y, Z1, A1, Z2, A2, W1, W2).grads()
