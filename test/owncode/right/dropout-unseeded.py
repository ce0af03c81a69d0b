import numpy as np


class DropoutNet:
    def __init__(self):
        rng = np.random.RandomState(0)
        self.W1 = rng.randn(6, 12) * 0.4
        self.W2 = rng.randn(12, 1) * 0.4

    def loss(self, X, y, train=True):
        h = np.maximum(X @ self.W1, 0)
        mask = (np.random.rand(*h.shape) < 0.8) / 0.8 if train else 1.0
        hd = h * mask
        out = hd @ self.W2
        err = out - y
        loss = 0.5 * np.mean(err ** 2)
        dout = err / err.size
        dW2 = hd.T @ dout
        dh = dout @ self.W2.T * mask * (h > 0)
        return loss, {"W1": X.T @ dh, "W2": dW2}


net = DropoutNet()
X = np.random.randn(25, 6)
y = np.sum(X, axis=1, keepdims=True)
for i in range(100):
    loss, g = net.loss(X, y)
    net.W1 -= 0.05 * g["W1"]
    net.W2 -= 0.05 * g["W2"]
print(loss)
