import numpy as np


def initialize_weights(*sizes):
    np.random.seed(42)
    parameters = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        parameters += [np.random.randn(fan_in, fan_out), np.zeros((1, fan_out))]
    return tuple(parameters)
