# skipped: 3
import numpy as np
import torch


def compute_cost(A2: "np.ndarray", Y: torch.Tensor) -> float:
    return float(np.sum(np.square(A2 - Y)) / len(Y))


class Loss(object):
    """Beside the function, not part of it."""

    def __call__(self, a, y):
        return compute_cost(a, y)
