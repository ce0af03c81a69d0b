import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = Y.shape[0]
    d = A2 - Y
    grads = [np.dot(A1.T, d) / m, np.sum(d, axis=0, keepdims=True) / m]
    d = np.dot(d, W2.T)
    d = d * (d > 0)  # <- derivative-of-wrong-tensor
    grads = [np.dot(X.T, d) / m, np.sum(d, axis=0, keepdims=True) / m] + grads
    return tuple(grads)
