import numpy as np


@np.vectorize
def relu(v):
    return float(max(0.0, v))
