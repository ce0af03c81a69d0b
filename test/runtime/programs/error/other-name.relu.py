# says: `ReLU`
import numpy as np
import pandas


def ReLU(x):
    return np.maximum(0, x)
