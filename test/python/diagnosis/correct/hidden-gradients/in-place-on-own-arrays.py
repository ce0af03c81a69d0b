import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = np.array(dA1)
    dZ1 *= Z1 > 0
    dW1 = np.dot(X.T, dZ1)
    dW1 /= m
    db1 = np.zeros((1, dZ1.shape[1]))
    np.sum(dZ1, axis=0, keepdims=True, out=db1)
    db1 /= m
    return dA1, dZ1, dW1, db1
