import numpy as np

# 오차를 샘플마다 따로 더한다
def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dW1 = np.zeros_like(W1)
    dW2 = np.zeros_like(W2)
    db1 = np.zeros((1, W1.shape[1]))
    db2 = np.zeros((1, W2.shape[1]))
    for i in range(m):
        x, z1, a1 = X[i], Z1[i], A1[i]
        d2 = A2[i] - Y[i]
        dW2 += np.outer(a1, d2)
        db2 += d2  # <- missing-mean (or)
        d1 = W2 @ d2
        d1[z1 <= 0] = 0
        dW1 += np.outer(x, d1)
        db1 += d1
    return dW1 / m, db1 / m, dW2 / m, db2  # <- missing-mean
