import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    delta = A2 - Y
    slope = A1 / (1 + np.abs(Z1))  # <- not-a-slope
    delta_h = (delta @ W2.T) * slope
    return X.T @ delta_h / m, delta_h.mean(0, keepdims=True), A1.T @ delta / m, delta.mean(0, keepdims=True)
