import numpy as np

def deriv(x):
    s = 1 / (1 + np.exp(-x))
    return s * (1 - s)  # <- wrong-slope | not-a-slope

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = A1.T.dot(dZ2) / m
    db2 = np.mean(dZ2, axis=0, keepdims=True)
    dZ1 = dZ2.dot(W2.T) * deriv(Z1)
    dW1 = X.T.dot(dZ1) / m
    db1 = np.mean(dZ1, axis=0, keepdims=True)
    return dW1, db1, dW2, db2
