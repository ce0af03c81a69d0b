import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    n1 = input_size * hidden_size
    flat = np.random.randn(n1 + hidden_size * output_size)
    W1 = flat[:n1].reshape(input_size, hidden_size)
    W2 = flat[n1:].reshape(hidden_size, output_size)
    return W1, np.zeros((1, hidden_size)), W2, np.zeros((1, output_size))
