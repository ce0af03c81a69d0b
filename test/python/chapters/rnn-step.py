"""A recurrent layer's weighted states in a list, as autograd does not follow what is written into an array."""

import numpy as np


def loss(given):
    h, total = given["h0"], 0.0
    for x, weight in zip(given["X"], given["dH"]):
        h = np.tanh(np.dot(x, given["Wx"]) + np.dot(h, given["Wh"]) + given["b"])
        total = total + np.sum(weight * h)
    return total
