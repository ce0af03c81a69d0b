import numpy as np

np.random.seed(0)
V, D = 9, 5
W_in = np.random.randn(V, D) * 0.2
W_out = np.random.randn(V, D) * 0.2


def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))


def loss_grad(center, context, K=4):
    neg = np.random.choice(V, K)
    ids = np.concatenate(([context], neg))
    labels = np.zeros(K + 1)
    labels[0] = 1
    h = W_in[center]
    p = sigmoid(W_out[ids] @ h)
    loss = -np.sum(labels * np.log(p) + (1 - labels) * np.log(1 - p))
    d = p - labels
    grad_in = np.zeros_like(W_in)
    grad_in[center] = d @ W_out[ids]
    grad_out = np.zeros_like(W_out)
    np.add.at(grad_out, ids, np.outer(d, h))
    return loss, grad_in, grad_out


pairs = [(np.random.randint(V), np.random.randint(V)) for _ in range(40)]
for epoch in range(5):
    total = 0
    for c, o in pairs:
        loss, g_in, g_out = loss_grad(c, o)
        W_in -= 0.1 * g_in
        W_out -= 0.1 * g_out
        total += loss
    print(epoch, total)
