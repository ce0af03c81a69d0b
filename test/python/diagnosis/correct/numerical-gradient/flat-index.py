import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros(x.size)
    for i in range(x.size):
        keep = x.flat[i]
        x.flat[i] = keep + h
        high = f(x)
        x.flat[i] = keep - h
        low = f(x)
        x.flat[i] = keep
        grad[i] = (high - low) / (2 * h)
    return grad.reshape(x.shape)
