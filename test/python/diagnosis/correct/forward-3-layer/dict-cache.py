import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2, "W3": W3, "b3": b3}
    cache = {"A0": X}
    for l in range(1, 4):
        cache[f"Z{l}"] = cache[f"A{l - 1}"] @ params[f"W{l}"] + params[f"b{l}"]
        cache[f"A{l}"] = np.maximum(0, cache[f"Z{l}"])
    return tuple(cache[f"{k}{l}"] for l in (1, 2, 3) for k in "ZA")
