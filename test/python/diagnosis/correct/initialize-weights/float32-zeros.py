import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    sizes = [input_size, hidden_size, output_size]
    parameters = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        parameters.append(np.random.standard_normal((fan_in, fan_out)))
        parameters.append(np.zeros((1, fan_out), dtype=np.float32))
    return tuple(parameters)
