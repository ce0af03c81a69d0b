import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    # gradiente de la salida
    m = Y.shape[0]
    dZ2 = np.abs(A2 - Y)  # <- missing-delta | wrong-sign
    dW2 = (A1.T @ dZ2) / m
    db2 = dZ2.mean(axis=0).reshape(1, -1)
    # gradiente de la capa oculta
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0).astype(int)
    dW1 = (X.T @ dZ1) / m
    db1 = dZ1.mean(axis=0).reshape(1, -1)
    return dW1, db1, dW2, db2
