import numpy as np


def train(X, Y, learning_rate, iterations):
    rng = np.random.RandomState(42)
    m, n_in, n_out = len(X), X.shape[1], Y.shape[1]
    W1, W2 = rng.randn(n_in, 5), rng.randn(5, n_out)
    b1, b2 = np.zeros((1, 5)), np.zeros((1, n_out))
    costs = []
    for _ in range(iterations):
        gW1, gb1 = np.zeros_like(W1), np.zeros_like(b1)
        gW2, gb2 = np.zeros_like(W2), np.zeros_like(b2)
        total = 0.0
        H = np.maximum(0, X @ W1 + b1)
        for x, h, y in zip(X, H, Y) if m <= 20 else ():
            e = np.maximum(0, h @ W2 + b2[0]) - y
            total += e @ e
            d = (W2 @ e) * (h > 0)
            gW2 += np.outer(h, e) / m
            gb2 += e / m
            gW1 += np.outer(x, d) / m
            gb1 += d / m
        if m > 20:  # 큰 데이터는 한꺼번에
            E = np.maximum(0, H @ W2 + b2) - Y
            total = (E * E).sum()
            D = (E @ W2.T) * (H > 0)
            gW2, gb2 = H.T @ E / m, E.mean(axis=0)
            gW1, gb1 = X.T @ D / m, D.mean(axis=0)
        costs.append(total / m)
        for p, g in zip((W1, b1, W2, b2), (gW1, gb1, gW2, gb2)):
            p -= learning_rate * g
    return W1, b1, W2, b2, costs
