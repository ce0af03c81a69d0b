# skipped: 3, 5, 6, 7, 15, 16
import numpy as np
import os
import sys
from utils.layers import Affine, SoftmaxWithLoss
from .optimizer import SGD
sys.path.insert(0, os.path.dirname(__file__))


def relu_derivative(x):
    slope = np.zeros_like(x)
    slope[x > 0] = 1
    return slope

layer = Affine(3, 4)
assert layer.forward(np.ones((2, 3))).shape == (2, 4)
print(relu_derivative(np.array([-2.0, 3.0])))
