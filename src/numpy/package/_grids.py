"""Grids by slices: `mgrid` and `ogrid`."""

import math

from ._broadcasting import broadcast_to
from ._construction import arange, linspace
from ._creation import asarray
from ._joining import stack


def _axis(part):
    """The points of a slice; an imaginary step says how many."""
    start = 0 if part.start is None else part.start
    step = 1 if part.step is None else part.step
    if isinstance(step, complex):
        return linspace(start, part.stop, int(abs(step)))
    count = math.ceil((part.stop - start) / step)
    whole = all(isinstance(x, int) for x in (start, part.stop, step))
    points = arange(max(0, count))
    return points * step + start if whole else points * float(step) + float(start)


class _Grid:
    def __init__(self, name, dense):
        self._name = name
        self._dense = dense

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            return _axis(key)
        axes = [_axis(part) for part in key]
        kind = float if any(a.dtype == float for a in axes) else int
        n = len(axes)
        open_axes = [a.astype(kind).reshape([-1 if i == at else 1 for i in range(n)]) for at, a in enumerate(axes)]
        if not self._dense:
            return tuple(open_axes)
        shape = tuple(a.size for a in axes)
        return stack([asarray(broadcast_to(a, shape)) for a in open_axes])


mgrid = _Grid("mgrid", True)
ogrid = _Grid("ogrid", False)
