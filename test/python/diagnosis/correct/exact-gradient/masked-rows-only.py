import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    # 출력이 0인 샘플은 기울기에 기여하지 않는다
    m, k = Y.shape
    dW1, db1 = np.zeros_like(W1), np.zeros((1, W1.shape[1]))
    dW2, db2 = np.zeros_like(W2), np.zeros((1, k))
    for i in range(m):
        for o in range(k):
            if Z2[i, o] < 0:
                continue
            slope = 2 * (A2[i, o] - Y[i, o]) / m
            dW2[:, o] += slope * A1[i]
            db2[0, o] += slope
            on = Z1[i] > 0
            dW1[:, on] += np.outer(X[i], slope * W2[on, o])
            db1[0, on] += slope * W2[on, o]
    return dW1, db1, dW2, db2
