# expect: unstable-softmax
import numpy as np


def softmax_cross_entropy(Z, Y):
    m = Z.shape[0]
    E = np.exp(Z)  # <-
    P = E / np.sum(E, axis=1, keepdims=True)
    loss = -np.sum(Y * np.log(P)) / m
    return loss, (P - Y) / m
