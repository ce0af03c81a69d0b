import numpy as np

eps = 1e-8


def rmsnorm(x, scale):
    rms = np.sqrt(np.mean(x * x, axis=1, keepdims=True) + eps)
    return scale * x / rms, rms


def rmsnorm_backward(dy, x, scale, rms):
    d = x.shape[1]
    dscale = np.sum(dy * x / rms, axis=0)
    dxn = dy * scale
    dx = dxn / rms - x * np.sum(dxn * x, axis=1, keepdims=True) / (d * rms ** 3)
    return dx, dscale
