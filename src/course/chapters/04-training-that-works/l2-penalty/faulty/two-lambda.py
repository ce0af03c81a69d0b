# expect: penalty-factor
import numpy as np


def l2_penalty(X, Y, W, b, lam):
    prediction = np.matmul(X, W) + b
    difference = prediction - Y
    per_sample = 0.5 * np.sum(difference * difference, axis=1)
    loss = np.mean(per_sample) + 0.5 * lam * np.linalg.norm(W) ** 2
    weight_gradient = np.einsum("mi,mk->ik", X, difference) / X.shape[0]
    weight_gradient = weight_gradient + 2 * lam * W  # <-
    bias_gradient = difference.mean(axis=0).reshape(1, -1)
    return loss, weight_gradient, bias_gradient
