# says: backward_propagation\(X, Y, Z1, A1, Z2, A2, W1, W2\)
import numpy as np
import torch
def backward_propagation(X, Y, A2, W2):
    dZ2 = A2 - Y
    return dZ2 @ W2.T
