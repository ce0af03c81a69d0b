import numpy as np

# 2-layer network for XOR, samples are columns
X = np.array([[0, 0, 1, 1],
              [0, 1, 0, 1]])
Y = np.array([[0, 1, 1, 0]])

n_x, n_h, n_y = 2, 3, 1
lr = 0.1


def sig(z):
    return 1.0 / (1.0 + np.exp(-z))


def init():
    np.random.seed(2)
    return {"W1": np.random.randn(n_h, n_x), "b1": np.zeros((n_h, 1)),
            "W2": np.random.randn(n_y, n_h), "b2": np.zeros((n_y, 1))}


def forward(X, p):
    z1 = p["W1"] @ X + p["b1"]
    a1 = sig(z1)
    z2 = p["W2"] @ a1 + p["b2"]
    a2 = sig(z2)
    return a2, (z1, a1, z2, a2)


def cost(a2, Y):
    return np.sum((Y - a2) ** 2) / (2 * Y.shape[1])


def backward(p, cache, X, Y):
    z1, a1, z2, a2 = cache
    m = X.shape[1]
    d2 = (a2 - Y) * a2 * (1 - a2)
    d1 = (p["W2"].T @ d2) * a1 * (1 - a1)
    return {
        "dW1": d1 @ X.T / m,
        "db1": d1.sum(axis=1, keepdims=True) / m,
        "dW2": d2 @ a1.T / m,
        "db2": d2.sum(axis=1, keepdims=True) / m,
    }


p = init()
for i in range(5000):
    a2, cache = forward(X, p)
    g = backward(p, cache, X, Y)
    for name in p:
        p[name] -= lr * g["d" + name]
    if i % 1000 == 0:
        print(i, cost(a2, Y))

print(forward(X, p)[0])
