# expect: softmax-axis
import numpy as np


def softmax_cross_entropy(Z, Y):
    m = Z.shape[0]
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    log_P = shifted - np.log(np.sum(np.exp(shifted)))  # <-
    loss = -np.sum(Y * log_P) / m
    dZ = (np.exp(log_P) - Y) / m
    return loss, dZ
