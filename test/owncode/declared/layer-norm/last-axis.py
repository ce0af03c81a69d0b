import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    mean = x.mean(axis=-1, keepdims=True)
    std = np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    norm = (x - mean) / std
    return norm * gain + bias, (norm, std, gain)


def layer_norm_backward(dout, cache):
    norm, std, gain = cache
    dnorm = dout * gain
    dx = (dnorm - dnorm.mean(axis=-1, keepdims=True) - norm * (dnorm * norm).mean(axis=-1, keepdims=True)) / std
    dgain = (dout * norm).sum(axis=(0, 1))
    dbias = dout.sum(axis=(0, 1))
    return dx, dgain, dbias
