import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(32, 4))
y = (X[:, :1] * X[:, 1:2] > 0).astype(float)
W1 = rng.normal(size=(4, 10))
W2 = rng.normal(size=(10, 1))
p_drop = 0.25


def loss_and_grads(W1, W2, seed):
    mask = (np.random.default_rng(seed).random((len(X), 10)) >= p_drop) / (1 - p_drop)
    h = np.tanh(X @ W1)
    hd = h * mask
    out = 1 / (1 + np.exp(-hd @ W2))
    loss = -np.mean(y * np.log(out) + (1 - y) * np.log(1 - out))
    d = (out - y) / len(X)
    gW2 = hd.T @ d
    gW1 = X.T @ (d @ W2.T * mask * (1 - h ** 2))
    return loss, gW1, gW2


for epoch in range(60):
    loss, gW1, gW2 = loss_and_grads(W1, W2, epoch)
    W1 -= gW1
    W2 -= gW2
print(loss)
