import numpy as np


def numerical_gradient(f, x, h):
    d = np.random.randn(*x.shape)  # <- nondeterministic
    return (f(x + h * d) - f(x - h * d)) / (2 * h) * d
