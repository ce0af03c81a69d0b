import numpy as np

g = np.random.default_rng(2147483647)
vocab, block, n_embd, n_hidden = 9, 3, 4, 12
C = g.standard_normal((vocab, n_embd))
W1 = g.standard_normal((n_embd * block, n_hidden)) * 0.3
b1 = g.standard_normal(n_hidden) * 0.1
W2 = g.standard_normal((n_hidden, vocab)) * 0.3
b2 = g.standard_normal(vocab) * 0.1
Xtr = g.integers(0, vocab, (60, block))
Ytr = g.integers(0, vocab, 60)
n = 16

for step in range(60):
    ix = g.integers(0, len(Xtr), n)
    Xb, Yb = Xtr[ix], Ytr[ix]
    # forward pass
    emb = C[Xb]
    embcat = emb.reshape(n, -1)
    hpreact = embcat @ W1 + b1
    h = np.tanh(hpreact)
    logits = h @ W2 + b2
    logits_max = logits.max(1, keepdims=True)
    counts = np.exp(logits - logits_max)
    probs = counts / counts.sum(1, keepdims=True)
    loss = -np.log(probs[range(n), Yb]).mean()
    # manual backprop
    dlogits = probs.copy()
    dlogits[range(n), Yb] -= 1
    dlogits /= n
    dh = dlogits @ W2.T
    dW2 = h.T @ dlogits
    db2 = dlogits.sum(0)
    dhpreact = (1.0 - h ** 2) * dh
    dembcat = dhpreact @ W1.T
    dW1 = embcat.T @ dhpreact
    db1 = dhpreact.sum(0)
    demb = dembcat.reshape(emb.shape)
    dC = np.zeros_like(C)
    for k in range(Xb.shape[0]):
        for j in range(Xb.shape[1]):
            dC[Xb[k, j]] += demb[k, j]
    grads = [dC, dW1, db1, dW2, db2]
    lr = 0.1 if step < 40 else 0.01
    for p, grad in zip([C, W1, b1, W2, b2], grads):
        p += -lr * grad
print(loss)
