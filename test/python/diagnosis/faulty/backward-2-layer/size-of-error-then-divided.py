import numpy as np

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = A2.shape[0]
    dZ2 = np.abs(A2 - Y)  # <- missing-delta
    dZ2 /= m
    dW2 = np.tensordot(A1, dZ2, axes=(0, 0))
    db2 = dZ2.sum(axis=0).reshape(1, -1)
    gate = (A1 > 0).astype(float)
    dZ1 = np.matmul(dZ2, W2.transpose())
    dZ1 *= gate
    dW1 = np.tensordot(X, dZ1, axes=([0], [0]))
    db1 = dZ1.sum(axis=0).reshape(1, -1)
    return dW1, db1, dW2, db2
