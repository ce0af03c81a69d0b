import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    relu = lambda z: np.maximum(z, 0)
    Z1 = np.einsum("ij,jk->ik", X, W1)  # <- missing-bias
    A1 = relu(Z1)
    Z2 = np.einsum("ij,jk->ik", A1, W2)
    A2 = relu(Z2)
    return Z1, A1, Z2, A2
