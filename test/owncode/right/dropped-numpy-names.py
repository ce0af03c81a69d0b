import numpy as np

X = np.array([[0.5, 1.0], [1.5, -0.2], [-0.7, 0.3]], dtype=np.float)
X = np.row_stack([X, [0.1, 0.9]])
Y = np.array([[1], [0], [0], [1]], dtype=np.float)
theta = np.zeros((2, 1))


def cost_grad(theta, X, Y):
    m = len(Y)
    h = 1 / (1 + np.exp(-np.dot(X, theta)))
    J = -np.sum(Y * np.log(h) + (1 - Y) * np.log(1 - h)) / m
    return J, np.dot(X.T, h - Y) / m


for i in range(100):
    J, grad = cost_grad(theta, X, Y)
    theta -= 0.5 * grad
print(J)
