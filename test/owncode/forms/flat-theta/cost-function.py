import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def costFunction(theta, X, y):
    """J and grad for logistic regression; X has a column of ones already."""
    m = y.size
    h = sigmoid(X.dot(theta))
    J = -(1 / m) * (y.dot(np.log(h)) + (1 - y).dot(np.log(1 - h)))
    grad = (1 / m) * X.T.dot(h - y)
    return J, grad


def costFunctionReg(theta, X, y, lambda_):
    m = y.size
    h = sigmoid(X.dot(theta))
    temp = theta.copy()
    temp[0] = 0
    J = -(1 / m) * (y.dot(np.log(h)) + (1 - y).dot(np.log(1 - h))) + lambda_ / (2 * m) * np.sum(temp ** 2)
    grad = (1 / m) * X.T.dot(h - y) + lambda_ / m * temp
    return J, grad


rng = np.random.RandomState(1)
X = np.c_[np.ones(20), rng.randn(20, 3)]
y = (rng.rand(20) > 0.5).astype(float)
theta = np.zeros(4)
J, grad = costFunctionReg(theta, X, y, 1)
print('Cost at initial theta (zeros):', J)
print('Gradient at initial theta:', grad)
for _ in range(50):
    J, grad = costFunctionReg(theta, X, y, 1)
    theta = theta - 0.3 * grad
print('Cost at the end:', J)
