import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    # 식 그대로: Z = W · X + b (열이 샘플)
    Z1 = W1.T @ X.T + b1.T
    A1 = np.maximum(Z1, 0)
    Z2 = W2.T @ A1 + b2.T
    A2 = np.maximum(Z2, 0)
    return Z1.T, A1.T, Z2.T, A2.T
