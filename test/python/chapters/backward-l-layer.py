"""The loss of a network of any depth, by every weight and bias; the solution is given Zs and no biases."""

import numpy as np


def arguments(given):
    below, named = given["X"], {"X": given["X"], "Y": given["Y"]}
    for i, (Z, A, W) in enumerate(zip(given["Zs"], given["As"], given["Ws"])):
        named[f"W{i}"] = W
        named[f"b{i}"] = (Z - np.dot(below, W))[:1]
        below = A
    return named


def results(right):
    dWs, dbs = ({f"d{letter}{i}": one for i, one in enumerate(right[f"d{letter}s"])} for letter in "Wb")
    return {**dWs, **dbs}


def pairs(named):
    return {f"d{name}": name for name in named if name[0] in "Wb"}


def loss(named):
    """What A − Y at the output differentiates: ½ relu(Z)² − Y·Z, averaged over the samples."""
    A = named["X"]
    depth = sum(name[0] == "W" for name in named)
    for i in range(depth):
        Z = np.dot(A, named[f"W{i}"]) + named[f"b{i}"]
        # autograd halves the slope of np.maximum where both sides are equal.
        A = np.where(Z > 0, Z, 0.0)
    return np.sum(0.5 * A**2 - named["Y"] * Z) / Z.shape[0]
