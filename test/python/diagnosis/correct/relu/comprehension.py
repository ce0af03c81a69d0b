import numpy as np


def relu(x: np.ndarray) -> np.ndarray:
    return np.array([max(v, 0) for v in x.flatten()]).reshape(x.shape)
