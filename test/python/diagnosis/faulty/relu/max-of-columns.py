import numpy as np


def relu(x):
    a = x.max(axis=0)  # <- wrong-activation
    return a
