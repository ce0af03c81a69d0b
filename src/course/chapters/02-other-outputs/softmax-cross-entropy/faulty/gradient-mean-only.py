# expect: missing-mean
import numpy as np


def softmax_cross_entropy(Z, Y):
    z = Z - Z.max(axis=1, keepdims=True)
    logs = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -np.sum(Y * logs)  # <-
    dZ = (np.exp(logs) - Y) / len(Z)
    return loss, dZ
