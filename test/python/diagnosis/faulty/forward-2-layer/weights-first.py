import numpy as np


def relu(x):
    return np.maximum(0, x)


def forward_propagation(X, W1, b1, W2, b2):
    # 노트의 식: Z1 = W1 · X + b1
    Z1 = np.dot(W1, X) + b1  # <- samples-in-columns
    A1 = relu(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    return Z1, A1, Z2, A2
