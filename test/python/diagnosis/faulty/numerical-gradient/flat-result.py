import numpy as np


def numerical_gradient(f, x, h):
    grad = []
    for i in range(x.size):
        e = np.zeros(x.size)
        e[i] = h
        e = e.reshape(x.shape)
        grad.append((f(x + e) - f(x - e)) / (2 * h))  # <- wrong-shape (or)
    return np.array(grad)  # <- wrong-shape
