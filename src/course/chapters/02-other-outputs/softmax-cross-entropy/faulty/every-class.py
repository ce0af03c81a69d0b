# expect: missing-target
import numpy as np


def softmax_cross_entropy(Z, Y):
    m = Z.shape[0]
    z = Z - Z.max(axis=1, keepdims=True)
    logs = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -np.sum(logs) / m  # <-
    dZ = (np.exp(logs) - Y) / m
    return loss, dZ
