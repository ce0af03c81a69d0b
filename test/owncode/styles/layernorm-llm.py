import numpy as np

eps = 1e-5


class LayerNorm:
    @staticmethod
    def forward(x, w, b):
        B, T, C = x.shape
        mean = x.sum(-1, keepdims=True) / C
        xshift = x - mean
        var = (xshift ** 2).sum(-1, keepdims=True) / C
        rstd = (var + eps) ** -0.5
        norm = xshift * rstd
        out = norm * w + b
        cache = (x, w, mean, rstd)
        return out, cache

    @staticmethod
    def backward(dout, cache):
        x, w, mean, rstd = cache
        norm = (x - mean) * rstd
        db = dout.sum((0, 1))
        dw = (dout * norm).sum((0, 1))
        dnorm = dout * w
        dx = dnorm - dnorm.mean(-1, keepdims=True) - norm * (dnorm * norm).mean(-1, keepdims=True)
        dx *= rstd
        return dx, dw, db


rng = np.random.RandomState(1337)
B, T, C = 2, 3, 4
x = rng.randn(B, T, C)
w = rng.randn(C)
b = rng.randn(C)
out, cache = LayerNorm.forward(x, w, b)
dout = rng.randn(B, T, C)
fakeloss = (out * dout).sum()
dx, dw, db = LayerNorm.backward(dout, cache)
print(fakeloss, dx.shape, dw.shape, db.shape)
