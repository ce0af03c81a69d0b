import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    e = 2 * (A2 - Y) / m
    back = np.einsum("no,ho->nh", e, W2) * (Z1 > 0)
    dW1 = np.einsum("ni,nh->hi", X, back)  # <- transposed
    dW2 = np.einsum("nh,no->ho", A1, e)
    return dW1, back.sum(0)[None], dW2, e.sum(0)[None]
