import numpy as np


def relu_derivative(x):
    return np.where(x > 0, 1, 0)


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    activations = [X, *As]
    dZ = activations[-1] - Y
    dWs = []
    dbs = []
    for l in range(len(Ws), 0, -1):
        dW = (1 / m) * np.dot(activations[l - 1].T, dZ)
        db = (1 / m) * np.sum(dZ, axis=0, keepdims=True)
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if l > 1:
            dA = np.dot(dZ, Ws[l - 1].T)
            dZ = dA * relu_derivative(Zs[l - 2])
    return dWs, dbs
