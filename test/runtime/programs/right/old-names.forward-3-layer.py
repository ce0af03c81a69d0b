# skipped: 4
import numpy as np

data = np.array([1, 2, 3], dtype=np.float)
PARAMS = dict(alpha=0.0)


def leaky(z):
    return np.where(z > 0, z, PARAMS["alpha"] * z)


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    out = []
    a = X
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        z = a @ W + b
        a = leaky(z)
        out += [z, a]
    return tuple(out)
