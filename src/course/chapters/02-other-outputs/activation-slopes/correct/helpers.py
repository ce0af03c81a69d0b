import numpy as np


def tanh_slope(a):
    return (1 - a) * (1 + a)


def leaky_slope(z, leak=0.01):
    return (z > 0) + leak * (z <= 0)


def sigmoid_slope(a):
    return a - a * a


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    return tanh_slope(A1), leaky_slope(Z2), sigmoid_slope(A3)
