import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    layers = [input_size, hidden_size, output_size]
    out = []
    for n_in, n_out in zip(layers[:-1], layers[1:]):
        out.append(np.random.randn(n_in, n_out))
        out.append(np.random.randn(1, n_out))  # <- wrong-distribution | draw-order
    return tuple(out)
