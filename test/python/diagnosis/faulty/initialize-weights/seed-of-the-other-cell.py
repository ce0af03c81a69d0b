import numpy as np


def initialize_weights(n_in, n_hidden, n_out):
    rng = np.random.RandomState(11)
    W1, b1 = rng.randn(n_in, n_hidden), np.zeros((1, n_hidden))  # <- wrong-seed
    W2, b2 = rng.randn(n_hidden, n_out), np.zeros((1, n_out))
    return W1, b1, W2, b2
