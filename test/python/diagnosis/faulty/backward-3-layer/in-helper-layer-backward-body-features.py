import numpy as np

def layer_backward(d, a_prev, w):
    n = a_prev.shape[1]
    dw = a_prev.T @ d / n  # <- wrong-mean
    db = np.sum(d, 0, keepdims=True) / d.shape[0]
    return dw, db, d @ w.T

def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    d = A3 - Y
    dW3, db3, d = layer_backward(d, A2, W3)
    d = d * (Z2 > 0)
    dW2, db2, d = layer_backward(d, A1, W2)
    d = d * (Z1 > 0)
    dW1, db1, _ = layer_backward(d, X, W1)
    return dW1, db1, dW2, db2, dW3, db3
