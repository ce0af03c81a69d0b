# expect: softmax-axis
import numpy as np


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum(axis=0)  # <-


def attention(Q, K, V, dout):
    s = np.sqrt(Q.shape[1])
    A = softmax(Q @ K.T / s)  # <-
    out = A @ V
    dA = dout @ V.T
    dS = A * (dA - (A * dA).sum(axis=1, keepdims=True)) / s
    return out, dS @ K, dS.T @ Q, A.T @ dout
