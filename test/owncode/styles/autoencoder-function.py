import numpy as np


def encode(x, params):
    return np.tanh(x @ params["W_enc"] + params["b_enc"])


def decode(h, params):
    return h @ params["W_dec"] + params["b_dec"]


def reconstruction_error(x, params):
    r = decode(encode(x, params), params)
    return np.mean(np.sum((r - x) ** 2, axis=1))


def gradients(x, params):
    h = encode(x, params)
    r = decode(h, params)
    m = x.shape[0]
    g = {}
    dr = 2 * (r - x) / m
    g["W_dec"] = h.T @ dr
    g["b_dec"] = dr.sum(axis=0)
    dz = (dr @ params["W_dec"].T) * (1 - h * h)
    g["W_enc"] = x.T @ dz
    g["b_enc"] = dz.sum(axis=0)
    return g


rng = np.random.RandomState(8)
data = rng.randn(40, 6)
params = {"W_enc": rng.randn(6, 3) * 0.1, "b_enc": np.zeros(3), "W_dec": rng.randn(3, 6) * 0.1, "b_dec": np.zeros(6)}
for it in range(100):
    g = gradients(data, params)
    for key in params:
        params[key] -= 0.05 * g[key]
    if it % 20 == 0:
        print(it, reconstruction_error(data, params))
