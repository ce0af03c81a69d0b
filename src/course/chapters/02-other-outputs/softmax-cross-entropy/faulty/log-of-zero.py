# expect: non-finite
import numpy as np


def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


def softmax_cross_entropy(Z, Y):
    P = softmax(Z)
    picked = P[np.arange(len(P)), Y.argmax(axis=1)]
    loss = -np.mean(np.log(picked))  # <-
    return loss, (P - Y) / len(P)
