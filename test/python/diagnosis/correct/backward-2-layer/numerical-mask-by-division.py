import numpy as np


def step(z: np.ndarray, threshold: float = 0.0) -> np.ndarray:
    """1 where z is above the threshold."""
    out = np.zeros(z.shape)
    out[z > threshold] = 1
    return out


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = float(X.shape[0])
    dZ2 = np.subtract(A2, Y)
    dW2 = np.divide(np.dot(np.transpose(A1), dZ2), m)
    db2 = np.divide(np.ones((1, len(X))) @ dZ2, m)
    dA1 = np.tensordot(dZ2, W2, axes=([1], [1]))
    dZ1 = np.multiply(dA1, step(Z1))
    dW1 = np.divide(np.dot(np.transpose(X), dZ1), m)
    db1 = np.divide(np.ones((1, len(X))) @ dZ1, m)
    return dW1, db1, dW2, db2
