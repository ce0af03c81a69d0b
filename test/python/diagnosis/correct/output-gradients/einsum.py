import numpy as np


def output_gradients(hidden, prediction, target):
    delta = prediction - target
    m = delta.shape[0]
    return (
        delta,
        np.einsum("mi,mo->io", hidden, delta) / m,
        np.einsum("mo->o", delta).reshape(1, -1) / m,
    )
