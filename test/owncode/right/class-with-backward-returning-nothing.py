import numpy as np


class Model:
    def __init__(self, n, h, k):
        self.p = {}
        self.g = {}
        for name, shape in dict(W1=(h, n), b1=(h, 1), W2=(k, h), b2=(k, 1)).items():
            self.p[name] = np.random.RandomState(len(name) + h).normal(0, .7, shape)

    def predict(self, X):
        self.a0 = X
        self.a1 = 1 / (1 + np.exp(-(self.p['W1'] @ X + self.p['b1'])))
        z2 = self.p['W2'] @ self.a1 + self.p['b2']
        e = np.exp(z2 - z2.max(0))
        self.a2 = e / e.sum(0)
        return self.a2

    def cost(self, Y):
        return -(Y * np.log(self.a2)).sum() / Y.shape[1]

    def backprop(self, Y):
        m = Y.shape[1]
        dz2 = (self.a2 - Y) / m
        self.g['W2'] = dz2 @ self.a1.T
        self.g['b2'] = dz2.sum(1, keepdims=True)
        dz1 = self.p['W2'].T @ dz2 * self.a1 * (1 - self.a1)
        self.g['W1'] = dz1 @ self.a0.T
        self.g['b1'] = dz1.sum(1, keepdims=True)

    def descend(self, rate):
        for name in self.p:
            self.p[name] -= rate * self.g[name]


rng = np.random.RandomState(4)
X = rng.randn(5, 30)
Y = np.eye(3)[rng.randint(0, 3, 30)].T
model = Model(5, 8, 3)
for i in range(101):
    model.predict(X)
    c = model.cost(Y)
    model.backprop(Y)
    model.descend(0.4)
    if i % 50 == 0:
        print(i, c)
