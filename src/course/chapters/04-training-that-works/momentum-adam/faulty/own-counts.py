# expect: step-count
import numpy as np


class Optimizer:
    def __init__(self, lr, b1, b2, eps):
        self.lr, self.b1, self.b2, self.eps = lr, b1, b2, eps
        self.m, self.v, self.t = {}, {}, 0

    def update(self, key, x, g):
        if key not in self.m:
            self.m[key] = np.zeros_like(x)
            self.v[key] = np.zeros_like(x)
        self.t += 1  # <-
        self.m[key] = self.b1 * self.m[key] + (1 - self.b1) * g
        self.v[key] = self.b2 * self.v[key] + (1 - self.b2) * g * g
        mh = self.m[key] / (1 - self.b1 ** self.t)  # <-
        vh = self.v[key] / (1 - self.b2 ** self.t)  # <-
        return x - self.lr * mh / (np.sqrt(vh) + self.eps)


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    o = Optimizer(learning_rate, beta1, beta2, eps)
    for dW, db in zip(dWs, dbs):
        W = o.update('W', W, dW)
        b = o.update('b', b, db)
    return W, b, o.m['W'], o.m['b'], o.v['W'], o.v['b']
