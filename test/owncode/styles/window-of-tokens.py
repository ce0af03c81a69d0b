import numpy as np

ids = np.array([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4])
rng = np.random.default_rng(2)
C = rng.normal(0, 0.5, (10, 4))
W = rng.normal(0, 0.5, (12, 10))
for epoch in range(20):
    total = 0.0
    for i in range(0, len(ids) - 3):
        ctx = ids[i:i + 3]
        target = ids[i + 3]
        x = C[ctx].reshape(-1)
        z = x @ W
        prob = np.exp(z - z.max())
        prob /= prob.sum()
        loss = -np.log(prob[target])
        total += loss
        dz = prob.copy()
        dz[target] -= 1
        dW = np.outer(x, dz)
        dx = (W @ dz).reshape(3, 4)
        dC = np.zeros_like(C)
        for k in range(3):
            dC[ctx[k]] += dx[k]
        C -= 0.1 * dC
        W -= 0.1 * dW
