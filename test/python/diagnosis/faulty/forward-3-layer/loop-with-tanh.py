import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    a, saved = X, []
    for W, b in zip((W1, W2, W3), (b1, b2, b3)):
        z = a.dot(W) + b
        a = np.tanh(z)  # <- wrong-activation
        saved.extend((z, a))
    return saved
