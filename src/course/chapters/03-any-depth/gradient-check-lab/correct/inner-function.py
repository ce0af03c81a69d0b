import numpy as np


def gradient_check(f, x, dx, R):
    def total(values):
        return float(np.vdot(R, f(values.reshape(x.shape))))

    flat = x.ravel().astype(np.float64)
    slopes = []
    h = 1e-4
    for i in range(flat.size):
        up, down = flat.copy(), flat.copy()
        up[i] += h
        down[i] -= h
        slopes.append((total(up) - total(down)) / (2 * h))
    numeric = np.array(slopes).reshape(x.shape)
    error = max(abs(a - b) / (abs(a) + abs(b)) for a, b in zip(dx.ravel(), slopes))
    return numeric, error
