import numpy as np


def forward(x, w):
    while True:
        x = np.tanh(x @ w)
    return x


def backward(x, w, y):
    out = forward(x, w)
    return x.T @ (out - y)


w = np.random.randn(3, 3)
x = np.random.randn(4, 3)


def gradcheck():
    return np.sum(forward(x, w)), backward(x, w, x), w
