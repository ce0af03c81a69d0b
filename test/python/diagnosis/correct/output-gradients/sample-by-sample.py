import numpy as np


def output_gradients(A1, A2, Y):
    m, outputs = Y.shape
    dZ2 = np.empty_like(A2)
    dW2 = np.zeros((A1.shape[1], outputs))
    db2 = np.zeros((1, outputs))
    for i, (a, p, y) in enumerate(zip(A1, A2, Y)):
        dZ2[i] = p - y
        dW2 += np.outer(a, p - y)
        db2[0] += p - y
    dW2 /= m
    db2 /= m
    return dZ2, dW2, db2
