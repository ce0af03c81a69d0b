import numpy as np


def probabilities(X, Theta):
    s = X @ Theta
    e = np.exp(s - np.max(s, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def J(theta, X, Y, lam):
    Theta = theta.reshape(X.shape[1], Y.shape[1])
    P = probabilities(X, Theta)
    n = X.shape[0]
    cost = -np.sum(Y * np.log(P)) / n + lam / (2 * n) * np.sum(Theta[1:] ** 2)
    grad = X.T @ (P - Y) / n
    grad[1:] += lam / n * Theta[1:]
    return cost, grad.ravel()


rng = np.random.RandomState(9)
X = np.hstack([np.ones((24, 1)), rng.randn(24, 3)])
Y = np.eye(3)[rng.randint(0, 3, 24)]
theta = np.zeros(12)
for i in range(100):
    cost, grad = J(theta, X, Y, 1.0)
    theta -= 0.5 * grad
print(cost)
