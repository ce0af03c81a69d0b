import numpy as np


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """Steps of Adam, one for each gradient.

    W: (n, k), b: (1, k)
    dWs: (steps, n, k), dbs: (steps, 1, k)
    returns W, b and the averages mW, mb, vW, vb
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        # the averages of gradients and of their squares
        mW = ...
        mb = ...
        vW = ...
        vb = ...

        # both corrected for their start, and the step
        W = ...
        b = ...

    return W, b, mW, mb, vW, vb
