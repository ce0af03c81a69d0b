import numpy as np


def relu(x):
    a = ...  # <- unimplemented
    return a
