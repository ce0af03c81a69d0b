import numpy as np

np.random.seed(12)


def tanh(x):
    return np.tanh(x)


def dtanh(y):
    return 1.0 - y ** 2


def softmax(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e)


class MLP:
    """trained one sample at a time (stochastic gradient descent), vectors are columns"""

    def __init__(self, layers):
        self.W = []
        self.b = []
        for n_in, n_out in zip(layers[:-1], layers[1:]):
            self.W.append(np.random.uniform(-0.5, 0.5, (n_out, n_in)))
            self.b.append(np.zeros((n_out, 1)))

    def forward(self, x):
        self.a = [x]
        for i in range(len(self.W)):
            z = np.dot(self.W[i], self.a[-1]) + self.b[i]
            if i == len(self.W) - 1:
                self.a.append(softmax(z))
            else:
                self.a.append(tanh(z))
        return self.a[-1]

    def loss(self, x, t):
        return -np.sum(t * np.log(self.forward(x)))

    def backward(self, x, t):
        out = self.forward(x)
        grad_W = [None] * len(self.W)
        grad_b = [None] * len(self.b)
        delta = out - t
        for i in range(len(self.W) - 1, -1, -1):
            grad_W[i] = np.dot(delta, self.a[i].T)
            grad_b[i] = delta
            if i > 0:
                delta = np.dot(self.W[i].T, delta) * dtanh(self.a[i])
        return grad_W, grad_b

    def fit(self, xs, ts, epochs, lr):
        for epoch in range(epochs):
            total = 0
            for x, t in zip(xs, ts):
                gW, gb = self.backward(x, t)
                for i in range(len(self.W)):
                    self.W[i] -= lr * gW[i]
                    self.b[i] -= lr * gb[i]
                total += self.loss(x, t)
            if epoch % 10 == 0:
                print("epoch", epoch, "loss", total / len(xs))


xs = [np.random.randn(3, 1) for _ in range(15)]
ts = [np.eye(3)[:, [int(np.argmax(x))]] for x in xs]
net = MLP([3, 6, 4, 3])
net.fit(xs, ts, 30, 0.05)
