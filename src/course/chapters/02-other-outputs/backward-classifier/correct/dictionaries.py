import numpy as np


def backward_propagation(X, Y, cache, params):
    Z1, A1, A2 = cache["Z1"], cache["A1"], cache["A2"]
    m = Y.shape[0]
    dZ2 = A2 - Y
    dZ1 = np.dot(dZ2, params["W2"].T) * (1 - A1 ** 2)
    return {
        "dW1": np.dot(X.T, dZ1) / m,
        "db1": np.sum(dZ1, axis=0, keepdims=True) / m,
        "dW2": np.dot(A1.T, dZ2) / m,
        "db2": np.sum(dZ2, axis=0, keepdims=True) / m,
    }
