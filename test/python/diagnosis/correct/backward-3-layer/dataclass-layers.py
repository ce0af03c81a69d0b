from dataclasses import dataclass

import numpy as np


@dataclass
class Layer:
    inputs: np.ndarray
    weights: np.ndarray

    def gradients(self, delta):
        m = self.inputs.shape[0]
        return np.dot(self.inputs.T, delta) / m, np.sum(delta, axis=0, keepdims=True) / m

    def back(self, delta):
        return np.dot(delta, self.weights.T) * np.sign(self.inputs)


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    first, second, third = Layer(X, W1), Layer(A1, W2), Layer(A2, W3)
    d3 = A3 - Y
    d2 = third.back(d3)
    d1 = second.back(d2)
    return (*first.gradients(d1), *second.gradients(d2), *third.gradients(d3))
