import numpy as np

data = 'she sells sea shells by the sea shore and so on and on'
chars = list(set(data)); chars.sort()
ci = {ch: i for i, ch in enumerate(chars)}
V, D, H, n = len(chars), 5, 8, 5
np.random.seed(1)
E = np.random.randn(V, D) * 0.3
Wx = np.random.randn(D, H) * 0.3
Wh = np.random.randn(H, H) * 0.3
Wy = np.random.randn(H, V) * 0.3
p, it = 0, 0
hprev = np.zeros(H)
while it < 100:
    if p + n + 1 >= len(data) or it == 0:
        hprev = np.zeros(H)
        p = 0
    inputs = [ci[ch] for ch in data[p:p + n]]
    targets = [ci[ch] for ch in data[p + 1:p + n + 1]]
    hs, ps = {-1: hprev}, {}
    loss = 0
    for t in range(n):
        hs[t] = np.tanh(E[inputs[t]] @ Wx + hs[t - 1] @ Wh)
        y = hs[t] @ Wy
        ps[t] = np.exp(y) / np.exp(y).sum()
        loss -= np.log(ps[t][targets[t]])
    dE, dWx, dWh, dWy = np.zeros_like(E), np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(Wy)
    dnext = np.zeros(H)
    for t in reversed(range(n)):
        dy = ps[t].copy()
        dy[targets[t]] -= 1
        dWy += np.outer(hs[t], dy)
        dh = Wy @ dy + dnext
        da = dh * (1 - hs[t] ** 2)
        dWx += np.outer(E[inputs[t]], da)
        dWh += np.outer(hs[t - 1], da)
        dE[inputs[t]] += Wx @ da
        dnext = Wh @ da
    for w, dw in zip([E, Wx, Wh, Wy], [dE, dWx, dWh, dWy]):
        w -= 0.05 * dw
    hprev = hs[n - 1]
    p += n
    it += 1
