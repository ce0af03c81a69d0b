import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)  # 재현성을 위한 시드 설정

    W1 = np.random.randn(input_size, hidden_size)
    b1 = np.zeros((1, hidden_size))
    W2 = ...  # <- unimplemented
    b2 = ...
    return W1, b1, W2, b2
