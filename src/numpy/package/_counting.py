"""Counting into bins."""

import builtins

from . import _ufuncs
from ._arithmetic import diff
from ._backend import k
from ._choosing import clip
from ._construction import linspace
from ._creation import asarray, zeros
from ._errors import unsupported
from ._shapes import ravel
from ._sorting import searchsorted
from ._types import FLOAT32


def bincount(x, /, weights=None, minlength=0):
    x = asarray(x)
    if x._code >= FLOAT32:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    counts = k.bincount(ravel(x), minlength) if weights is None else None
    if counts is not None:
        return counts
    values = k.to_list(ravel(x))
    if [v for v in values if v < 0]:
        raise ValueError("'list' argument must have no negative elements")
    n = builtins.max(minlength, builtins.max(values, default=-1) + 1)
    if weights is None:
        counts = [0] * n
        for v in values:
            counts[v] += 1
        return asarray(counts, int)
    made = zeros(n)
    _ufuncs.add.at(made, x, asarray(weights, float))
    return made


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    a = ravel(asarray(a))
    if isinstance(bins, str):
        raise unsupported("np.histogram with a rule for its bins")
    if asarray(bins).ndim > 0:
        return asarray(bins)
    low, high = (float(a.min()), float(a.max())) if range is None and a.size else range or (0.0, 1.0)
    if low > high:
        raise ValueError("max must be larger than min in range parameter.")
    if low == high:
        low, high = low - 0.5, high + 0.5
    return linspace(low, high, int(bins) + 1)


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    both = bins if isinstance(bins, (list, tuple)) and len(bins) == 2 else (bins, bins)
    ranges = (None, None) if range is None else range
    x, y = ravel(asarray(x)), ravel(asarray(y))
    edges = [histogram_bin_edges(a, b, r) for a, b, r in zip((x, y), both, ranges, strict=True)]
    inside = (x >= edges[0][0]) & (x <= edges[0][-1]) & (y >= edges[1][0]) & (y <= edges[1][-1])
    rows, columns = (e.size - 1 for e in edges)
    at = [clip(searchsorted(e, a[inside], "right") - 1, 0, e.size - 2) for e, a in zip(edges, (x, y), strict=True)]
    w = None if weights is None else asarray(weights)[inside]
    counts = bincount(at[0] * columns + at[1], w, rows * columns).reshape(rows, columns) * 1.0
    if density:
        counts = counts / counts.sum() / diff(edges[0])[:, None] / diff(edges[1])
    return counts, *edges


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = ravel(asarray(a))
    if isinstance(bins, str):
        raise unsupported("np.histogram with a rule for its bins")
    if asarray(bins).ndim == 0:
        low, high = (float(a.min()), float(a.max())) if range is None and a.size else range or (0.0, 1.0)
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = linspace(low, high, int(bins) + 1)
    else:
        edges = asarray(bins)
    inside = a[(a >= edges[0]) & (a <= edges[-1])]
    at = clip(searchsorted(edges, inside, "right") - 1, 0, edges.size - 2)
    counts = bincount(
        at, None if weights is None else asarray(weights)[(a >= edges[0]) & (a <= edges[-1])], edges.size - 1
    )
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return counts, edges
