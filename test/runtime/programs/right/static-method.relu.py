# skipped: 17
import numpy as np


class Activations:
    """All in one place."""

    @staticmethod
    def relu(x):
        return np.maximum(x, 0)

    @staticmethod
    def sigmoid(x):
        return 1 / (1 + np.exp(-x))


print(relu(np.array([1.0, -1.0])))
