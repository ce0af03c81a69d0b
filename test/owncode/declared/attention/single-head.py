import numpy as np


def softmax(s):
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def attention_forward(x, Wq, Wk, Wv):
    Q, K, V = x @ Wq, x @ Wk, x @ Wv
    S = Q @ K.T / np.sqrt(K.shape[-1])
    P = softmax(S)
    out = P @ V
    return out, (x, Wq, Wk, Wv, Q, K, V, P)


def attention_backward(dout, cache):
    x, Wq, Wk, Wv, Q, K, V, P = cache
    dV = P.T @ dout
    dP = dout @ V.T
    dS = P * (dP - np.sum(dP * P, axis=-1, keepdims=True))
    dS = dS / np.sqrt(K.shape[-1])
    dQ = dS @ K
    dK = dS.T @ Q
    dWq, dWk, dWv = x.T @ dQ, x.T @ dK, x.T @ dV
    dx = dQ @ Wq.T + dK @ Wk.T + dV @ Wv.T
    return dx, dWq, dWk, dWv
