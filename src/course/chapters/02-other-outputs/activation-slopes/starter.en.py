import numpy as np


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    """How much each activation changes when its Z does.

    A1 = tanh(Z1): (m, n1)
    A2 = Z2, or 0.01 * Z2 where Z2 < 0: (m, n2)
    A3 = sigmoid(Z3): (m, n3)
    returns the three slopes, shaped like Z1, Z2, Z3
    """
    slope1 = ...  # of tanh
    slope2 = ...  # of the leaky ReLU
    slope3 = ...  # of the sigmoid
    return slope1, slope2, slope3
