import numpy as np

def act(z):
    return np.where(z > 0, z, 0.1 * z)  # <- wrong-activation

def forward_propagation(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = act(Z1)
    Z2 = A1 @ W2 + b2
    A2 = act(Z2)
    return Z1, A1, Z2, A2
