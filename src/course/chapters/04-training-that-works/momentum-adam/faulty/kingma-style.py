# expect: epsilon-place
import numpy as np


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    m, v = {}, {}
    theta = dict(W=W, b=b)
    for k in theta:
        m[k] = np.zeros(theta[k].shape)
        v[k] = np.zeros(theta[k].shape)
    for t in range(1, len(dWs) + 1):
        g = dict(W=dWs[t - 1], b=dbs[t - 1])
        rate = learning_rate * np.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)
        for k in theta:
            m[k] = beta1 * m[k] + (1 - beta1) * g[k]
            v[k] = beta2 * v[k] + (1 - beta2) * g[k] ** 2
            theta[k] = theta[k] - rate * m[k] / (np.sqrt(v[k]) + eps)  # <-
    return theta['W'], theta['b'], m['W'], m['b'], v['W'], v['b']
