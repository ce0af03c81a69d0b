import numpy as np

x = np.array([[1, 2], [3, 4], [0, 1]])
y = np.array([[1], [0], [1]])
W1 = np.array([[0.1, -0.4, 0.3], [0.2, 0.5, -0.1]])
b1 = np.array([0, 0, 0])
W2 = np.array([[0.3], [-0.2], [0.6]])
b2 = 0


def sigmoid(t):
    return 1 / (1 + np.exp(-t))


def forward(x, W1, b1, W2, b2):
    h = sigmoid(x.dot(W1) + b1)
    return h, sigmoid(h.dot(W2) + b2)


def loss(o, y):
    return 0.5 * np.mean((o - y) ** 2)


def backward(x, y, h, o, W2):
    d2 = (o - y) * o * (1 - o) / len(x)
    d1 = d2.dot(W2.T) * h * (1 - h)
    return x.T.dot(d1), d1.sum(axis=0), h.T.dot(d2), d2.sum()


for i in range(100):
    h, o = forward(x, W1, b1, W2, b2)
    dW1, db1, dW2, db2 = backward(x, y, h, o, W2)
    W1 = W1 - 0.5 * dW1
    b1 = b1 - 0.5 * db1
    W2 = W2 - 0.5 * dW2
    b2 = b2 - 0.5 * db2
print(loss(o, y))
