# expect: not-returned
import numpy as np


def relu_derivative(x):
    np.where(x > 0, 1, 0)
