import numpy as np


def sigma(x):
    return 1 / (1 + np.exp(-x))


def d_sigma(x):
    s = sigma(x)
    return s * (1 - s)


weights = []
biases = []
np.random.seed(5)
layout = [3, 7, 4, 1]
for i in range(len(layout) - 1):
    weights.append(np.random.randn(layout[i], layout[i + 1]) / np.sqrt(layout[i]))
    biases.append(np.zeros(layout[i + 1]))


def feed_forward(x):
    zs, activations = [], [x]
    for W, b in zip(weights, biases):
        zs.append(np.dot(activations[-1], W) + b)
        activations.append(sigma(zs[-1]))
    return zs, activations


def cost(y_hat, y):
    return 0.5 * np.sum((y_hat - y) ** 2)


def backprop(x, y):
    zs, activations = feed_forward(x)
    nabla_w = [np.zeros_like(W) for W in weights]
    nabla_b = [np.zeros_like(b) for b in biases]
    delta = (activations[-1] - y) * d_sigma(zs[-1])
    nabla_w[-1] = np.outer(activations[-2], delta)
    nabla_b[-1] = delta
    for l in range(len(weights) - 2, -1, -1):
        delta = np.dot(weights[l + 1], delta) * d_sigma(zs[l])
        nabla_w[l] = np.outer(activations[l], delta)
        nabla_b[l] = delta
    return nabla_w, nabla_b


def train_batch(batch_x, batch_y, eta):
    sum_w = [np.zeros_like(W) for W in weights]
    sum_b = [np.zeros_like(b) for b in biases]
    for x, y in zip(batch_x, batch_y):
        nw, nb = backprop(x, y)
        for l in range(len(weights)):
            sum_w[l] += nw[l]
            sum_b[l] += nb[l]
    for l in range(len(weights)):
        weights[l] -= eta * sum_w[l] / len(batch_x)
        biases[l] -= eta * sum_b[l] / len(batch_x)


X = np.random.rand(24, 3)
Y = np.sin(X.sum(axis=1, keepdims=True)) ** 2
for epoch in range(40):
    for start in range(0, len(X), 8):
        train_batch(X[start:start + 8], Y[start:start + 8], 0.5)
    if epoch % 10 == 0:
        print(sum(cost(feed_forward(x)[1][-1], y) for x, y in zip(X, Y)) / len(X))
