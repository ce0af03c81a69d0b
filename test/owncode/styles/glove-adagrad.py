import numpy as np
from collections import defaultdict

corpus = "a b c a c d b a d c b a e d a b".split()
vocab = sorted(set(corpus))
idx = {w: i for i, w in enumerate(vocab)}
cooc = defaultdict(float)
for i, w in enumerate(corpus):
    for j in range(max(0, i - 3), i):
        cooc[(idx[w], idx[corpus[j]])] += 1.0 / (i - j)
        cooc[(idx[corpus[j]], idx[w])] += 1.0 / (i - j)

V, d = len(vocab), 4
rng = np.random.default_rng(0)
W = rng.uniform(-0.5, 0.5, (V, d))
C = rng.uniform(-0.5, 0.5, (V, d))
bw, bc = np.zeros(V), np.zeros(V)
xmax, alpha = 3.0, 0.75


def cost_and_grads(W, C, bw, bc):
    gW, gC, gbw, gbc = np.zeros_like(W), np.zeros_like(C), np.zeros_like(bw), np.zeros_like(bc)
    cost = 0.0
    for (i, j), x in cooc.items():
        weight = (x / xmax) ** alpha if x < xmax else 1.0
        inner = W[i] @ C[j] + bw[i] + bc[j] - np.log(x)
        cost += 0.5 * weight * inner ** 2
        gW[i] += weight * inner * C[j]
        gC[j] += weight * inner * W[i]
        gbw[i] += weight * inner
        gbc[j] += weight * inner
    return cost, gW, gC, gbw, gbc


hist = [np.ones_like(p) for p in (W, C, bw, bc)]
for it in range(25):
    cost, *grads = cost_and_grads(W, C, bw, bc)
    for p, g, h in zip((W, C, bw, bc), grads, hist):
        h += g ** 2
        p -= 0.05 * g / np.sqrt(h)
    if it % 5 == 0:
        print(it, cost)
