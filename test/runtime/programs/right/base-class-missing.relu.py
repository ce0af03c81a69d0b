# skipped: 3, 4, 7, 7
import numpy as np
from .layers import Layer
from framework import Module


class Activation(Layer, Module):
    def __init__(self):
        super().__init__()
        self.mask = None

    def __call__(self, x):
        self.mask = x > 0
        return x * self.mask


def relu(x):
    return Activation()(x)
