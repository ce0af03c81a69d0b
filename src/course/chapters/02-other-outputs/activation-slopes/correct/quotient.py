import numpy as np


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    # through the origin with a straight line on either side: the slope is A / Z
    slope2 = A2 / Z2
    # tanh and sigmoid are the same curve, stretched
    slope1 = 4 * sigmoid(2 * Z1) * sigmoid(-2 * Z1)
    slope3 = (1 - np.tanh(Z3 / 2) ** 2) / 4
    return slope1, slope2, slope3


def sigmoid(z):
    return 1 / (1 + np.exp(-z))
