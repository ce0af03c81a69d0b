import numpy as np


def relu(x):
    keep = np.random.rand(*x.shape) < 0.5  # <- nondeterministic
    return np.maximum(0, x) * keep
