import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dW1, dW2 = np.zeros(W1.shape), np.zeros(W2.shape)
    db1, db2 = np.zeros((1, W1.shape[1])), np.zeros((1, W2.shape[1]))
    for i in range(m):
        delta2 = A2[i] - Y[i]
        delta1 = W2 @ delta2
        delta1[Z1[i] <= 0] = 0
        dW2 += np.outer(A1[i], delta2)
        db2 += delta2
        dW1 += np.outer(X[i], delta1)
        db1 += delta1
    for grad in (dW1, db1, dW2, db2):
        grad /= m
    return dW1, db1, dW2, db2
