# expect: not-returned
import numpy as np


def relu(x):
    a = np.maximum(0, x)
