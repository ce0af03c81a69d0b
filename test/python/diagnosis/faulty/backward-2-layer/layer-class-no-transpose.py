import numpy as np


class Dense:
    def __init__(self, W):
        self.W = W

    def backward(self, grad, x):
        self.dW = x.T.dot(grad) / x.shape[0]
        self.db = grad.mean(axis=0, keepdims=True)
        return grad.dot(self.W)  # <- operand-order | transposed | error:exception


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    l1, l2 = Dense(W1), Dense(W2)
    g = l2.backward(A2 - Y, A1)
    g = g * (Z1 > 0)
    l1.backward(g, X)
    return l1.dW, l1.db, l2.dW, l2.db
