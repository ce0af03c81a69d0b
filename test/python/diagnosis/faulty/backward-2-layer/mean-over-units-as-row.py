import numpy as np

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    n = len(X)
    delta = A2 - Y
    gW2 = np.einsum('ni,no->io', A1, delta) / n
    gb2 = np.einsum('no->o', delta)[None] / n
    back = np.einsum('no,ho->nh', delta, W2)
    back = np.where(Z1 > 0, back, 0)
    gW1 = np.einsum('ni,nh->ih', X, back) / n
    gb1 = back.mean(1)[None, :]  # <- wrong-axis
    return gW1, gb1, gW2, gb2
