import re
import numpy as np

docs = [("good movie great fun", 1), ("bad boring film", 0), ("great film", 1), ("boring bad fun", 0), ("good good great", 1)]
tokens = sorted({w for d, _ in docs for w in re.findall(r'\w+', d)})
ids = {w: i for i, w in enumerate(tokens)}
encoded = [([ids[w] for w in d.split()], label) for d, label in docs]

EMB = 5
np.random.seed(21)


class Classifier:
    def __init__(self, vocab, emb):
        self.E = np.random.randn(vocab, emb) * 0.5
        self.w = np.random.randn(emb) * 0.5
        self.b = np.zeros(1)

    def forward(self, idx):
        self.idx = idx
        self.mean = self.E[idx].mean(axis=0)
        self.p = 1 / (1 + np.exp(-(self.mean @ self.w + self.b)))
        return self.p

    def loss(self, label):
        return float(-(label * np.log(self.p) + (1 - label) * np.log(1 - self.p))[0])

    def backward(self, label):
        d = self.p - label
        gE = np.zeros_like(self.E)
        np.add.at(gE, self.idx, d * self.w / len(self.idx))
        return {'E': gE, 'w': d * self.mean, 'b': d}


clf = Classifier(len(tokens), EMB)
for epoch in range(100):
    total = 0.0
    for idx, label in encoded:
        clf.forward(idx)
        total += clf.loss(label)
        g = clf.backward(label)
        clf.E -= 0.3 * g['E']; clf.w -= 0.3 * g['w']; clf.b -= 0.3 * g['b']
    if epoch % 25 == 0:
        print(epoch, total)
