import numpy as np


class Perceptron:
    def __init__(self, n):
        self.w = np.random.randn(n)
        self.b = 0.0

    def predict(self, x):
        return 1 if x @ self.w + self.b > 0 else 0


p = Perceptron(3)
print([p.predict(np.random.randn(3)) for _ in range(5)])
