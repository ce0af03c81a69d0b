import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def costReg(theta, X, y, Lambda):
    m = len(y)
    h = sigmoid(X @ theta)
    J = (1 / m) * (-y @ np.log(h) - (1 - y) @ np.log(1 - h))
    return J + Lambda / (2 * m) * np.sum(theta[1:] ** 2)


def gradientReg(theta, X, y, Lambda):
    m = len(y)
    grad = X.T @ (sigmoid(X @ theta) - y) / m
    grad[1:] = grad[1:] + (Lambda / m) * theta[1:]
    return grad


rng = np.random.RandomState(6)
features = rng.randn(30, 3)
X = np.hstack([np.ones((30, 1)), features])
y = (features[:, 0] + features[:, 1] ** 2 > 0.5).astype(float)
theta = np.zeros(4)
for _ in range(100):
    theta = theta - 0.3 * gradientReg(theta, X, y, 1.0)
print(costReg(theta, X, y, 1.0))
