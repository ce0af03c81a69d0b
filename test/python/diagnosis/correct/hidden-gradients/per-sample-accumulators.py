import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m, n_in = X.shape
    n_hid = Z1.shape[1]
    dA1, dZ1 = np.empty((m, n_hid)), np.empty((m, n_hid))
    dW1, db1 = np.zeros((n_in, n_hid)), np.zeros((1, n_hid))
    for s in range(m):
        for j in range(n_hid):
            dA1[s, j] = sum(dZ2[s, k] * W2[j, k] for k in range(W2.shape[1]))
            dZ1[s, j] = dA1[s, j] if Z1[s, j] > 0 else 0.0
            db1[0, j] += dZ1[s, j] / m
            for i in range(n_in):
                dW1[i, j] += X[s, i] * dZ1[s, j] / m
    return dA1, dZ1, dW1, db1
