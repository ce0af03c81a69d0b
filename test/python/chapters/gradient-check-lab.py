"""What the checked layer's numeric gradient is the gradient of, by its input's distance from 20000."""

import numpy as np


def arguments(given):
    return {"u": given["x"] - 20000, "R": given["R"]}


def results(right):
    return {"numeric": right["numeric"]}


def pairs(named):
    return {"numeric": "u"}


def loss(named):
    e = np.exp(30 * named["u"])
    return np.sum(named["R"] * (e / np.sum(e, axis=1, keepdims=True) + 0.5 * named["u"]))
