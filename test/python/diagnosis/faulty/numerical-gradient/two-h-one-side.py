import numpy as np


def numerical_gradient(f, x, h):
    flat = x.ravel()
    grad = np.empty(flat.size)
    for k in range(flat.size):
        keep = flat[k]
        flat[k] = keep + h
        up = f(x)
        flat[k] = keep
        down = f(x)
        grad[k] = (up - down) / (2 * h)  # <- one-sided-difference | scaled | factor-two
    return grad.reshape(x.shape)
