import numpy as np


def im2col(x, k):
    n, h, w, c = x.shape
    oh, ow = h - k + 1, w - k + 1
    cols = np.empty((n, oh, ow, k, k, c))
    for i in range(k):
        for j in range(k):
            cols[:, :, :, i, j, :] = x[:, i:i + oh, j:j + ow, :]
    return cols.reshape(n * oh * ow, -1), oh, ow


def col2im(dcols, shape, k):
    n, h, w, c = shape
    oh, ow = h - k + 1, w - k + 1
    dcols = dcols.reshape(n, oh, ow, k, k, c)
    dx = np.zeros(shape)
    for i in range(k):
        for j in range(k):
            dx[:, i:i + oh, j:j + ow, :] += dcols[:, :, :, i, j, :]
    return dx


class Conv2D:
    def __init__(self, k, c_in, c_out):
        rng = np.random.RandomState(0)
        self.k = k
        self.W = rng.randn(k * k * c_in, c_out) * 0.3
        self.b = np.zeros(c_out)

    def forward(self, x):
        self.shape = x.shape
        self.cols, oh, ow = im2col(x, self.k)
        return (self.cols @ self.W + self.b).reshape(x.shape[0], oh, ow, -1)

    def backward(self, dout):
        flat = dout.reshape(-1, dout.shape[-1])
        self.dW = self.cols.T @ flat
        self.db = flat.sum(axis=0)
        return col2im(flat @ self.W.T, self.shape, self.k)


class MaxPool2:
    def forward(self, x):
        n, h, w, c = x.shape
        self.x = x.reshape(n, h // 2, 2, w // 2, 2, c)
        self.out = self.x.max(axis=(2, 4), keepdims=True)
        return self.out.reshape(n, h // 2, w // 2, c)

    def backward(self, dout):
        mask = self.x == self.out
        d = mask * dout.reshape(self.out.shape)
        n, h, _, w, _, c = self.x.shape
        return d.reshape(n, h * 2, w * 2, c)
