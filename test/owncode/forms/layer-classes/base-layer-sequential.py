import numpy as np


class Layer:
    def forward(self, x):
        raise NotImplementedError

    def backward(self, grad):
        raise NotImplementedError


class Linear(Layer):
    def __init__(self, fan_in, fan_out, rng):
        bound = 1 / np.sqrt(fan_in)
        self.weight = rng.uniform(-bound, bound, (fan_in, fan_out))
        self.bias = rng.uniform(-bound, bound, fan_out)

    def forward(self, x):
        self.x = x
        return x @ self.weight + self.bias

    def backward(self, grad):
        self.dweight = self.x.T @ grad
        self.dbias = grad.sum(0)
        return grad @ self.weight.T


class Sigmoid(Layer):
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, grad):
        return grad * self.out * (1 - self.out)


class Tanh(Layer):
    def forward(self, x):
        self.out = np.tanh(x)
        return self.out

    def backward(self, grad):
        return grad * (1 - self.out ** 2)


class MSELoss:
    def __call__(self, pred, target):
        self.diff = pred - target
        return (self.diff ** 2).mean()

    def backward(self):
        return 2 * self.diff / self.diff.size


class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, grad):
        for layer in reversed(self.layers):
            grad = layer.backward(grad)
        return grad

    def step(self, lr):
        for layer in self.layers:
            if hasattr(layer, "weight"):
                layer.weight -= lr * layer.dweight
                layer.bias -= lr * layer.dbias


def main():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(64, 3))
    T = np.stack([np.sin(X[:, 0]), X[:, 1] * X[:, 2]], axis=1)
    net = Sequential(Linear(3, 8, rng), Tanh(), Linear(8, 4, rng), Sigmoid(), Linear(4, 2, rng))
    criterion = MSELoss()
    for epoch in range(100):
        loss = criterion(net.forward(X), T)
        net.backward(criterion.backward())
        net.step(0.1)
        if epoch % 20 == 0:
            print(epoch, loss)


if __name__ == "__main__":
    main()
