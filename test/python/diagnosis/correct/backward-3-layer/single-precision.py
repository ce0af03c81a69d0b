import numpy as np

f32 = np.float32


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    X, Y, A1, A2, A3, W2, W3 = (np.asarray(t, dtype=f32) for t in (X, Y, A1, A2, A3, W2, W3))
    m = f32(X.shape[0])
    d3 = A3 - Y
    d2 = (d3 @ W3.T) * (Z2 > 0)
    d1 = (d2 @ W2.T) * (Z1 > 0)
    grads = []
    for inp, d in ((X, d1), (A1, d2), (A2, d3)):
        grads.extend((inp.T @ d / m, d.sum(axis=0, keepdims=True) / m))
    return tuple(grads)
