import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = Y.shape[0]
    delta2 = 2.0 * (A2 - Y) / m
    delta1 = np.dot(delta2, W2) * (Z1 > 0)  # <- operand-order
    return (
        np.dot(X.T, delta1),
        np.sum(delta1, axis=0, keepdims=True),
        np.dot(A1.T, delta2),
        np.sum(delta2, axis=0, keepdims=True),
    )
