import numpy as np


def inputs(rng, m, k):
    """A layer's input near 20000, and a dx for it that is wrong in two entries.

    Near 20000 neighbouring floats lie 4e-12 apart, and in single precision 0.002.
    """
    for _ in range(100):
        u = rng.randint(-40, 40, size=(m, k)) / 512
        R = rng.randn(m, k)
        dx = _gradient(u, R)
        size = np.abs(dx)
        if np.min(size) > 0.05 and np.max(size) < 40 and dx.flat[np.argmin(size)] > 0:
            break
    # The smallest entry is a fifth too near 0, the largest off by a hundredth.
    small, large = np.unravel_index(np.argmin(size), size.shape), np.unravel_index(np.argmax(size), size.shape)
    dx[small] -= 0.2 * size[small]
    dx[large] += 0.01 * size[large]
    if m > k:
        # The small one has the wrong sign, too: the sum of two sizes is not the size of the sum.
        dx[small] = -dx[small]
    return {"x": 20000 + u, "dx": dx, "R": R}


def _gradient(u, R):
    e = np.exp(30 * u - np.max(30 * u, axis=1, keepdims=True))
    p = e / np.sum(e, axis=1, keepdims=True)
    return 30 * p * (R - np.sum(R * p, axis=1, keepdims=True)) + 0.5 * R
