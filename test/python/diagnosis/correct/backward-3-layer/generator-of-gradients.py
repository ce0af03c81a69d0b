import numpy as np


def steps(delta, stack):
    for a, z, w in stack:
        yield a.T @ delta / len(a), np.mean(delta, axis=0, keepdims=True)
        if z is not None:
            delta = np.where(z < 0, 0, delta @ w.T)


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    third, second, first = steps(2 * (A3 - Y), [(A2, Z2, W3), (A1, Z1, W2), (X, None, None)])
    return first + second + third
