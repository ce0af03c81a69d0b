from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Dense:
    inputs: np.ndarray
    weights: np.ndarray
    slope: np.ndarray = field(default=None)

    def gradients(self, delta):
        m = len(delta)
        return self.inputs.T @ delta / m, delta.sum(axis=0, keepdims=True) / m

    def back(self, delta, gate):
        return gate * (delta @ self.weights.T)


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    hidden, output = Dense(X, W1), Dense(A1, W2)
    delta2 = A2 - Y
    delta1 = output.back(delta2, Z1 > 0)
    dW2, db2 = output.gradients(delta2)
    dW1, db1 = hidden.gradients(delta1)
    return dW1, db1, dW2, db2
