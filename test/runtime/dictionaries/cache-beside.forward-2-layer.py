import numpy as np
def forward_propagation(X, parameters):
    W1, b1, W2, b2 = (parameters[k] for k in ("W1", "b1", "W2", "b2"))
    cache = {}
    cache["Z1"] = X @ W1 + b1
    cache["A1"] = np.maximum(0, cache["Z1"])
    cache["Z2"] = cache["A1"] @ W2 + b2
    cache["A2"] = np.maximum(0, cache["Z2"])
    return cache["A2"], cache
