# skipped: 3
import numpy as np
import matplotlib.pyplot as plt
from tqdm import trange


def train(X, Y, lr, n):
    np.random.seed(42)
    W1 = np.random.randn(X.shape[1], 5)
    b1 = np.zeros((1, 5))
    W2 = np.random.randn(5, Y.shape[1])
    b2 = np.zeros((1, Y.shape[1]))
    costs = []
    bar = trange(n, desc="training")
    for _ in bar:
        Z1 = X @ W1 + b1
        A1 = np.maximum(Z1, 0)
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(Z2, 0)
        costs.append(((A2 - Y) ** 2).sum() / X.shape[0])
        bar.set_postfix(cost=costs[-1])
        dZ2 = (A2 - Y) / X.shape[0]
        dZ1 = np.where(Z1 > 0, dZ2 @ W2.T, 0)
        W2 = W2 - lr * A1.T @ dZ2
        b2 = b2 - lr * dZ2.sum(axis=0, keepdims=True)
        W1 = W1 - lr * X.T @ dZ1
        b1 = b1 - lr * dZ1.sum(axis=0, keepdims=True)
    plt.figure(figsize=(4, 3))
    plt.plot(costs, label="cost")
    plt.legend()
    plt.show()
    return W1, b1, W2, b2, costs
