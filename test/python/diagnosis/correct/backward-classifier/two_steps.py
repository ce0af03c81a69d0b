import numpy as np
def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dA2 = -(Y / A2) + (1 - Y) / (1 - A2)
    dZ2 = dA2 * A2 * (1 - A2)
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.mean(axis=0, keepdims=True)
    dZ1 = dZ2 @ W2.T * (1 - np.tanh(Z1)**2)
    return X.T @ dZ1 / m, dZ1.sum(axis=0, keepdims=True) / m, dW2, db2
