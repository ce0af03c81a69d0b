import numpy as np


def inputs(rng, m, k):
    """Ordinary scores; where there are many samples, two of them are extreme.

    One row is large throughout: e to that power is more than a float can hold. In another a wrong class leads by so
    much that nothing is left of the right one's probability.
    """
    Z = rng.randn(m, k)
    labels = rng.permutation(np.arange(m) % k)
    if m > 4:
        Z[1] += 1000
        Z[m - 2, (labels[m - 2] + 1) % k] += 800
    return {"Z": Z, "Y": np.eye(k)[labels]}
