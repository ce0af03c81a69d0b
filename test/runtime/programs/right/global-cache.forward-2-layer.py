# skipped: 27
import numpy as np

W1 = W2 = None
b1, b2 = 0, 0
cache = {}
calls = 0


def forward_propagation(X, W1, b1, W2, b2):
    global calls, cache
    calls += 1
    cache["Z1"] = np.dot(X, W1) + b1
    cache["A1"] = np.maximum(0, cache["Z1"])
    cache["Z2"] = np.dot(cache["A1"], W2) + b2
    cache["A2"] = np.maximum(0, cache["Z2"])
    return cache["Z1"], cache["A1"], cache["Z2"], cache["A2"]


def init():
    global W1, W2
    W1, W2 = np.ones((3, 5)), np.ones((5, 1))


init()
out = forward_propagation(np.ones((2, 3)), W1, b1, W2, b2)
assert out[-1].shape == (2, 2), out[-1].shape
