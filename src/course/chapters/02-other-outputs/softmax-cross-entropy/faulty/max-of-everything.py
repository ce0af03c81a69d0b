# expect: unstable-softmax
import numpy as np


def softmax_cross_entropy(Z, Y):
    m = Z.shape[0]
    E = np.exp(Z - np.max(Z))  # <-
    P = E / E.sum(axis=1, keepdims=True)
    loss = -np.sum(Y * np.log(P)) / m
    dZ = (P - Y) / m
    return loss, dZ
