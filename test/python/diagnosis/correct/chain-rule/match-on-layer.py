import numpy as np
from typing import Callable

Function = Callable[[np.ndarray], np.ndarray]


def compose(outer: Function, inner: Function) -> Function:
    return lambda x: outer(inner(x))


def chain_rule(x):
    inner = lambda t: 3 * np.asarray(t) + 1
    square = lambda t: t * t
    y = compose(square, inner)(x)
    dy_dx = 6 * inner(x)
    return y, dy_dx
