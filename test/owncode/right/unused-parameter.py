import numpy as np


class Net:
    def __init__(self):
        r = np.random.RandomState(0)
        self.params = {"W1": r.randn(3, 4), "b1": np.zeros((1, 4)), "W2": r.randn(4, 1), "b2": np.zeros((1, 1)), "W3": r.randn(1, 1)}

    def loss(self, X, y):
        p = self.params
        H = np.tanh(X @ p["W1"] + p["b1"])
        out = H @ p["W2"] + p["b2"]
        d = (out - y) / len(X)
        dH = d @ p["W2"].T * (1 - H ** 2)
        grads = {"W1": X.T @ dH, "b1": dH.sum(0, keepdims=True), "W2": H.T @ d, "b2": d.sum(0, keepdims=True),
                 "W3": np.zeros_like(p["W3"])}
        return np.sum((out - y) ** 2) / (2 * len(X)), grads


r = np.random.RandomState(1)
X, y = r.randn(10, 3), r.randn(10, 1)
net = Net()
for _ in range(30):
    loss, grads = net.loss(X, y)
    for k in net.params:
        net.params[k] -= 0.1 * grads[k]
print(loss)
