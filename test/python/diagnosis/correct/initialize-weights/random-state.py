import numpy as np


def initialize_weights(n_in, n_h, n_out):
    rng = np.random.RandomState(42)
    W1 = rng.randn(n_in, n_h)
    W2 = rng.randn(n_h, n_out)
    return W1, np.zeros((1, n_h)), W2, np.zeros((1, n_out))
