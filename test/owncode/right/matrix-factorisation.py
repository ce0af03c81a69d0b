import numpy as np

rng = np.random.default_rng(0)
R = rng.integers(0, 6, (6, 5)).astype(float)
mask = R > 0
P = rng.normal(size=(6, 2))
Q = rng.normal(size=(5, 2))


def objective(P, Q, lam=0.1):
    E = mask * (R - P @ Q.T)
    return np.sum(E ** 2) + lam * (np.sum(P ** 2) + np.sum(Q ** 2))


def gradients(P, Q, lam=0.1):
    E = mask * (R - P @ Q.T)
    return -2 * E @ Q + 2 * lam * P, -2 * E.T @ P + 2 * lam * Q


for i in range(200):
    gP, gQ = gradients(P, Q)
    P = P - 0.005 * gP
    Q = Q - 0.005 * gQ
print(objective(P, Q))
