import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    parameters = {}
    parameters["W1"] = np.random.randn(input_size, hidden_size)
    parameters["b1"] = np.zeros((hidden_size, 1))  # <- wrong-shape
    parameters["W2"] = np.random.randn(hidden_size, output_size)
    parameters["b2"] = np.zeros((output_size, 1))
    W1, b1, W2, b2 = parameters.values()  # <- wrong-shape (or)
    return W1, b1, W2, b2
