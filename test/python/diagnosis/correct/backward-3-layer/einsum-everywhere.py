import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = Y.shape[0]
    d3 = A3 - Y
    d2 = np.einsum("mk,jk,mj->mj", d3, W3, np.heaviside(Z2, 0))
    d1 = np.einsum("mk,jk,mj->mj", d2, W2, np.heaviside(Z1, 0))
    weight = lambda a, d: np.einsum("mi,mj->ij", a, d) / m
    bias = lambda d: np.einsum("mj->j", d)[None] / m
    return weight(X, d1), bias(d1), weight(A1, d2), bias(d2), weight(A2, d3), bias(d3)
