"""Medians, quantiles, covariances, and the functions that ignore NaN."""

import builtins
import math

from . import _ufuncs
from ._axes import checked_axis, transpose
from ._backend import k
from ._choosing import clip
from ._construction import diagonal
from ._creation import asarray
from ._generic import generic
from ._joining import concatenate, stack
from ._reductions import mean
from ._shapes import ravel, squeeze
from ._sorting import _key
from ._state import warn
from ._types import FLOAT16, FLOAT32


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _ordered(a, axis, keepdims, _middle)


def _middle(row):
    n = len(row)
    if n == 0:
        return float(mean([]))
    if row[-1] != row[-1]:
        return float("nan")
    half = n // 2
    middle = row[half] if n % 2 else (row[half - 1] + row[half]) / 2
    return middle if isinstance(middle, generic) and middle.dtype.kind in "mM" else float(middle)


def _ordered(a, axis, keepdims, pick):
    """Applies `pick` to the sorted elements along the axes."""
    a = asarray(a)
    axes = (
        list(range(a.ndim))
        if axis is None
        else [checked_axis(x, a.ndim) for x in (axis if isinstance(axis, tuple) else (axis,))]
    )
    rest = [i for i in range(a.ndim) if i not in axes]
    moved = transpose(a, rest + axes)
    n = 1
    for i in axes:
        n *= a._shape[i]
    shape = [a._shape[i] for i in rest]
    rows = k.reshape(k.astype(moved, -1), (moved.size // n if n else 1, n))
    ordered = k.sort(rows)
    ordered = [sorted_nan(row) for row in k.to_list(rows)] if ordered is None else _Rows(ordered)
    made = asarray([pick(row) for row in ordered], float)
    if keepdims:
        shape = [1 if i in axes else m for i, m in enumerate(a._shape)]
    made = made.reshape(shape)
    if a._code == FLOAT32:
        made = made.astype("float32")
    return made[()] if made.ndim == 0 else made


class _Row:
    """A sorted row, of which only the elements that are asked for become Python's."""

    def __init__(self, row):
        self._row = row

    def __len__(self):
        return self._row._shape[0]

    def __getitem__(self, i):
        return self._row[i].item()

    def __iter__(self):
        return iter(k.to_list(self._row))


class _Rows:
    def __init__(self, rows):
        self._rows = rows

    def __iter__(self):
        return map(_Row, self._rows)


def sorted_nan(row):
    return builtins.sorted(row, key=_key)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, **kwargs):
    q = asarray(q) / 100.0
    if not asarray((q >= 0) & (q <= 1)).all():
        raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, q, axis, method=method, keepdims=keepdims)


# How far a place lies between two sorted elements, by the method.
_BETWEEN = {
    "linear": lambda t, low: t,
    "lower": lambda t, low: 0.0,
    "higher": lambda t, low: 1.0 if t > 0 else 0.0,
    "midpoint": lambda t, low: 0.5 if t > 0 else 0.0,
    "nearest": lambda t, low: float(t > 0.5 or t == 0.5 and low % 2 == 1),
}


# Where a quantile lies among n sorted elements, counted from zero, by the continuous methods: (n, q) -> place.
_PLACES = {
    "hazen": lambda n, q: n * q - 0.5,
    "weibull": lambda n, q: (n + 1) * q - 1,
    "median_unbiased": lambda n, q: (n + 1 / 3) * q - 2 / 3,
    "normal_unbiased": lambda n, q: (n + 0.25) * q - 0.625,
    "interpolated_inverted_cdf": lambda n, q: n * q - 1,
}


def _inverted(n, q):
    place = n * q - 1
    low = math.floor(place)
    return low, 0.0 if place == low else 1.0


def _averaged(n, q):
    low, part = _inverted(n, q)
    return low, part or 0.5


def _closest(n, q):
    place = n * q - 1.5
    low = math.floor(place)
    return low, 0.0 if place == low and low % 2 == 1 else 1.0


# The methods that take elements as they are, or the mean of two: (n, q) -> the lower one, and the part of the upper one.
_OBSERVED = {"inverted_cdf": _inverted, "averaged_inverted_cdf": _averaged, "closest_observation": _closest}


def _observed(row, low, part):
    last = len(row) - 1
    lower, upper = (row[builtins.min(builtins.max(i, 0), last)] for i in (low, low + 1))
    return upper if part == 1.0 else lower + (upper - lower) * part


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, **kwargs):
    if method not in _BETWEEN and method not in _PLACES and method not in _OBSERVED:
        known = [*_OBSERVED, *_PLACES, *_BETWEEN]
        raise ValueError(f"{method!r} is not a valid method. Use one of: {', '.join(sorted(known))}")
    q = asarray(q)
    if not asarray((q >= 0) & (q <= 1)).all():
        raise ValueError("Quantiles must be in the range [0, 1]")

    def at(fraction):
        def pick(row):
            if not len(row) or row[-1] != row[-1]:
                return float("nan")
            if method in _OBSERVED:
                return _observed(row, *_OBSERVED[method](len(row), fraction))
            where = _PLACES.get(method)
            place = where(len(row), fraction) if where else fraction * (len(row) - 1)
            place = builtins.min(builtins.max(place, 0.0), len(row) - 1.0)
            low = int(place)
            high = builtins.min(low + 1, len(row) - 1)
            t = place - low if where else _BETWEEN[method](place - low, low)
            step = row[high] - row[low]
            # As NumPy does it, so that the result never passes the upper neighbour.
            return row[high] - step * (1 - t) if t >= 0.5 else row[low] + step * t

        return pick

    if method in ("lower", "higher", "nearest", "inverted_cdf", "closest_observation") and asarray(a)._code < FLOAT16:
        return asarray(quantile(asarray(a, float), q, axis, method=method, keepdims=keepdims)).astype(asarray(a).dtype)[
            ()
        ]
    if q.ndim == 0:
        return _ordered(a, axis, keepdims, at(float(q)))
    parts = [asarray(_ordered(a, axis, keepdims, at(x))) for x in k.to_list(ravel(q))]
    return stack(parts).reshape(q._shape + parts[0]._shape)


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    x = asarray(m) * 1.0
    x = x.reshape(1, -1) if x.ndim < 2 else x if rowvar else x.T
    if y is not None:
        y = asarray(y) * 1.0
        y = y.reshape(1, -1) if y.ndim < 2 else y if rowvar else y.T
        x = concatenate([x, y])
    if ddof is None:
        ddof = 0 if bias else 1
    weights = [asarray(w) for w in (fweights, aweights) if w is not None]
    if not weights:
        count = x._shape[1] - ddof
        x = x - x.mean(axis=1, keepdims=True)
        other = x
    else:
        w = weights[0] if len(weights) == 1 else weights[0] * weights[1]
        total = w.sum()
        x = x - (x * w).sum(axis=1, keepdims=True) / total
        other = x * w
        count = total - ddof * ((w * aweights).sum() / total if aweights is not None else 1)
    if count <= 0:
        warn("Degrees of freedom <= 0 for slice")
        return squeeze(k.dot(x, other.T) * _ufuncs.divide(1, 0.0))
    return squeeze(k.dot(x, other.T) * (1 / count))


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return c / c
    d = _ufuncs.sqrt(diagonal(c))
    return clip(c / d[:, None] / d[None, :], -1, 1)
