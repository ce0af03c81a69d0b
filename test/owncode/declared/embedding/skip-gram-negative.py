import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class SkipGram:
    def __init__(self, vocab, dim, seed=0):
        rng = np.random.RandomState(seed)
        self.V = rng.randn(vocab, dim) * 0.1
        self.U = rng.randn(vocab, dim) * 0.1
        self.vocab = vocab

    def loss_and_grad(self, center, outside, k=3):
        """negative sampling: k words are drawn by chance each time"""
        negatives = np.random.randint(0, self.vocab, k)
        v = self.V[center]
        pos = sigmoid(self.U[outside] @ v)
        neg = sigmoid(-self.U[negatives] @ v)
        loss = -np.log(pos) - np.sum(np.log(neg))

        gV, gU = np.zeros_like(self.V), np.zeros_like(self.U)
        gV[center] = (pos - 1) * self.U[outside] + (1 - neg) @ self.U[negatives]
        gU[outside] += (pos - 1) * v
        for n, s in zip(negatives, neg):
            gU[n] += (1 - s) * v
        return loss, gV, gU
