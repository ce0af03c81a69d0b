import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    back = np.zeros((m, W2.shape[0]))
    for i in range(m):
        for j in range(W2.shape[0]):
            back[i, j] = np.sum(dZ2[i] * W2[j])
    delta = np.zeros_like(back)
    for i in range(m):
        for j in range(W2.shape[0]):
            if back[i, j] > 0:
                delta[i, j] = back[i, j]  # <- derivative-of-wrong-tensor
    return back, delta, X.T @ delta / m, delta.mean(axis=0, keepdims=True)
