# expect: bias-correction
import numpy as np


class Adam:
    def __init__(self, x, rate, beta1, beta2, eps):
        self.x, self.rate, self.eps = x, rate, eps
        self.beta1, self.beta2 = beta1, beta2
        self.m = np.zeros_like(x)
        self.v = np.zeros_like(x)
        self.t = 1

    def step(self, g):
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
        m_hat = self.m / (1 - self.beta1**self.t)  # <-
        v_hat = self.v / (1 - self.beta2**self.t)  # <-
        self.x = self.x - self.rate * m_hat / (np.sqrt(v_hat) + self.eps)


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    w_opt = Adam(W, learning_rate, beta1, beta2, eps)
    b_opt = Adam(b, learning_rate, beta1, beta2, eps)
    for dW, db in zip(dWs, dbs):
        w_opt.step(dW)
        b_opt.step(db)
    return w_opt.x, b_opt.x, w_opt.m, b_opt.m, w_opt.v, b_opt.v
