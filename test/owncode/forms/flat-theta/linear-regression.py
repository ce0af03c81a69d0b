import numpy as np


def compute_cost_and_grad(theta, X, y):
    m = len(y)
    predictions = X @ theta
    errors = predictions - y
    J = errors.T @ errors / (2 * m)
    grad = X.T @ errors / m
    return J.item(), grad


def minimise(cost_and_grad, theta, *args, alpha=0.05, iterations=300):
    history = []
    for _ in range(iterations):
        J, grad = cost_and_grad(theta, *args)
        theta = theta - alpha * grad
        history.append(J)
    return theta, history


rng = np.random.default_rng(11)
area = rng.uniform(0.5, 2.5, 30)
rooms = rng.integers(1, 6, 30)
X = np.column_stack([np.ones(30), area, rooms])
y = (0.7 + 1.3 * area + 0.2 * rooms + rng.normal(0, 0.1, 30)).reshape(-1, 1)
theta = np.zeros((3, 1))
theta, history = minimise(compute_cost_and_grad, theta, X, y)
print(theta.ravel(), history[-1])
