import numpy as np


def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))


def sigmoid_prime(x):
    return sigmoid(x) * (1 - sigmoid(x))


def hidden_gradients(X, Z1, dZ2, W2):
    batch = X.shape[0]
    back = np.dot(dZ2, W2.T)
    delta = back * sigmoid_prime(np.maximum(Z1, 0))  # <- wrong-slope
    return back, delta, X.T.dot(delta) / batch, delta.sum(axis=0).reshape(1, -1) / batch
