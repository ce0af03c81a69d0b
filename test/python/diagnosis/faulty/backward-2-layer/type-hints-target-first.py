import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def error_signal(prediction: Array, target: Array) -> Array:
    """Difference between what was predicted and what was wanted."""
    return target - prediction  # <- wrong-sign


def backward_propagation(
    X: Array, Y: Array, Z1: Array, A1: Array, Z2: Array, A2: Array, W1: Array, W2: Array
) -> tuple[Array, Array, Array, Array]:
    n = float(len(X))
    delta_2 = error_signal(A2, Y)  # <- wrong-sign (or)
    delta_1 = np.where(Z1 > 0, delta_2 @ W2.T, 0.0)
    return (
        X.T @ delta_1 / n,
        delta_1.sum(axis=0, keepdims=True) / n,
        A1.T @ delta_2 / n,
        delta_2.sum(axis=0, keepdims=True) / n,
    )
