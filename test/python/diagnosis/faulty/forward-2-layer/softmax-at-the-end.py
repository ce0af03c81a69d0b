import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = X.dot(W1) + b1
    A1 = np.maximum(0, Z1)
    Z2 = A1.dot(W2) + b2
    A2 = softmax(Z2)  # <- wrong-activation
    return Z1, A1, Z2, A2
