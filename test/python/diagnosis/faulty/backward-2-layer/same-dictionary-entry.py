import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    grads = dict()
    delta = A2 - Y
    for layer, (inp, W, Z) in zip((2, 1), ((A1, W2, Z1), (X, W1, None))):
        grads["db%d" % layer] = delta.mean(0, keepdims=True)
        grads["dW"] = inp.T @ delta / m  # <- wrong-key
        if Z is not None:
            delta = (delta @ W.T) * (Z > 0)
    return grads["dW"], grads["db1"], grads["dW"], grads["db2"]
