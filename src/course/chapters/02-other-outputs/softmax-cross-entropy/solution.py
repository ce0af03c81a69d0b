import numpy as np


def softmax_cross_entropy(Z, Y):
    m = Z.shape[0]
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    E = np.exp(shifted)
    total = np.sum(E, axis=1, keepdims=True)
    log_P = shifted - np.log(total)

    loss = -np.sum(Y * log_P) / m
    P = E / total
    dZ = (P - Y) / m
    return loss, dZ
