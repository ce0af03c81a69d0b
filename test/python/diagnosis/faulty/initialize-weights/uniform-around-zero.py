import numpy as np


def initialize_weights(i, h, o):
    np.random.seed(42)
    W1 = np.random.uniform(-1, 1, (i, h))  # <- wrong-distribution
    W2 = np.random.uniform(-1, 1, (h, o))
    return W1, np.zeros((1, h)), W2, np.zeros((1, o))
