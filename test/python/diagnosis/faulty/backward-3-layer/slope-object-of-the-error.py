import numpy as np


class Act:
    def __init__(self, z):
        self.z = z

    def slope(self):
        return (self.z > 0).astype(float)


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    a1, a2, a3 = Act(Z1), Act(Z2), Act(Z3)
    m = len(X)
    d3 = A3 - Y
    d2 = (d3 @ W3.T) * a2.slope()
    d1 = (d2 @ W2.T) * Act(d2 @ W2.T).slope()  # <- derivative-of-wrong-tensor
    avg = lambda d: d.mean(axis=0, keepdims=True)
    return X.T @ d1 / m, avg(d1), A1.T @ d2 / m, avg(d2), A2.T @ d3 / m, avg(d3)
