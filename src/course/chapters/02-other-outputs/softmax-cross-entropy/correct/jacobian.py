import numpy as np


def log_softmax(Z):
    top = Z.max(axis=-1, keepdims=True)
    return Z - top - np.log(np.exp(Z - top).sum(axis=-1, keepdims=True))


def softmax_cross_entropy(Z, Y):
    logs = log_softmax(Z)
    dlogs = -Y / len(Z)
    loss = float(np.sum(dlogs * logs))
    # back through log-softmax
    dZ = dlogs - np.exp(logs) * dlogs.sum(axis=-1, keepdims=True)
    return loss, dZ
