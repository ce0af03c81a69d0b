import numpy as np

def slope(z):
    out = np.full(z.shape, 0.01)
    out[z > 0] = 1  # <- not-a-slope | wrong-slope
    return out  # <- not-a-slope (or)

def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    d3 = A3 - Y
    dW3 = A2.T @ d3 / m
    db3 = d3.sum(0, keepdims=True) / m
    d2 = d3 @ W3.T
    d2 *= slope(Z2)
    dW2 = A1.T @ d2 / m
    db2 = d2.sum(0, keepdims=True) / m
    d1 = d2 @ W2.T
    d1 *= slope(Z1)
    dW1 = X.T @ d1 / m
    db1 = d1.sum(0, keepdims=True) / m
    return dW1, db1, dW2, db2, dW3, db3
