# expect: missing-dot-term
import numpy as np


def softmax_cross_entropy(Z, Y):
    m = Z.shape[0]
    top = Z.max(axis=1, keepdims=True)
    log_P = Z - top - np.log(np.exp(Z - top).sum(axis=1, keepdims=True))
    P = np.exp(log_P)
    loss = -np.sum(Y * log_P) / m
    dZ = -Y * (1 - P) / m  # <-
    return loss, dZ
