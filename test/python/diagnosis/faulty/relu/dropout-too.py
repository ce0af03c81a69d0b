# expect: nondeterministic
import numpy as np


def relu(x):
    keep = np.random.rand(*x.shape) < 0.5
    return np.maximum(0, x) * keep
