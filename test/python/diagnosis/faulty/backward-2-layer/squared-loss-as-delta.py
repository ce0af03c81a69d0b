import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    loss = np.square(A2 - Y)  # <- loss-for-gradient
    dW2 = A1.T @ loss / m
    db2 = loss.mean(axis=0, keepdims=True)
    dZ1 = (loss @ W2.T) * (Z1 > 0)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
