import numpy as np

X = np.random.RandomState(0).rand(50, 3)
y = np.random.RandomState(1).rand(50, 1)
w1 = np.random.RandomState(2).randn(3, 20)
w2 = np.random.RandomState(3).randn(20, 1)


def forward(X, w1, w2):
    h = np.tanh(X @ w1)
    return h, h @ w2


def mse(pred, y):
    return np.mean((pred - y) ** 2)


def backward(X, y, h, pred, w2):
    g = 2 * (pred - y) / len(y)
    return X.T @ (g @ w2.T * (1 - h ** 2)), h.T @ g


for epoch in range(50000000):
    h, pred = forward(X, w1, w2)
    dw1, dw2 = backward(X, y, h, pred, w2)
    w1 -= 0.01 * dw1
    w2 -= 0.01 * dw2
    if epoch % 1000 == 0:
        print(epoch, mse(pred, y))
print("done")
