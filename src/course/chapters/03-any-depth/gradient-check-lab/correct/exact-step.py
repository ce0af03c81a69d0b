import numpy as np


def gradient_check(f, x, dx, R):
    numeric = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    work = x.copy()
    while not it.finished:
        ix = it.multi_index
        keep = work[ix]
        hi, lo = keep + 2e-5, keep - 2e-5
        work[ix] = hi
        fp = (f(work) * R).sum()
        work[ix] = lo
        fm = (f(work) * R).sum()
        work[ix] = keep
        # what the step really was, after rounding
        numeric[ix] = (fp - fm) / (hi - lo)
        it.iternext()
    relative = np.abs(dx - numeric) / np.maximum(1e-12, np.abs(dx) + np.abs(numeric))
    return numeric, float(np.max(relative))
