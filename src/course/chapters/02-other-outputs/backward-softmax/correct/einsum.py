import numpy as np


def mean_outer(a, d):
    return np.einsum("mi,mj->ij", a, d) / a.shape[0]


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    d2 = A2 - Y
    d1 = np.multiply(np.matmul(d2, W2.transpose()), (Z1 > 0))
    return (
        mean_outer(X, d1),
        np.mean(d1, axis=0, keepdims=True),
        mean_outer(A1, d2),
        np.mean(d2, axis=0, keepdims=True),
    )
