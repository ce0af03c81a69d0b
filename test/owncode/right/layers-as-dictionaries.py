import numpy as np

rng = np.random.RandomState(1)
net = [
    {"W": rng.randn(2, 6), "b": rng.randn(6), "f": np.tanh, "df": lambda a: 1 - a ** 2},
    {"W": rng.randn(6, 1), "b": rng.randn(1), "f": lambda z: z, "df": lambda a: np.ones_like(a)},
]


def forward(net, X):
    a = X
    for layer in net:
        layer["in"] = a
        layer["out"] = a = layer["f"](a @ layer["W"] + layer["b"])
    return a


def loss(net, X, y):
    return np.mean((forward(net, X) - y) ** 2)


def backward(net, X, y):
    d = 2 * (forward(net, X) - y) / y.size
    for layer in reversed(net):
        d = d * layer["df"](layer["out"])
        layer["dW"], layer["db"] = layer["in"].T @ d, d.sum(axis=0)
        d = d @ layer["W"].T


X = rng.uniform(-1, 1, (32, 2))
y = X[:, :1] ** 2 - X[:, 1:]
for i in range(100):
    backward(net, X, y)
    for layer in net:
        layer["W"] -= 0.1 * layer["dW"]
        layer["b"] -= 0.1 * layer["db"]
print(loss(net, X, y))
