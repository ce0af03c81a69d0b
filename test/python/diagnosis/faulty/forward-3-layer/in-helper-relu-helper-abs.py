import numpy as np

class Layer:
    def __init__(self, W, b):
        self.W, self.b = W, b
    def act(self, z):
        return abs(z)  # <- wrong-activation
    def __call__(self, x):
        z = x @ self.W + self.b
        return z, self.act(z)

def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    out = []
    h = X
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        z, h = Layer(W, b)(h)
        out += [z, h]
    return tuple(out)
