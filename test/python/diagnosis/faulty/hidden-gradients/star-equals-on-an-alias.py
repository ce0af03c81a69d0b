import numpy as np


def relu_grad(z):
    return (z > 0).astype(float)


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    grad = np.matmul(dZ2, W2.T)
    dA1 = grad
    grad *= relu_grad(Z1)  # <- overwritten-array
    dW1 = np.matmul(X.T, grad) / m
    db1 = grad.sum(0)[None] / m
    return dA1, grad, dW1, db1
