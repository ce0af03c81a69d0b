import numpy as np

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    one = np.ones((m, 1))
    dZ2 = A2 - Y
    ext = np.hstack([A1, one])
    G2 = ext.T @ dZ2 / m
    dZ1 = (dZ2 @ W2.T) * (Z1 >= 0)
    G1 = np.hstack([X, one]).T @ dZ1 / m
    return G1[:-1], G1[-1:], G2[:-1], G2[-1:]
