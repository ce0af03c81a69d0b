import numpy as np


def forward(A, layers):
    if not layers:
        return ()
    (W, b), *rest = layers
    Z = A.dot(W) + b
    return (Z, np.maximum(Z, 0), *forward(np.maximum(Z, 0), rest))


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    return forward(X, [(W1, b1), (W2, b2), (W3, b3)])
