import numpy as np


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    params = [W.copy(), b.copy()]
    m = [np.zeros_like(p) for p in params]
    v = [np.zeros_like(p) for p in params]
    t = 0
    for grads in zip(dWs, dbs):
        t += 1
        for j, g in enumerate(grads):
            m[j] += (1 - beta1) * (g - m[j])
            v[j] += (1 - beta2) * (np.square(g) - v[j])
            step = m[j] / (1 - beta1**t)
            size = np.sqrt(v[j] / (1 - beta2**t)) + eps
            params[j] -= learning_rate * step / size
    return params[0], params[1], m[0], m[1], v[0], v[1]
