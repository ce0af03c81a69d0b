# skipped: 15, 17, 18
import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    W1 = np.random.randn(input_size, hidden_size)
    W2 = np.random.randn(hidden_size, output_size)
    return W1, np.zeros((1, hidden_size)), W2, np.zeros((1, output_size))


W1, b1, W2, b2 = initialize_weights(2, 3, 1)
np.random.seed(3)
noise = np.random.rand(3)
assert W1[0, 0] == 0.5, "the seed is another one"
Z = np.ones((4, 2)) @ W1 + b1
A = np.maximum(0, Z) @ W1
print(A.shape)
