import numpy as np


def output_gradients(A1, A2, Y):
    m, k = Y.shape
    h = A1.shape[1]
    dW2 = np.zeros((h, k))
    for j in range(h):
        for o in range(k):
            total = 0.0
            for i in range(m):
                total += A1[i, j] * (A2[i, o] - Y[i, o])
            dW2[j, o] = total / m
    dZ2 = A2 - Y
    db2 = np.array([[sum(dZ2[:, o]) / m for o in range(k)]])
    return dZ2, dW2, db2
