import numpy as np


class FunkSVD:
    def __init__(self, n_factors=4, lr=0.01, reg=0.02, n_epochs=15):
        self.n_factors, self.lr, self.reg, self.n_epochs = n_factors, lr, reg, n_epochs

    def fit(self, R):
        self.R = R
        n_users, n_items = R.shape
        rng = np.random.RandomState(0)
        self.P = rng.normal(0, 0.1, (n_users, self.n_factors))
        self.Q = rng.normal(0, 0.1, (n_items, self.n_factors))
        self.bu = np.zeros(n_users)
        self.bi = np.zeros(n_items)
        self.mu = R[R > 0].mean()
        samples = [(u, i, R[u, i]) for u in range(n_users) for i in range(n_items) if R[u, i] > 0]
        for epoch in range(self.n_epochs):
            rng.shuffle(samples)
            for u, i, r in samples:
                self.sgd_step(int(u), int(i), r)
            print(epoch, self.loss())
        return self

    def predict(self, u, i):
        return self.mu + self.bu[u] + self.bi[i] + self.P[u].dot(self.Q[i])

    def loss(self):
        total = 0
        for u, i in zip(*self.R.nonzero()):
            total += (self.R[u, i] - self.predict(u, i)) ** 2
            total += self.reg * (self.bu[u] ** 2 + self.bi[i] ** 2 + np.sum(self.P[u] ** 2) + np.sum(self.Q[i] ** 2))
        return total

    def sgd_step(self, u, i, r):
        e = r - self.predict(u, i)
        self.bu[u] += self.lr * (e - self.reg * self.bu[u])
        self.bi[i] += self.lr * (e - self.reg * self.bi[i])
        p = self.P[u].copy()
        self.P[u] += self.lr * (e * self.Q[i] - self.reg * self.P[u])
        self.Q[i] += self.lr * (e * p - self.reg * self.Q[i])


R = np.array([[5, 3, 0, 1], [4, 0, 0, 1], [1, 1, 0, 5], [1, 0, 0, 4], [0, 1, 5, 4]], dtype=float)
model = FunkSVD().fit(R)
