import numpy as np


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    samples, features = X.shape
    theta1 = np.random.randn(features, 5)
    theta2 = np.random.randn(5, Y.shape[1])
    bias1 = np.zeros((samples, 5))  # <- bias-per-sample
    bias2 = np.zeros((samples, Y.shape[1]))
    history = []
    for it in range(iterations):
        hidden_in = X @ theta1 + bias1
        hidden = np.maximum(hidden_in, 0)
        output = np.maximum(hidden @ theta2 + bias2, 0)
        history.append(np.sum((output - Y) ** 2) / samples)
        delta2 = (output - Y) / samples
        delta1 = delta2 @ theta2.T * (hidden_in > 0)
        theta2 -= learning_rate * hidden.T @ delta2
        theta1 -= learning_rate * X.T @ delta1
        bias2 -= learning_rate * delta2
        bias1 -= learning_rate * delta1
    return theta1, bias1, theta2, bias2, history
