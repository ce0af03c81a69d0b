# expect: input-mutated
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
        W -= learning_rate * (mW / (1 - beta1 ** t)) / (np.sqrt(vW / (1 - beta2 ** t)) + eps)  # <-
        b -= learning_rate * (mb / (1 - beta1 ** t)) / (np.sqrt(vb / (1 - beta2 ** t)) + eps)
    return W, b, mW, mb, vW, vb
