import numpy as np


class Linear:
    def __init__(self, n_in, n_out):
        self.W = np.random.randn(n_in, n_out) * 0.3
        self.b = np.zeros(n_out)

    def __call__(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, grad):
        self.dW = self.x.T @ grad
        self.db = grad.sum(0)
        return grad @ self.W.T

    def parameters(self):
        return [(self.W, 'dW'), (self.b, 'db')]


class Sigmoid:
    def __call__(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, grad):
        return grad * self.out * (1 - self.out)

    def parameters(self):
        return []


class Sequential:
    def __init__(self, *modules):
        self.modules = modules

    def __call__(self, x):
        for module in self.modules:
            x = module(x)
        return x

    def backward(self, grad):
        for module in reversed(self.modules):
            grad = module.backward(grad)


class MSE:
    def __call__(self, pred, target):
        self.diff = pred - target
        return (self.diff ** 2).mean()

    def backward(self):
        return 2 * self.diff / self.diff.size


class SGD:
    def __init__(self, model, lr):
        self.model, self.lr = model, lr

    def step(self):
        for module in self.model.modules:
            for p, name in module.parameters():
                p -= self.lr * getattr(module, name)


np.random.seed(0)
xs = np.random.rand(24, 3)
ys = np.sin(xs.sum(1, keepdims=True))
net = Sequential(Linear(3, 6), Sigmoid(), Linear(6, 1))
criterion = MSE()
optim = SGD(net, lr=0.5)
for epoch in range(50):
    out = net(xs)
    loss = criterion(out, ys)
    net.backward(criterion.backward())
    optim.step()
print(loss)
