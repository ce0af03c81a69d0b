import numpy as np

np.random.seed(0)
U = np.random.randn(4, 1) * 0.5
W = np.random.randn(4, 4) * 0.3
V = np.random.randn(1, 4) * 0.5


def forward(xs):
    hs = [np.zeros((4, 1))]
    for x in xs:
        hs.append(np.tanh(U * x + W @ hs[-1]))
    return hs, (V @ hs[-1]).item()


def loss(xs, t):
    return 0.5 * (forward(xs)[1] - t) ** 2


def bptt(xs, t):
    hs, y = forward(xs)
    dU, dW = np.zeros_like(U), np.zeros_like(W)
    dy = y - t
    dV = dy * hs[-1].T
    dh = V.T * dy
    for k in range(len(xs), 0, -1):
        dz = dh * (1 - hs[k] ** 2)
        dU += dz * xs[k - 1]
        dW += dz @ hs[k - 1].T
        dh = W.T @ dz
    return dU, dW, dV


wave = np.sin(np.arange(60) * 0.3)
for epoch in range(10):
    for s in range(0, 50, 5):
        dU, dW, dV = bptt(wave[s:s + 8], wave[s + 8])
        U -= 0.05 * dU
        W -= 0.05 * dW
        V -= 0.05 * dV
print(loss(wave[:8], wave[8]))
