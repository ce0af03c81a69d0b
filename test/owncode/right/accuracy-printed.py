import numpy as np


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


class Net:
    def __init__(self):
        r = np.random.RandomState(0)
        self.w1, self.b1 = r.randn(4, 6) * .5, np.zeros(6)
        self.w2, self.b2 = r.randn(6, 3) * .5, np.zeros(3)

    def forward(self, x):
        self.x = x
        self.h = np.tanh(x @ self.w1 + self.b1)
        self.p = softmax(self.h @ self.w2 + self.b2)
        return self.p

    def backward(self, y):
        d = self.p - np.eye(3)[y]
        d /= len(y)
        self.dw2, self.db2 = self.h.T @ d, d.sum(0)
        d = d @ self.w2.T * (1 - self.h ** 2)
        self.dw1, self.db1 = self.x.T @ d, d.sum(0)

    def update(self, lr):
        for n in ('w1', 'b1', 'w2', 'b2'):
            setattr(self, n, getattr(self, n) - lr * getattr(self, 'd' + n))


r = np.random.RandomState(1)
X, y = r.randn(30, 4), r.randint(0, 3, 30)
net = Net()
for epoch in range(50):
    p = net.forward(X)
    net.backward(y)
    net.update(0.5)
    if epoch % 10 == 0:
        print('accuracy', (p.argmax(1) == y).mean())
