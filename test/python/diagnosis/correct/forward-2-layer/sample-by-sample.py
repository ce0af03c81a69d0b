import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    rows = []
    for x in X:
        z1 = x @ W1 + b1[0]
        a1 = np.where(z1 > 0, z1, 0)
        z2 = a1 @ W2 + b2[0]
        a2 = np.where(z2 > 0, z2, 0)
        rows.append((z1, a1, z2, a2))
    return [np.array(column) for column in zip(*rows)]
