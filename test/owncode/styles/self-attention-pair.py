import numpy as np


def softmax(s):
    s = s - s.max(-1, keepdims=True)
    e = np.exp(s)
    return e / e.sum(-1, keepdims=True)


def attention_forward(X, Wq, Wk, Wv):
    Q, K, V = X @ Wq, X @ Wk, X @ Wv
    d = Q.shape[-1]
    P = softmax(Q @ K.T / np.sqrt(d))
    return P @ V, (X, Wq, Wk, Wv, Q, K, V, P)


def attention_backward(dO, cache):
    X, Wq, Wk, Wv, Q, K, V, P = cache
    d = Q.shape[-1]
    dV = P.T @ dO
    dP = dO @ V.T
    dS = P * (dP - (dP * P).sum(-1, keepdims=True))
    dQ = dS @ K / np.sqrt(d)
    dK = dS.T @ Q / np.sqrt(d)
    dX = dQ @ Wq.T + dK @ Wk.T + dV @ Wv.T
    return dX, X.T @ dQ, X.T @ dK, X.T @ dV


np.random.seed(5)
X = np.random.randn(6, 4)
Wq, Wk, Wv = (np.random.randn(4, 3) for _ in range(3))
O, cache = attention_forward(X, Wq, Wk, Wv)
print("attention weights sum to", cache[-1].sum(-1))
dX, dWq, dWk, dWv = attention_backward(np.random.randn(*O.shape), cache)
