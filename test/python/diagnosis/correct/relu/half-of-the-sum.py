import numpy as np


def relu(x):
    """(|x| + x) / 2"""
    return (np.abs(x) + x) / 2
