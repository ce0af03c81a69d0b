# expect: bias-correction
import numpy as np


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    mW = mb = vW = vb = 0
    t = 0
    for gW, gb in zip(dWs, dbs):
        t = t + 1
        mW = mW * beta1 + gW * (1 - beta1)
        mb = mb * beta1 + gb * (1 - beta1)
        vW = vW * beta2 + gW * gW * (1 - beta2)
        vb = vb * beta2 + gb * gb * (1 - beta2)
        c = 1 - beta1 ** t
        W = W - learning_rate * (mW / c) / (np.sqrt(vW) + eps)  # <-
        b = b - learning_rate * (mb / c) / (np.sqrt(vb) + eps)  # <-
    return W, b, mW, mb, vW, vb
