# skipped: 5, 32, 33
import sys
import numpy as np

epochs = int(sys.argv[1])
rate = float(sys.argv[2]) if len(sys.argv) > 2 else 0.1


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    W1 = np.random.randn(X.shape[1], 5)
    W2 = np.random.randn(5, Y.shape[1])
    b1, b2 = np.zeros((1, 5)), np.zeros((1, Y.shape[1]))
    costs = []
    for i in range(iterations):
        Z1 = X @ W1 + b1
        A1 = np.maximum(0, Z1)
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(0, Z2)
        costs.append(np.sum((A2 - Y) ** 2) / len(X))
        dZ2 = (A2 - Y) / len(X)
        dZ1 = dZ2 @ W2.T * (Z1 > 0)
        W2 -= learning_rate * A1.T @ dZ2
        b2 -= learning_rate * dZ2.sum(axis=0, keepdims=True)
        W1 -= learning_rate * X.T @ dZ1
        b1 -= learning_rate * dZ1.sum(axis=0, keepdims=True)
    return W1, b1, W2, b2, costs


X = np.random.rand(20, 3)
Y = X.sum(axis=1, keepdims=True)
W1, b1, W2, b2, costs = train(X, Y, rate, epochs)
print("last cost", costs[-1])
