# expect: softmax-axis
import numpy as np


def softmax(S):
    e = np.exp(S - S.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)  # <-


def attention(Q, K, V, dout):
    root = np.sqrt(Q.shape[-1])
    q = Q / root
    A = softmax(q @ K.T)  # <-
    out = A @ V
    dA = dout @ V.T
    dS = A * dA
    dS -= A * dS.sum(axis=-1, keepdims=True)
    return out, dS @ K / root, dS.T @ q, A.T @ dout
