import numpy as np


def init(sizes, rng):
    params = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        params += [rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in), np.zeros(fan_out)]
    return params


def mlp(params, x):
    acts = [x]
    for k in range(0, len(params), 2):
        z = acts[-1] @ params[k] + params[k + 1]
        acts.append(np.tanh(z) if k < len(params) - 2 else z)
    return acts


def loss_fn(params, x, t):
    return 0.5 * np.mean(np.sum((mlp(params, x)[-1] - t) ** 2, axis=1))


def grad_fn(params, x, t):
    acts = mlp(params, x)
    grads = [None] * len(params)
    delta = (acts[-1] - t) / len(x)
    for k in range(len(params) - 2, -1, -2):
        a = acts[k // 2]
        grads[k] = a.T @ delta
        grads[k + 1] = delta.sum(0)
        if k:
            delta = (delta @ params[k].T) * (1 - a ** 2)
    return grads


rng = np.random.default_rng(5)
params = init([3, 8, 6, 2], rng)
m = [np.zeros_like(p) for p in params]
v = [np.zeros_like(p) for p in params]
x = rng.standard_normal((50, 3))
t = np.stack([np.sin(x[:, 0]), x[:, 1] * x[:, 2]], axis=1)
for step in range(1, 101):
    grads = grad_fn(params, x, t)
    for i, g in enumerate(grads):
        m[i] = 0.9 * m[i] + 0.1 * g
        v[i] = 0.999 * v[i] + 0.001 * g ** 2
        params[i] -= 0.01 * (m[i] / (1 - 0.9 ** step)) / (np.sqrt(v[i] / (1 - 0.999 ** step)) + 1e-8)
    if step % 50 == 0:
        print(step, loss_fn(params, x, t))
