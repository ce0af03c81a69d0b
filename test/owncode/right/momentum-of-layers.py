import numpy as np

class Linear:
    def __init__(self, fan_in, fan_out, rng):
        self.W = rng.normal(0, 1 / np.sqrt(fan_in), (fan_in, fan_out))
        self.b = np.zeros((1, fan_out))
        self.vW = np.zeros_like(self.W)
        self.vb = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.gW = self.x.T @ grad
        self.gb = grad.sum(axis=0, keepdims=True)
        return grad @ self.W.T

    def step(self, lr, mu):
        self.vW *= mu
        self.vW -= lr * self.gW
        self.W += self.vW
        self.vb *= mu
        self.vb -= lr * self.gb
        self.b += self.vb

class ELU:
    def forward(self, x):
        self.x = x
        self.out = np.where(x > 0, x, np.exp(x) - 1)
        return self.out

    def backward(self, grad):
        return grad * np.where(self.x > 0, 1.0, self.out + 1)

    def step(self, lr, mu):
        pass

class SoftmaxXent:
    def forward(self, scores, labels):
        e = np.exp(scores - scores.max(axis=1, keepdims=True))
        self.p = e / e.sum(axis=1, keepdims=True)
        self.labels = labels
        n = scores.shape[0]
        return -np.log(self.p[np.arange(n), labels]).mean()

    def backward(self):
        n = self.p.shape[0]
        d = self.p.copy()
        d[np.arange(n), self.labels] -= 1
        return d / n

rng = np.random.default_rng(5)
data = rng.normal(size=(50, 4))
labels = (np.abs(data).argmax(axis=1) % 3)
net = [Linear(4, 8, rng), ELU(), Linear(8, 3, rng)]
crit = SoftmaxXent()
for epoch in range(30):
    out = data
    for layer in net:
        out = layer.forward(out)
    loss = crit.forward(out, labels)
    g = crit.backward()
    for layer in reversed(net):
        g = layer.backward(g)
    for layer in net:
        layer.step(0.1, 0.9)
