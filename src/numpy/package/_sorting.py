"""Sorting, searching, sets, counting."""

import bisect
import builtins

from ._axes import checked_axis, moveaxis
from ._backend import k
from ._creation import asarray, zeros
from ._errors import AxisError
from ._joining import concatenate
from ._shapes import ravel
from ._types import BOOL, TEXT


def _flat_rows(a, axis):
    """The elements along an axis as lists, and how to put them back."""
    moved = moveaxis(a, axis, -1)
    n = moved._shape[-1]
    return moved, k.to_list(k.reshape(k.astype(moved, -1), (moved.size // n if n else 0, n)))


def _key(x):
    return (x != x, x)


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    if a.ndim == 0:
        raise _axis(axis, 0)
    axis = checked_axis(axis, a.ndim)
    made = k.sort(moveaxis(a, axis, -1))
    if made is not None:
        return made if axis == a.ndim - 1 else k.astype(moveaxis(made, -1, axis), -1)
    moved, rows = _flat_rows(a, axis)
    made = asarray([sorted(row, key=_key) for row in rows], a.dtype) if rows else moved
    return k.astype(moveaxis(made.reshape(moved._shape), -1, axis), -1)


def _axis(axis, ndim):
    return AxisError(axis, ndim)


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    if a.ndim == 0:
        return zeros((), int)
    axis = checked_axis(axis, a.ndim)
    made = k.argsort(moveaxis(a, axis, -1))
    if made is not None:
        return made if axis == a.ndim - 1 else k.astype(moveaxis(made, -1, axis), -1)
    moved, rows = _flat_rows(a, axis)
    made = [sorted(range(len(row)), key=lambda i, row=row: _key(row[i])) for row in rows]
    made = asarray(made, int) if rows else moved.astype(int)
    return k.astype(moveaxis(made.reshape(moved._shape), -1, axis), -1)


def _method_sort(self, axis=-1, kind=None, order=None, *, stable=None):
    self[...] = sort(self, axis)


def partition(a, kth, axis=-1, kind="introselect", order=None):
    return sort(a, axis)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    return argsort(a, axis)


def _method_partition(self, kth, axis=-1, kind="introselect", order=None):
    self[...] = sort(self, axis)


def lexsort(keys, axis=-1):
    columns = [asarray(key).tolist() for key in keys]
    return asarray(sorted(range(len(columns[-1])), key=lambda i: [c[i] for c in builtins.reversed(columns)]), int)


def searchsorted(a, v, side="left", sorter=None):
    a = asarray(a)
    if sorter is not None:
        a = a[asarray(sorter)]
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got {side!r})")
    if a.ndim != 1:
        raise ValueError("object too deep for desired array")
    found = k.search(a, asarray(v), int(side == "right"))
    if found is not None:
        return found[()] if found.ndim == 0 else found
    values = k.to_list(a)
    find = bisect.bisect_left if side == "left" else bisect.bisect_right
    v = asarray(v)
    made = asarray([find(values, x) for x in k.to_list(ravel(v))], int).reshape(v._shape)
    return made[()] if v.ndim == 0 else made


def digitize(x, bins, right=False):
    bins = asarray(bins)
    falls = bins.size > 1 and bins[0] > bins[-1]
    if bins.size > 1 and not ((bins[:-1] >= bins[1:]) if falls else (bins[:-1] <= bins[1:])).all():
        raise ValueError("bins must be monotonically increasing or decreasing")
    if falls:
        return len(bins) - searchsorted(bins[::-1], x, "left" if not right else "right")
    return searchsorted(bins, x, "left" if right else "right")


def unique(
    ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True
):
    ar = asarray(ar)
    if axis is not None and ar.ndim > 1:
        return _unique_rows(ar, return_index, return_inverse, return_counts, axis)
    if ar._code < TEXT and not (return_index or return_inverse):
        found = _unique_numbers(ar, return_counts)
        if found is not None:
            return found
    values = k.to_list(ravel(ar))
    order = builtins.sorted(range(len(values)), key=lambda i: _key(values[i]))
    first, inverse, counts = [], [0] * len(values), []
    for i in order:
        same = first and (
            values[first[-1]] == values[i] or values[i] != values[i] and values[first[-1]] != values[first[-1]]
        )
        if not same:
            first.append(i)
            counts.append(0)
        counts[-1] += 1
        inverse[i] = len(first) - 1
    made = asarray([values[i] for i in first], ar.dtype)
    if not (return_index or return_inverse or return_counts):
        return made
    result = [made]
    if return_index:
        result.append(asarray(first, int))
    if return_inverse:
        result.append(asarray(inverse, int).reshape(ar._shape if axis is None else (-1,)))
    if return_counts:
        result.append(asarray(counts, int))
    return tuple(result)


def _unique_numbers(ar, return_counts):
    """The distinct numbers, and how often each occurs; None where the kernels leave that to Python."""
    counted = k.tally(ar)
    if counted is not None:
        return counted if return_counts else counted[0]
    ordered = k.sort(ravel(ar))
    if ordered is None:
        return None
    n = ordered.size
    new = k.full((n,), BOOL, 1.0)
    if n > 1:
        left, right = ordered[:-1], ordered[1:]
        new[1:] = (left != right) & ((left == left) | (right == right))
    made = ordered[new]
    if not return_counts:
        return made
    (starts,) = k.nonzero(new)
    return made, concatenate([starts[1:], asarray([n])]) - starts if n else starts


def _unique_rows(ar, return_index, return_inverse, return_counts, axis):
    moved = moveaxis(ar, axis, 0)
    rows = [tuple(k.to_list(ravel(row))) for row in moved]
    order = builtins.sorted(range(len(rows)), key=lambda i: rows[i])
    first, inverse, counts = [], [0] * len(rows), []
    for i in order:
        if not first or rows[first[-1]] != rows[i]:
            first.append(i)
            counts.append(0)
        counts[-1] += 1
        inverse[i] = len(first) - 1
    result = [moveaxis(moved[asarray(first, int)], 0, axis)]
    if return_index:
        result.append(asarray(first, int))
    if return_inverse:
        result.append(asarray(inverse, int))
    if return_counts:
        result.append(asarray(counts, int))
    return result[0] if len(result) == 1 else tuple(result)


def _as_set(a):
    return unique(ravel(asarray(a)))


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    element = asarray(element)
    wanted = set(k.to_list(ravel(asarray(test_elements))))
    made = asarray([(x in wanted) != invert for x in k.to_list(ravel(element))], bool).reshape(element._shape)
    return made


in1d = isin


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    if not return_indices:
        one = _as_set(ar1)
        return one[isin(one, ar2)]
    one, at = unique(ar1, return_index=True)
    two, beside = unique(ar2, return_index=True)
    common = isin(one, two)
    return one[common], at[common], beside[isin(two, one)]


def union1d(ar1, ar2):
    return unique(concatenate([ravel(asarray(ar1)), ravel(asarray(ar2))]))


def setdiff1d(ar1, ar2, assume_unique=False):
    one = _as_set(ar1)
    return one[~isin(one, ar2)]


def setxor1d(ar1, ar2, assume_unique=False):
    return union1d(setdiff1d(ar1, ar2), setdiff1d(ar2, ar1))
