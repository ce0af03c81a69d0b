import numpy as np


def inputs(rng, m, depth):
    """A forward pass through `depth` layers, all ReLU, whose layers have different widths.

    Where there are as many samples as layers, all widths are that number. No Z is near its kink, and every layer has
    units on both sides of it.
    """
    widths = [m] * (depth + 1) if m == depth else [4, 6, 5, 7, 3, 8][:depth] + [3 if depth < 4 else 2]
    X = rng.randn(m, widths[0])
    below, Zs, As, Ws = X, [], [], []
    for n_in, n_out in zip(widths, widths[1:]):
        Z, W = _layer(rng, below, n_in, n_out)
        below = np.maximum(0, Z)
        Zs.append(Z)
        As.append(below)
        Ws.append(W)
    return {"X": X, "Y": below + rng.randn(*below.shape), "Zs": Zs, "As": As, "Ws": Ws}


def _layer(rng, below, n_in, n_out):
    for _ in range(200):
        W = rng.randn(n_in, n_out) / np.sqrt(n_in)
        Z = np.dot(below, W) + 0.5 * rng.randn(1, n_out)
        open_units = np.mean(Z > 0, axis=0)
        if np.min(np.abs(Z)) > 0.01 and np.all(open_units > 0) and np.all(open_units < 1):
            break
    return Z, W
