import numpy as np

np.random.seed(0)
text = "the king loves the queen the queen loves the king and the dog sleeps".split()
word2idx = {w: i for i, w in enumerate(dict.fromkeys(text))}
V, N = len(word2idx), 8
window = 2

pairs = []
for i, w in enumerate(text):
    for j in range(max(0, i - window), min(len(text), i + window + 1)):
        if j != i:
            pairs.append((word2idx[w], word2idx[text[j]]))

W_in = np.random.randn(V, N) * 0.1
W_out = np.random.randn(N, V) * 0.1


def softmax(u):
    e = np.exp(u - u.max())
    return e / e.sum()


def forward(center):
    h = W_in[center]
    u = h @ W_out
    return h, softmax(u)


lr = 0.05
for epoch in range(10):
    loss = 0
    for center, context in pairs:
        h, p = forward(center)
        loss += -np.log(p[context])
        e = p.copy()
        e[context] -= 1
        dW_out = np.outer(h, e)
        dh = W_out @ e
        W_out -= lr * dW_out
        W_in[center] -= lr * dh
    print(epoch, loss / len(pairs))
