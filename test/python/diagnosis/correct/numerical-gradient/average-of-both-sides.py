import numpy as np


def numerical_gradient(f, x, h):
    def moved(i, by):
        y = x.copy()
        y.reshape(-1)[i] += by
        return f(y)

    middle = f(x)
    g = [((moved(i, h) - middle) / h + (middle - moved(i, -h)) / h) / 2 for i in range(x.size)]
    return np.reshape(g, x.shape)
