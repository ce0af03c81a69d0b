# skipped: 12
import sys
import numpy as np

VERBOSE = len(sys.argv) > 100

if not VERBOSE:
    def relu_derivative(x):
        return (x > 0).astype(float)

    if sys.version_info >= (3,):
        weights = np.load("weights.npz")
        SIZE = 3
    print("size", SIZE)
else:
    relu_derivative = None
