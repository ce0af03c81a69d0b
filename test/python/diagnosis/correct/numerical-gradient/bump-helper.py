import numpy as np


def numerical_gradient(f, x, h):
    def bump(k, by):
        shifted = x.astype(float).copy()
        shifted.flat[k] += by
        return f(shifted)

    return np.array([(bump(k, h) - bump(k, -h)) / (h + h) for k in range(x.size)]).reshape(x.shape)
