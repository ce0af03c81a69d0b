import numpy as np


def logistic(z):
    return 1 / (1 + np.exp(-z))


def logistic_prime(z):
    s = logistic(z)
    return s * (1 - s)


class Net:
    def __init__(self, sizes):
        gen = np.random.RandomState(11)
        self.sizes = sizes
        self.biases = [gen.randn(n, 1) for n in sizes[1:]]
        self.weights = [gen.randn(n, k) for k, n in zip(sizes[:-1], sizes[1:])]

    def feed(self, x):
        zs, acts = [], [x]
        for W, b in zip(self.weights, self.biases):
            zs.append(W @ acts[-1] + b)
            acts.append(logistic(zs[-1]))
        return zs, acts

    def error(self, x, y):
        return 0.5 * np.sum((self.feed(x)[1][-1] - y) ** 2)

    def gradients(self, x, y):
        zs, acts = self.feed(x)
        deltas = [None] * len(self.weights)
        deltas[-1] = (acts[-1] - y) * logistic_prime(zs[-1])
        for i in range(len(deltas) - 2, -1, -1):
            back = self.weights[i + 1].T @ deltas[i + 1]
            deltas[i] = back * logistic_prime(zs[i])
        nabla_w = [d @ a.T for d, a in zip(deltas, acts)]
        nabla_b = list(deltas)
        return nabla_w, nabla_b

    def sgd(self, data, rate):
        for x, y in data:
            dw, db = self.gradients(x, y)
            for i in range(len(dw)):
                self.weights[i] -= rate * dw[i]
                self.biases[i] -= rate * db[i]


rs = np.random.RandomState(2)
data = [(rs.randn(3, 1), rs.rand(2, 1)) for _ in range(10)]
net = Net([3, 5, 4, 2])
for _ in range(5):
    net.sgd(data, 0.5)
x, y = data[0]
print(net.error(x, y))
