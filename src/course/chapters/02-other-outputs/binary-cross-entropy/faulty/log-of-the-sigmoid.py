# expect: non-finite
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    A = sigmoid(Z)
    loss = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m  # <-
    dZ = (A - Y) / m
    return loss, dZ
