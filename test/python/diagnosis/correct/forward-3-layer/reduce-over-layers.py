from functools import reduce

import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    def layer(state, parameters):
        a, kept = state
        W, b = parameters
        z = a.dot(W) + b
        a = z.clip(min=0)
        return a, kept + [z, a]

    _, everything = reduce(layer, [(W1, b1), (W2, b2), (W3, b3)], (X, []))
    return everything
