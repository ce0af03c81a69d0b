import numpy as np

# (함수, 도함수) 쌍
STEPS = [
    (lambda x: 3 * x + 1, lambda x: 3 * np.ones_like(x)),
    (lambda u: u**2, lambda u: 2 * u),
]


def chain_rule(x):
    value, slope = np.asarray(x), 1.0
    for f, df in STEPS:
        slope = slope * df(value)
        value = f(value)
    return [value, slope]
