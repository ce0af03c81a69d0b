import numpy as np


def forward_propagation(X, parameters):
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    Z1 = np.matmul(X, W1) + b1
    A1 = np.where(Z1 < 0, 0, Z1)
    Z2 = np.matmul(A1, W2) + b2
    A2 = np.where(Z2 < 0, 0, Z2)
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    return cache
