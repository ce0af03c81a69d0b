import numpy as np


def relu(x):
    return [max(0.0, v) for v in x.ravel()]  # <- wrong-shape
