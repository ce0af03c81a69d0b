import numpy as np


class Net:
    def __init__(self, cache):
        self.X, self.Y, self.z1, self.h, self.out, self.V = cache

    def deltas(self):
        out_delta = self.out - self.Y
        hidden_error = out_delta @ self.V.T
        hidden_delta = hidden_error  # <- missing-activation-derivative
        return out_delta, hidden_delta

    def grads(self):
        d_out, d_hid = self.deltas()
        n = self.X.shape[0]
        return {
            "W": self.X.T @ d_hid / n,
            "b": d_hid.mean(axis=0, keepdims=True),
            "V": self.h.T @ d_out / n,
            "c": d_out.mean(axis=0, keepdims=True),
        }


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    g = Net((X, Y, Z1, A1, A2, W2)).grads()
    return g["W"], g["b"], g["V"], g["c"]
