import numpy as np


def backward_propagation(y, cache, params, x):
    grads, m = {}, len(x)
    delta = cache["A3"] - y
    for layer in (3, 2, 1):
        below = cache["A%d" % (layer - 1)] if layer > 1 else x
        grads[f"dW{layer}"] = below.T @ delta / m
        grads[f"db{layer}"] = delta.sum(axis=0, keepdims=True) / m
        if layer > 1:
            delta = delta @ params[f"W{layer}"].T * (cache[f"Z{layer - 1}"] > 0)
    return grads
