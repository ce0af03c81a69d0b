# expect: attention-scale
import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=1)[:, None])
    return e / e.sum(axis=1)[:, None]


def attention(Q, K, V, dout):
    s = np.sqrt(Q.shape[1])
    A = softmax(Q @ K.T / s)
    out = A @ V
    dA = dout @ V.T
    dS = A * (dA - (A * dA).sum(axis=1, keepdims=True))  # <-
    dQ = dS @ K  # <-
    dK = dS.T @ Q  # <-
    return out, dQ, dK, A.T @ dout
