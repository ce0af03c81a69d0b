import numpy as np
def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    p = {"W1": np.random.randn(X.shape[1], 5), "b1": np.zeros((1, 5))}
    p["W2"] = np.random.randn(5, Y.shape[1]); p["b2"] = np.zeros((1, Y.shape[1]))
    costs = []
    for _ in range(iterations):
        Z1 = X @ p["W1"] + p["b1"]; A1 = np.maximum(0, Z1)
        Z2 = A1 @ p["W2"] + p["b2"]; A2 = np.maximum(0, Z2)
        costs.append(((A2 - Y) ** 2).sum() / len(X))
        dZ2 = (A2 - Y) / len(X)
        dZ1 = dZ2 @ p["W2"].T * (Z1 > 0)
        p["W2"] = p["W2"] - learning_rate * A1.T @ dZ2
        p["b2"] = p["b2"] - learning_rate * dZ2.sum(0, keepdims=True)
        p["W1"] = p["W1"] - learning_rate * X.T @ dZ1
        p["b1"] = p["b1"] - learning_rate * dZ1.sum(0, keepdims=True)
    return {**p, "costs": costs}
