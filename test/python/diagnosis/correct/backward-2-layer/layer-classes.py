import numpy as np


class Affine:
    def __init__(self, W, x):
        self.W, self.x = W, x

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0, keepdims=True)
        return np.dot(dout, self.W.T)


class Relu:
    def __init__(self, z):
        self.mask = z <= 0

    def backward(self, dout):
        dout = dout.copy()
        dout[self.mask] = 0
        return dout


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    batch_size = Y.shape[0]
    first, act, second = Affine(W1, X), Relu(Z1), Affine(W2, A1)
    dout = (A2 - Y) / batch_size
    for layer in (second, act, first):
        dout = layer.backward(dout)
    return first.dW, first.db, second.dW, second.db
