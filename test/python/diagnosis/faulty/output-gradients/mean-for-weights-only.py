import numpy as np


def output_gradients(A1, A2, Y):
    n_samples = len(Y)
    delta = A2 - Y
    grad_w = A1.T @ delta / n_samples
    grad_b = delta.sum(axis=0, keepdims=True)  # <- missing-mean
    return delta, grad_w, grad_b
