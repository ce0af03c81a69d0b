import numpy as np


class ThreeLayerNet:
    def __init__(self, d, h1, h2, k, reg=0.05):
        self.reg = reg
        self.params = {}
        dims = [d, h1, h2, k]
        rng = np.random.default_rng(1)
        for i in range(3):
            self.params["W%d" % (i + 1)] = rng.standard_normal((dims[i], dims[i + 1])) * 0.2
            self.params["b%d" % (i + 1)] = np.zeros(dims[i + 1])

    def loss(self, X, y):
        W1, b1 = self.params["W1"], self.params["b1"]
        W2, b2 = self.params["W2"], self.params["b2"]
        W3, b3 = self.params["W3"], self.params["b3"]
        h1 = np.maximum(0, X.dot(W1) + b1)
        h2 = np.maximum(0, h1.dot(W2) + b2)
        scores = h2.dot(W3) + b3

        shifted = scores - scores.max(axis=1, keepdims=True)
        probs = np.exp(shifted)
        probs /= probs.sum(axis=1, keepdims=True)
        n = X.shape[0]
        data_loss = -np.log(probs[np.arange(n), y]).sum() / n
        reg_loss = 0.5 * self.reg * (np.sum(W1 * W1) + np.sum(W2 * W2) + np.sum(W3 * W3))

        dscores = probs.copy()
        dscores[np.arange(n), y] -= 1
        dscores /= n
        grads = {}
        grads["W3"] = h2.T.dot(dscores) + self.reg * W3
        grads["b3"] = dscores.sum(axis=0)
        dh2 = dscores.dot(W3.T)
        dh2[h2 <= 0] = 0
        grads["W2"] = h1.T.dot(dh2) + self.reg * W2
        grads["b2"] = dh2.sum(axis=0)
        dh1 = dh2.dot(W2.T) * (h1 > 0)
        grads["W1"] = X.T.dot(dh1) + self.reg * W1
        grads["b1"] = dh1.sum(axis=0)
        return data_loss + reg_loss, grads


rng = np.random.default_rng(0)
X = rng.standard_normal((30, 4))
y = rng.integers(0, 3, 30)
net = ThreeLayerNet(4, 6, 5, 3)
for it in range(20):
    loss, grads = net.loss(X, y)
    for name in net.params:
        net.params[name] -= 0.1 * grads[name]
print(loss)
