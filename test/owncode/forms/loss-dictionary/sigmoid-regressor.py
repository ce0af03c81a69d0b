import numpy as np
from collections import OrderedDict


class Regressor:
    """one hidden layer, sigmoid, squared error; loss() gives back the loss and a dict of gradients"""

    def __init__(self, n_in, n_hid, n_out):
        self.params = OrderedDict()
        self.params["w_hidden"] = np.random.normal(0, 0.5, (n_in, n_hid))
        self.params["b_hidden"] = np.zeros((1, n_hid))
        self.params["w_out"] = np.random.normal(0, 0.5, (n_hid, n_out))
        self.params["b_out"] = np.zeros((1, n_out))

    @staticmethod
    def sigmoid(t):
        return 1 / (1 + np.exp(-t))

    def predict(self, X):
        h = self.sigmoid(X @ self.params["w_hidden"] + self.params["b_hidden"])
        return h @ self.params["w_out"] + self.params["b_out"]

    def loss(self, X, y):
        n = len(X)
        h = self.sigmoid(X @ self.params["w_hidden"] + self.params["b_hidden"])
        out = h @ self.params["w_out"] + self.params["b_out"]
        err = out - y
        loss = 0.5 * np.sum(err ** 2) / n
        delta_out = err / n
        delta_hid = (delta_out @ self.params["w_out"].T) * h * (1 - h)
        grads = {
            "b_out": delta_out.sum(axis=0, keepdims=True),
            "w_out": h.T @ delta_out,
            "b_hidden": delta_hid.sum(axis=0, keepdims=True),
            "w_hidden": X.T @ delta_hid,
        }
        return loss, grads


def fit(model, X, y, epochs=50, lr=0.3):
    for epoch in range(epochs):
        loss, grads = model.loss(X, y)
        for key in grads:
            model.params[key] = model.params[key] - lr * grads[key]
        if epoch % 10 == 0:
            print("epoch %d: loss %.4f" % (epoch, loss))


rs = np.random.RandomState(42)
X = rs.uniform(-1, 1, (30, 3))
y = np.c_[X[:, 0] * X[:, 1], X[:, 2] ** 2]
model = Regressor(3, 6, 2)
fit(model, X, y)
