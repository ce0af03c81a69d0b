import numpy as np

# one hidden layer with batch normalisation before tanh; samples are columns
np.random.seed(6)
X = np.random.randn(3, 12)
T = np.sin(X.sum(axis=0, keepdims=True))
p = {
    "W1": np.random.randn(5, 3), "gamma": np.ones((5, 1)), "beta": np.zeros((5, 1)),
    "W2": np.random.randn(1, 5), "b2": np.zeros((1, 1)),
}
eps = 1e-6


def step_gradients(X, T, p):
    m = X.shape[1]
    Z = p["W1"] @ X
    mu = Z.mean(axis=1, keepdims=True)
    var = Z.var(axis=1, keepdims=True)
    Zhat = (Z - mu) / np.sqrt(var + eps)
    A = np.tanh(p["gamma"] * Zhat + p["beta"])
    Y = p["W2"] @ A + p["b2"]
    J = np.sum((Y - T) ** 2) / (2 * m)

    dY = (Y - T) / m
    g = {"W2": dY @ A.T, "b2": dY.sum(axis=1, keepdims=True)}
    dU = (p["W2"].T @ dY) * (1 - A ** 2)
    g["gamma"] = np.sum(dU * Zhat, axis=1, keepdims=True)
    g["beta"] = np.sum(dU, axis=1, keepdims=True)
    dZhat = dU * p["gamma"]
    dvar = np.sum(dZhat * (Z - mu), axis=1, keepdims=True) * -0.5 * (var + eps) ** -1.5
    dmu = np.sum(-dZhat / np.sqrt(var + eps), axis=1, keepdims=True)
    dZ = dZhat / np.sqrt(var + eps) + dvar * 2 * (Z - mu) / m + dmu / m
    g["W1"] = dZ @ X.T
    return J, g


for i in range(300):
    J, g = step_gradients(X, T, p)
    for k in p:
        p[k] -= 0.1 * g[k]
    if i % 100 == 0:
        print(i, J)
