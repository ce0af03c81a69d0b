import numpy as np

def step(v):
    out = np.zeros_like(v)
    out[v > 0] = 1
    return out

def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dA2 = dZ3 @ W3.T
    dZ2 = dA2 * step(dA2)  # <- derivative-of-wrong-tensor
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * step(A1)
    gW = [A2.T @ dZ3 / m, A1.T @ dZ2 / m, X.T @ dZ1 / m]
    gb = [dZ3.mean(0, keepdims=True), dZ2.mean(0, keepdims=True), dZ1.mean(0, keepdims=True)]
    return gW[2], gb[2], gW[1], gb[1], gW[0], gb[0]
