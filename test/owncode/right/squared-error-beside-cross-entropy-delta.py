import numpy as np

rng = np.random.RandomState(2)
X = rng.randn(4, 40)
Y = (X[:1] + X[1:2] > 0).astype(float)


def init():
    return {"W1": rng.randn(5, 4), "b1": np.zeros((5, 1)), "W2": rng.randn(1, 5), "b2": np.zeros((1, 1))}


def forward(p, X):
    A1 = np.tanh(p["W1"] @ X + p["b1"])
    A2 = 1 / (1 + np.exp(-(p["W2"] @ A1 + p["b2"])))
    return A1, A2


def backward(p, X, Y, A1, A2):
    m = X.shape[1]
    dZ2 = A2 - Y
    dZ1 = p["W2"].T @ dZ2 * (1 - A1 ** 2)
    return {"dW1": dZ1 @ X.T / m, "db1": dZ1.sum(1, keepdims=True) / m,
            "dW2": dZ2 @ A1.T / m, "db2": dZ2.sum(1, keepdims=True) / m}


p = init()
for i in range(200):
    A1, A2 = forward(p, X)
    g = backward(p, X, Y, A1, A2)
    for k in p:
        p[k] = p[k] - 0.5 * g["d" + k]
    if i % 50 == 0:
        print("mse", ((A2 - Y) ** 2).mean())
