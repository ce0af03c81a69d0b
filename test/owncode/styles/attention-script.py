import numpy as np

rng = np.random.default_rng(42)
seq, d_model, d_k = 4, 6, 3
X = rng.standard_normal((seq, d_model))
Y = rng.standard_normal((seq, d_model))
Wq = rng.standard_normal((d_model, d_k)) * 0.4
Wk = rng.standard_normal((d_model, d_k)) * 0.4
Wv = rng.standard_normal((d_model, d_k)) * 0.4
Wo = rng.standard_normal((d_k, d_model)) * 0.4
lr = 0.02


def softmax(s):
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


for step in range(200):
    # forward
    Q, K, V = X @ Wq, X @ Wk, X @ Wv
    S = Q @ K.T / np.sqrt(d_k)
    A = softmax(S)
    Z = A @ V
    out = X + Z @ Wo
    loss = np.mean((out - Y) ** 2)
    # backward
    dout = 2 * (out - Y) / out.size
    dWo = Z.T @ dout
    dZ = dout @ Wo.T
    dA = dZ @ V.T
    dV = A.T @ dZ
    dS = A * (dA - (dA * A).sum(axis=-1, keepdims=True))
    dS /= np.sqrt(d_k)
    dQ = dS @ K
    dK = dS.T @ Q
    dWq, dWk, dWv = X.T @ dQ, X.T @ dK, X.T @ dV
    Wq -= lr * dWq
    Wk -= lr * dWk
    Wv -= lr * dWv
    Wo -= lr * dWo
    if step % 50 == 0:
        print(f"step {step:3d} loss {loss:.4f}")
