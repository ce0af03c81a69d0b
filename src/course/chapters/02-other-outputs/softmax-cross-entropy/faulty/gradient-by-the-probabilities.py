# expect: missing-activation-derivative
import numpy as np


def softmax_cross_entropy(Z, Y):
    m = Z.shape[0]
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_P = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.sum(Y * log_P) / m
    dZ = -Y / np.exp(log_P) / m  # <-
    return loss, dZ
