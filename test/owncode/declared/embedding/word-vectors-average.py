import numpy as np


def forward(words, E, U):
    h = E[words].mean(axis=0)
    scores = U @ h
    e = np.exp(scores - scores.max())
    return h, e / e.sum()


def cbow_loss_and_gradients(words, center, E, U):
    h, p = forward(words, E, U)
    loss = -np.log(p[center])
    d = p.copy()
    d[center] -= 1
    dU = np.outer(d, h)
    dh = U.T @ d
    dE = np.zeros_like(E)
    np.add.at(dE, words, dh / len(words))
    return loss, dE, dU


text = "the quick brown fox jumps over the lazy dog and the fox runs".split()
vocabulary = {w: i for i, w in enumerate(sorted(set(text)))}
ids = np.array([vocabulary[w] for w in text])
rng = np.random.default_rng(0)
E = rng.normal(0, 0.1, (len(vocabulary), 6))
U = rng.normal(0, 0.1, (len(vocabulary), 6))
for epoch in range(20):
    total = 0
    for c in range(2, len(ids) - 2):
        context = np.r_[ids[c - 2:c], ids[c + 1:c + 3]]
        loss, dE, dU = cbow_loss_and_gradients(context, ids[c], E, U)
        E -= 0.2 * dE
        U -= 0.2 * dU
        total += loss
print(total)
