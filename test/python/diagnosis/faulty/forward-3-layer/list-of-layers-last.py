import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    cache = {}
    A = X
    for l, (W, b) in enumerate(((W1, b1), (W2, b2), (W3, b3))):
        Z = A @ W + b
        A = np.maximum(0, Z)
        cache[f"Z{min(l + 1, 2)}"] = Z  # <- wrong-key
        cache[f"A{l + 1}"] = A
    return cache["Z1"], cache["A1"], cache["Z2"], cache["A2"], Z, cache["A3"]
