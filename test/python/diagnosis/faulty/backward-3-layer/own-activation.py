import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dW3 = np.einsum("mi,mo->io", A2, dZ3) / m
    db3 = dZ3.mean(axis=0, keepdims=True)
    dZ2 = np.einsum("mo,ho->mh", dZ3, W3) * (Z2 > 0)
    dW2 = np.einsum("mi,mo->io", A2, dZ2) / m  # <- wrong-layer-input
    db2 = dZ2.mean(axis=0, keepdims=True)
    dZ1 = np.einsum("mo,ho->mh", dZ2, W2) * (Z1 > 0)
    dW1 = np.einsum("mi,mo->io", X, dZ1) / m
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2, dW3, db3
