import numpy as np


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb
