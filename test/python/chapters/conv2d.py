"""A convolution's weighted outputs without writing into arrays, which autograd does not follow."""

import numpy as np


def loss(given):
    x, K, pad, stride = given["x"], given["K"], given["pad"], given["stride"]
    sides = np.zeros((x.shape[0], pad))
    wide = np.concatenate([sides, x, sides], axis=1)
    ends = np.zeros((pad, wide.shape[1]))
    padded = np.concatenate([ends, wide, ends], axis=0)
    kh, kw = K.shape
    total = 0.0
    for i in range(given["dout"].shape[0]):
        for j in range(given["dout"].shape[1]):
            window = padded[i * stride : i * stride + kh, j * stride : j * stride + kw]
            total = total + given["dout"][i, j] * (np.sum(window * K) + given["b"])
    return total
