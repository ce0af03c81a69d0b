import numpy as np


def numerical_gradient(f, x, h):
    x = np.array(x, dtype=float)  # 실수형 복사본
    grad = ...  # <- unimplemented

    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        plus = f(x)
        x[index] = old - h
        minus = f(x)
        x[index] = old
        grad[index] = (plus - minus) / (2 * h)

    return grad
