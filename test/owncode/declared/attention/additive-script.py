import numpy as np

np.random.seed(4)
T, H = 6, 5
h = np.random.randn(T, H)
W = np.random.randn(H, H) * 0.5
u = np.random.randn(H)
v = np.random.randn(H)
target = 0.3


def pooled(h, W, u, v):
    M = np.tanh(h @ W)
    s = M @ u
    a = np.exp(s - s.max())
    a = a / a.sum()
    c = a @ h
    y = c @ v
    return M, a, c, y


def gradients(h, W, u, v):
    M, a, c, y = pooled(h, W, u, v)
    dy = y - target
    dv = dy * c
    dc = dy * v
    da = h @ dc
    ds = a * (da - a @ da)
    du = M.T @ ds
    dM = np.outer(ds, u) * (1 - M ** 2)
    dW = h.T @ dM
    return dW, du, dv


for i in range(50):
    dW, du, dv = gradients(h, W, u, v)
    W -= 0.1 * dW
    u -= 0.1 * du
    v -= 0.1 * dv
print(pooled(h, W, u, v)[-1])
