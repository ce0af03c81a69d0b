import numpy as np


def affine(x, w, b):
    return x @ w + b, (x, w)


def affine_back(dout, cache):
    x, w = cache
    return dout @ w.T, x.T @ dout, np.sum(dout, axis=0)


def tanh_layer(x):
    t = np.tanh(x)
    return t, t


def tanh_back(dout, t):
    return dout * (1 - t**2)


class FullyConnectedNet:
    def __init__(self, hidden_dims, input_dim=6, num_classes=3, weight_scale=0.1, reg=0.01, seed=None):
        rng = np.random.RandomState(seed)
        self.reg = reg
        self.num_layers = 1 + len(hidden_dims)
        self.params = {}
        dims = [input_dim] + list(hidden_dims) + [num_classes]
        for i in range(self.num_layers):
            self.params[f"W{i + 1}"] = weight_scale * rng.randn(dims[i], dims[i + 1])
            self.params[f"b{i + 1}"] = np.zeros(dims[i + 1])

    def loss(self, X, y=None):
        caches = {}
        out = X
        for i in range(1, self.num_layers + 1):
            out, caches["fc", i] = affine(out, self.params[f"W{i}"], self.params[f"b{i}"])
            if i < self.num_layers:
                out, caches["tanh", i] = tanh_layer(out)
        if y is None:
            return out

        n = X.shape[0]
        p = np.exp(out - out.max(axis=1, keepdims=True))
        p = p / p.sum(axis=1, keepdims=True)
        loss = -np.mean(np.log(p[np.arange(n), y]))
        for i in range(1, self.num_layers + 1):
            loss += 0.5 * self.reg * np.sum(self.params[f"W{i}"] ** 2)

        grads = {}
        d = p.copy()
        d[np.arange(n), y] -= 1
        d = d / n
        for i in reversed(range(1, self.num_layers + 1)):
            if i < self.num_layers:
                d = tanh_back(d, caches["tanh", i])
            d, dw, db = affine_back(d, caches["fc", i])
            grads[f"W{i}"] = dw + self.reg * self.params[f"W{i}"]
            grads[f"b{i}"] = db
        return loss, grads


if __name__ == "__main__":
    model = FullyConnectedNet([5, 4], seed=2)
    X = np.random.randn(7, 6)
    y = np.random.randint(3, size=7)
    for step in range(20):
        loss, grads = model.loss(X, y)
        for k, v in model.params.items():
            v -= 0.1 * grads[k]
        print(step, loss)
