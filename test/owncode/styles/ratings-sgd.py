import numpy as np

ratings = [(0, 0, 5.0), (0, 2, 3.0), (1, 0, 4.0), (1, 3, 1.0), (2, 1, 2.0), (2, 3, 5.0), (3, 0, 1.0), (3, 2, 4.0)]
n_users, n_items, k = 4, 4, 3
lr, lam = 0.02, 0.05

np.random.seed(4)
P = np.random.normal(scale=1. / k, size=(n_users, k))
Q = np.random.normal(scale=1. / k, size=(n_items, k))


def objective():
    total = 0.0
    for u, i, r in ratings:
        total += (r - P[u] @ Q[i]) ** 2 + lam * (P[u] @ P[u] + Q[i] @ Q[i])
    return total


def gradients():
    dP, dQ = np.zeros_like(P), np.zeros_like(Q)
    for u, i, r in ratings:
        err = r - P[u] @ Q[i]
        dP[u] += -2 * err * Q[i] + 2 * lam * P[u]
        dQ[i] += -2 * err * P[u] + 2 * lam * Q[i]
    return dP, dQ


for step in range(80):
    dP, dQ = gradients()
    P -= lr * dP
    Q -= lr * dQ
    if step % 20 == 0:
        print(step, objective())
