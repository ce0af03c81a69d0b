import numpy as np


def inputs(rng, m, n1, n2, n3):
    """A forward pass's cache: A1 = tanh(Z1), A2 = leaky_relu(Z2), A3 = sigmoid(Z3)."""
    Z1, Z2, Z3 = (_away_from_zero(rng.randn(m, n)) for n in (n1, n2, n3))
    if m == 2:
        Z1 = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])
        Z2 = np.array([[2.0, -3.0, 0.5], [-0.5, 1.0, -4.0]])
        Z3 = np.array([[0.5, 3.0], [-1.0, -2.0]])
    return {
        "Z1": Z1,
        "A1": np.tanh(Z1),
        "Z2": Z2,
        "A2": np.where(Z2 > 0, Z2, 0.01 * Z2),
        "Z3": Z3,
        "A3": 1 / (1 + np.exp(-Z3)),
    }


def _away_from_zero(Z):
    return Z + np.where(Z > 0, 0.05, -0.05)
