import numpy as np


def step(x, dx, m, v, t, rate, beta1, beta2, eps):
    m = beta1 * m + (1 - beta1) * dx
    v = beta2 * v + (1 - beta2) * dx * dx
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    x = x - rate * m_hat / (np.sqrt(v_hat) + eps)
    return x, m, v


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    mW = vW = np.zeros(W.shape)
    mb = vb = np.zeros(b.shape)
    for t, (dW, db) in enumerate(zip(dWs, dbs), start=1):
        W, mW, vW = step(W, dW, mW, vW, t, learning_rate, beta1, beta2, eps)
        b, mb, vb = step(b, db, mb, vb, t, learning_rate, beta1, beta2, eps)
    return W, b, mW, mb, vW, vb
