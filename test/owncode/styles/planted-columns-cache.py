import numpy as np


def initialise(n_in, n_hidden, n_out):
    rng = np.random.RandomState(3)
    return {
        "W1": rng.randn(n_hidden, n_in) * 0.3,
        "b1": np.zeros((n_hidden, 1)),
        "W2": rng.randn(n_out, n_hidden) * 0.3,
        "b2": np.zeros((n_out, 1)),
    }


def forward(X, theta):
    Z1 = theta["W1"] @ X + theta["b1"]
    A1 = np.tanh(Z1)
    Z2 = theta["W2"] @ A1 + theta["b2"]
    A2 = 1 / (1 + np.exp(-Z2))
    return A2, (Z1, A1, Z2, A2)


def cost(A2, Y):
    return -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))


def backward(theta, cache, X, Y):
    Z1, A1, Z2, A2 = cache
    n = X.shape[1]
    delta2 = (A2 - Y) / n
    delta1 = theta["W2"].T @ delta2
    delta1 = delta1 * (1 - np.square(A1))
    return {
        "W1": delta1 @ X.T,
        "b1": delta1.sum(axis=1, keepdims=True),
        "W2": delta2 @ A1.T,
        "b2": delta2.sum(axis=1, keepdims=True),
    }


def train(X, Y, steps=50, rate=0.5):
    theta = initialise(X.shape[0], 5, 1)
    for step in range(steps):
        A2, cache = forward(X, theta)
        grads = backward(theta, cache, X, Y)
        for key in theta:
            theta[key] = theta[key] - rate * grads[key]
        if step % 10 == 0:
            print(step, cost(A2, Y))
    return theta


rng = np.random.RandomState(0)
X = rng.randn(3, 40)
Y = (X.sum(axis=0, keepdims=True) > 0).astype(float)
theta = train(X, Y)
