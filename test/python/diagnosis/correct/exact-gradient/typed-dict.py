from typing import TypedDict

import numpy as np


class Grads(TypedDict):
    W: np.ndarray
    b: np.ndarray


def layer(inputs: np.ndarray, delta: np.ndarray) -> Grads:
    return {"W": inputs.T @ delta, "b": delta.sum(axis=0, keepdims=True)}


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    delta = 2 / len(X) * (A2 - Y) * (Z2 > 0)
    second = layer(A1, delta)
    first = layer(X, (delta @ W2.T) * (Z1 > 0))
    return first["W"], first["b"], second["W"], second["b"]
