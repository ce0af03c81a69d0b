import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    aug = lambda a: np.hstack([a, np.ones((a.shape[0], 1))])
    out, a = [], X
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        z = aug(a) @ np.vstack([W, b])
        a = (np.abs(z) + z) / 2
        out += [z, a]
    return out
