from typing import TypedDict

import numpy as np


class Parameters(TypedDict, total=True):
    W1: np.ndarray
    b1: np.ndarray
    W2: np.ndarray
    b2: np.ndarray


def initialize_weights(input_size: int, hidden_size: int, output_size: int) -> Parameters:
    np.random.seed(42)
    parameters: Parameters = {
        "W1": np.random.randn(input_size, hidden_size),
        "b1": np.zeros((1, hidden_size)),
        "W2": np.random.randn(hidden_size, output_size),
        "b2": np.zeros((1, output_size)),
    }
    return parameters


def size(parameters: Parameters) -> int:
    return sum(p.size for p in parameters.values())


print(size(initialize_weights(2, 3, 1)))
