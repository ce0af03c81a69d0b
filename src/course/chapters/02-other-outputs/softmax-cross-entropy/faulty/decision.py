# expect: rounded-prediction
import numpy as np


def softmax_cross_entropy(Z, Y):
    m, k = Z.shape
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_P = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.sum(Y * log_P) / m
    decided = np.eye(k)[np.argmax(Z, axis=1)]  # <-
    dZ = (decided - Y) / m  # <-
    return loss, dZ
