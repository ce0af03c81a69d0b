import numpy as np


def loss_1(w): return np.sum(w ** 2), 2 * w
def loss_2(w): return np.sum(w ** 3), 3 * w ** 2
def loss_3(w): return np.sum(w ** 4), 4 * w ** 3
def loss_4(w): return np.sum(np.sin(w)), np.cos(w)
def loss_5(w): return np.sum(np.exp(w)), np.exp(w)
def loss_6(w): return np.sum(np.tanh(w)), 1 - np.tanh(w) ** 2
def loss_7(w): return np.sum(w * 5), 5 * np.ones_like(w)
def loss_8(w): return np.sum(w ** 2) / 2, w
def loss_9(w): return np.sum(np.cos(w)), -np.sin(w)
def loss_10(w): return np.mean(w ** 2), 2 * w / w.size


w = np.array([0.3, -0.7, 1.1])
for f in (loss_1, loss_2, loss_3, loss_4, loss_5, loss_6, loss_7, loss_8, loss_9, loss_10):
    loss, grad = f(w)
    w = w - 0.01 * grad
