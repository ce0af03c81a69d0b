import contextlib
import numpy as np


@contextlib.contextmanager
def nudged(x, index, by):
    kept = x[index]
    x[index] = kept + by
    try:
        yield x
    finally:
        x[index] = kept


class quiet(contextlib.ContextDecorator):
    def __enter__(self):
        self.before = np.seterr(all="ignore")
        return self

    def __exit__(self, *exc):
        np.seterr(**self.before)
        return False


@quiet()
def numerical_gradient(f, x, h=1e-5):
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        with contextlib.ExitStack() as stack:
            up = f(stack.enter_context(nudged(x, it.multi_index, h)))
        with nudged(x, it.multi_index, -h) as moved:
            down = f(moved)
        grad[it.multi_index] = (up - down) / (2 * h)
        it.iternext()
    return grad


with contextlib.suppress(ZeroDivisionError):
    1 / 0
