import numpy as np


def train(X, Y, lr, epochs):
    m = len(X)
    np.random.seed(42)
    W1 = np.random.randn(X.shape[1], 5)
    b1 = np.zeros((1, 5))
    W2 = np.random.randn(5, Y.shape[1])
    b2 = np.zeros((1, Y.shape[1]))
    history = []
    for epoch in range(epochs):
        # 순전파
        Z1 = X @ W1 + b1
        A1 = Z1
        A1[A1 < 0] = 0  # Z1도 함께 바뀌지만 부호는 그대로
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(Z2, 0)
        history.append(np.sum((A2 - Y) ** 2) / m)
        # 역전파
        dZ2 = A2 - Y
        dW2 = A1.T @ dZ2 / m
        db2 = dZ2.sum(axis=0, keepdims=True) / m
        dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
        dW1 = X.T @ dZ1 / m + 0.02 * W1  # <- penalty-added
        db1 = dZ1.sum(axis=0, keepdims=True) / m
        # 갱신
        W1 = W1 - lr * dW1
        b1 = b1 - lr * db1
        W2 = W2 - lr * dW2
        b2 = b2 - lr * db2
    return W1, b1, W2, b2, history
