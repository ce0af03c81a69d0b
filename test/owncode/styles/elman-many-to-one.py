import numpy as np

np.random.seed(12)
T, D, H = 5, 2, 6
Wx = np.random.randn(H, D) * 0.5
Wh = np.random.randn(H, H) * 0.3
bh = np.zeros((H, 1))
Wo = np.random.randn(1, H) * 0.5
bo = np.zeros((1, 1))


def rnn_forward(xs):
    hs = {-1: np.zeros((H, 1))}
    for t in range(T):
        hs[t] = np.tanh(Wx @ xs[t] + Wh @ hs[t - 1] + bh)
    return hs, Wo @ hs[T - 1] + bo


def rnn_backward(xs, hs, out, target):
    dWx, dWh, dbh = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(bh)
    dout = out - target
    dWo, dbo = dout @ hs[T - 1].T, dout
    dh = Wo.T @ dout
    for t in range(T - 1, -1, -1):
        da = dh * (1 - hs[t] ** 2)
        dWx += da @ xs[t].T
        dWh += da @ hs[t - 1].T
        dbh += da
        dh = Wh.T @ da
    return dWx, dWh, dbh, dWo, dbo


data = []
for _ in range(30):
    xs = np.random.randn(T, D, 1)
    data.append((xs, np.sum(xs[:, 0]).reshape(1, 1)))

for epoch in range(10):
    total_loss = 0
    for xs, target in data:
        hs, out = rnn_forward(xs)
        total_loss += 0.5 * np.sum((out - target) ** 2)
        grads = rnn_backward(xs, hs, out, target)
        for param, grad in zip([Wx, Wh, bh, Wo, bo], grads):
            param -= 0.02 * grad
    print(epoch, total_loss / len(data))
