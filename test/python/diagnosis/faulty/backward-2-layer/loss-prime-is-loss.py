import numpy as np


def mse(y_true, y_pred):
    return np.mean(np.power(y_true - y_pred, 2))


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    error = mse(Y, A2)
    d2 = error * np.ones(A2.shape)  # <- loss-for-gradient
    d1 = d2.dot(W2.T)
    d1[Z1 <= 0] = 0
    return X.T.dot(d1) / m, d1.sum(0)[np.newaxis] / m, A1.T.dot(d2) / m, d2.sum(0)[np.newaxis] / m
