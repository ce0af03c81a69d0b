import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    deltas = [A3 - Y]
    for W in (W3, W2):
        deltas.append(deltas[-1] @ W.T)  # <- missing-activation-derivative
    dZ3, dZ2, dZ1 = deltas
    dW = [a.T @ d / m for a, d in zip((X, A1, A2), (dZ1, dZ2, dZ3))]
    db = [np.mean(d, axis=0, keepdims=True) for d in (dZ1, dZ2, dZ3)]
    return dW[0], db[0], dW[1], db[1], dW[2], db[2]
