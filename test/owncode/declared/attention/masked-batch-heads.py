import numpy as np


class CausalSelfAttention:
    def __init__(self, d, heads, rng):
        self.h, self.d = heads, d
        self.qkv = rng.normal(0, 0.4, (d, 3 * d))
        self.proj = rng.normal(0, 0.4, (d, d))

    def split(self, t):
        B, T, _ = t.shape
        return t.reshape(B, T, self.h, self.d // self.h).transpose(0, 2, 1, 3)

    def merge(self, t):
        B, _, T, _ = t.shape
        return t.transpose(0, 2, 1, 3).reshape(B, T, self.d)

    def forward(self, x):
        T = x.shape[1]
        q, k, v = map(self.split, np.split(x @ self.qkv, 3, axis=-1))
        scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
        scores = np.where(np.tril(np.ones((T, T))) == 0, -1e9, scores)
        w = np.exp(scores - scores.max(-1, keepdims=True))
        w /= w.sum(-1, keepdims=True)
        y = self.merge(w @ v)
        self.saved = x, q, k, v, w, y
        return y @ self.proj

    def backward(self, grad):
        x, q, k, v, w, y = self.saved
        self.grad_proj = np.einsum("btd,bte->de", y, grad)
        gy = self.split(grad @ self.proj.T)
        gw = gy @ v.swapaxes(-1, -2)
        gv = w.swapaxes(-1, -2) @ gy
        gs = w * (gw - (gw * w).sum(-1, keepdims=True)) / np.sqrt(q.shape[-1])
        gq = gs @ k
        gk = gs.swapaxes(-1, -2) @ q
        gqkv = np.concatenate([self.merge(gq), self.merge(gk), self.merge(gv)], axis=-1)
        self.grad_qkv = np.einsum("btd,bte->de", x, gqkv)
        return gqkv @ self.qkv.T
