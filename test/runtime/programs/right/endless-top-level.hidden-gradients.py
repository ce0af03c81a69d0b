# skipped: 14-17
import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = np.where(Z1 > 0, dA1, 0)
    return dA1, dZ1, np.dot(X.T, dZ1) / m, np.sum(dZ1, axis=0, keepdims=True) / m


W = np.random.randn(200, 200)
step = 0
while True:
    W = W - 0.001 * W @ W.T @ W
    step += 1
    print("step", step, "norm", np.linalg.norm(W))
