import numpy as np


def relu(x):
    a = np.zeros(x.shape)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            if x[i][j] > 0:
                a[i][j] = x[i][j]
    return a
