import numpy as np


class Line:
    def __init__(self):
        self.a = np.array([0.5])
        self.c = np.array([0.1])

    def loss(self, x, y):
        return np.mean((self.a * x + self.c - y) ** 2)

    def gradient(self, x, y):
        r = self.a * x + self.c - y
        return {"a": np.array([2 * np.mean(r * x)]), "c": np.array([2 * np.mean(r)])}


x = np.linspace(0, 1, 20)
y = 3 * x - 1
line = Line()
while True:
    g = line.gradient(x, y)
    line.a -= 0.01 * g["a"]
    line.c -= 0.01 * g["c"]
