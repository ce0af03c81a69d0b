import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    Zs, As = [], [X]
    for W, b in zip([W1, W2, W3], [b1, b2, b3]):
        Zs.append(As[-1] @ W + b)
        As.append(np.maximum(0, Zs[-1]))
    return *Zs, *As[1:]  # <- wrong-return-order
