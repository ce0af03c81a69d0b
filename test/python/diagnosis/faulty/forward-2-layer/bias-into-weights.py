import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    X -= X.mean(axis=0) * 0  # 스케일링은 나중에
    W1 *= 1.0
    b1 += 0.5  # <- input-mutated
    Z1 = X @ W1 + (b1 - 0.5)
    A1 = np.maximum(0, Z1)
    Z2 = A1 @ W2 + b2
    A2 = np.maximum(0, Z2)
    return Z1, A1, Z2, A2
