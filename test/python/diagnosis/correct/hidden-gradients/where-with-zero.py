import numpy as np


def hidden_gradients(x, z, delta, w):
    """delta를 한 층 뒤로 보낸다"""
    back = np.matmul(delta, np.transpose(w))
    masked = np.where(z >= 0, back, 0.0)
    dw, db = (np.matmul(a.T, masked) / x.shape[0] for a in (x, np.ones((x.shape[0], 1))))
    return back, masked, dw, db
