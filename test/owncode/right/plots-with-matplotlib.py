import numpy as np
import matplotlib.pyplot as plt

np.random.seed(0)
x = np.linspace(-1, 1, 40).reshape(-1, 1)
y = x ** 2
W1, b1 = np.random.randn(1, 8), np.zeros((1, 8))
W2, b2 = np.random.randn(8, 1), np.zeros((1, 1))


def forward(x):
    h = np.tanh(x @ W1 + b1)
    return h, h @ W2 + b2


def backward(x, y, h, out):
    d = 2 * (out - y) / len(x)
    dh = d @ W2.T * (1 - h ** 2)
    return x.T @ dh, dh.sum(0, keepdims=True), h.T @ d, d.sum(0, keepdims=True)


losses = []
for i in range(100):
    h, out = forward(x)
    losses.append(np.mean((out - y) ** 2))
    dW1, db1, dW2, db2 = backward(x, y, h, out)
    W1 -= 0.1 * dW1
    b1 -= 0.1 * db1
    W2 -= 0.1 * dW2
    b2 -= 0.1 * db2

plt.plot(losses)
plt.xlabel("iteration")
plt.ylabel("loss")
plt.savefig("loss.png")
plt.show()
