# expect: missing-key
import numpy as np
import cv2


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(X)
    dZ2 = (A2 - Y) / m
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    return {"dW1": X.T @ dZ1, "dW2": A1.T @ dZ2, "db2": dZ2.sum(0, keepdims=True)}
