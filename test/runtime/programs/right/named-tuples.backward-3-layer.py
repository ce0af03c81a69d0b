import numpy as np
from typing import NamedTuple
from collections import namedtuple

Pair = namedtuple("Pair", ["W", "b"], defaults=[None])


class Gradients(NamedTuple):
    """In the order that the optimiser wants."""

    dW1: np.ndarray
    db1: np.ndarray
    dW2: np.ndarray
    db2: np.ndarray
    dW3: np.ndarray
    db3: np.ndarray


def layer(A, dZ):
    return Pair(A.T @ dZ / len(A), dZ.mean(axis=0, keepdims=True))


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    dZ3 = A3 - Y
    dZ2 = dZ3 @ W3.T * np.where(Z2 > 0, 1, 0)
    dZ1 = dZ2 @ W2.T * np.where(Z1 > 0, 1, 0)
    first, second, third = layer(X, dZ1), layer(A1, dZ2), layer(A2, dZ3)
    return Gradients(*first, *second, *third)
