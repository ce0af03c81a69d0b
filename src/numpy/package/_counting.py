"""Counting into bins."""

import builtins
import operator

from . import _ufuncs
from ._arithmetic import diff
from ._backend import k
from ._bin_rules import bin_count
from ._choosing import clip
from ._construction import linspace
from ._creation import asarray, zeros
from ._errors import fault, unsupported
from ._shapes import ravel
from ._sorting import searchsorted
from ._types import FLOAT16
from ._ufuncs import isfinite


def bincount(x, /, weights=None, minlength=0):
    x = asarray(x, int) if isinstance(x, list) and not x else asarray(x)
    if x._code >= FLOAT16:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    counts = k.bincount(ravel(x), minlength) if weights is None else None
    if counts is not None:
        return counts
    values = k.to_list(ravel(x))
    if [v for v in values if v < 0]:
        fault("negative_counts")
    n = builtins.max(minlength, builtins.max(values, default=-1) + 1)
    if weights is None:
        counts = [0] * n
        for v in values:
            counts[v] += 1
        return asarray(counts, int)
    made = zeros(n)
    _ufuncs.add.at(made, x, asarray(weights, float))
    return made


def _outer_edges(a, range):
    if range is not None:
        low, high = range
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
        what = "supplied"
    else:
        low, high = (a.min(), a.max()) if a.size else (0, 1)
        what = "autodetected"
    if not (isfinite(low) and isfinite(high)):
        raise ValueError(f"{what} range of [{low}, {high}] is not finite")
    low, high = float(low), float(high)
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    if isinstance(bins, str):
        if weights is not None:
            raise TypeError("Automated estimation of the number of bins is not supported for weighted data")
        a = ravel(asarray(a))
        low, high = _outer_edges(a, range)
        count = bin_count(a, bins, low, high)
        if count is None:
            if bins != "stone":
                raise ValueError(f"{bins!r} is not a valid estimator for `bins`")
            raise unsupported("np.histogram with the rule 'stone'")
        return linspace(low, high, count + 1)
    edges = asarray(bins)
    if edges.ndim == 0:
        try:
            count = operator.index(bins)
        except TypeError:
            raise TypeError("`bins` must be an integer, a string, or an array") from None
        if count < 1:
            raise ValueError("`bins` must be positive, when an integer")
        return linspace(*_outer_edges(ravel(asarray(a)), range), count + 1)
    if edges.ndim > 1:
        raise ValueError("`bins` must be 1d, when an array")
    if (edges[:-1] > edges[1:]).any():
        raise ValueError("`bins` must increase monotonically, when an array")
    return edges


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
    edges = histogram_bin_edges(a, bins, range, weights)
    counts = k.histogram(a, edges, asarray(bins).ndim == 0) if weights is None and edges.size > 1 else None
    if counts is None:
        inside = (a >= edges[0]) & (a <= edges[-1])
        at = clip(searchsorted(edges, a[inside], "right") - 1, 0, edges.size - 2)
        counts = bincount(at, None if weights is None else asarray(weights)[inside], edges.size - 1)
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return counts, edges
