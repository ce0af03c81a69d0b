# expect: wrong-slope
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def sigmoid_prime(z):
    return sigmoid(z) * (1 - sigmoid(z))  # <-


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    s1 = 1 - A1 * A1
    s2 = np.where(Z2 > 0, 1, 0.01)
    s3 = sigmoid_prime(A3)  # <-
    return s1, s2, s3
