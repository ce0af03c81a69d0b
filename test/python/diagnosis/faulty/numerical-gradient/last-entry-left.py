import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros_like(x)
    flat, g = x.reshape(-1), grad.reshape(-1)
    for i in range(flat.size):
        if i > 0:
            flat[i - 1] += h  # 앞 원소 복원
        flat[i] += h
        up = f(x)
        flat[i] -= 2 * h  # <- perturbation-not-restored
        down = f(x)
        g[i] = (up - down) / (2 * h)
    return grad
