import numpy as np


class Stack:
    def __init__(self):
        r = np.random.RandomState(0)
        self.layers = [r.randn(3, 5), r.randn(5, 4), r.randn(4, 1)]

    def forward(self, x):
        values = [x]
        for w in self.layers:
            values.append(1 / (1 + np.exp(-values[-1] @ w)))
        return values

    def error(self, x, y):
        return 0.5 * np.sum((self.forward(x)[-1] - y) ** 2)

    def gradients(self, x, y):
        values = self.forward(x)
        grads = []
        delta = (values[-1] - y) * values[-1] * (1 - values[-1])
        for k in (2, 1, 0):
            grads.append(values[k].T @ delta)
            delta = delta @ self.layers[k].T * values[k] * (1 - values[k])
        return grads[::-1]

    def step(self, x, y, lr):
        grads = self.gradients(x, y)
        fresh = []
        while self.layers:
            fresh.append(self.layers.pop(0) - lr * grads.pop(0))
        self.layers = fresh


r = np.random.RandomState(1)
x, y = r.rand(10, 3), r.rand(10, 1)
s = Stack()
for _ in range(100):
    s.step(x, y, 0.5)
print(s.error(x, y))
