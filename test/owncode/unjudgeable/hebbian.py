import numpy as np

np.random.seed(0)
W = np.random.randn(4, 4) * 0.1


def hebb(x, W, rate=0.01):
    y = W @ x
    return W + rate * np.outer(y, x)


for _ in range(20):
    W = hebb(np.random.randn(4), W)
print(W)
