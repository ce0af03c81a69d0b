"""The axes of an array: which is meant, and their order."""

import operator

from ._array import ndarray
from ._backend import k
from ._creation import asarray
from ._errors import AxisError
from ._generic import generic


def checked_axis(axis, ndim):
    """A single axis argument as a number from 0."""
    at = operator.index(axis)
    if not -ndim <= at < ndim:
        raise AxisError(at, ndim)
    return at % ndim


def transpose(a, axes=None):
    if isinstance(a, generic) and axes is None:
        return a
    a = asarray(a)
    if axes is None:
        return a.T
    axes = [operator.index(x) for x in axes]
    if len(axes) != a.ndim:
        raise ValueError("axes don't match array")
    axes = [checked_axis(x, a.ndim) for x in axes]
    if len(set(axes)) != len(axes):
        raise ValueError("repeated axis in transpose")
    shape, steps = a._shape, a._steps
    return k.restride(a, tuple([shape[x] for x in axes]), tuple([steps[x] for x in axes]), 0)


permute_dims = transpose


def _method_transpose(self, *axes):
    if not axes or axes[0] is None:
        return self.T
    return transpose(self, axes[0] if len(axes) == 1 and not isinstance(axes[0], int) else axes)


def matrix_transpose(x, /):
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return swapaxes(x, -1, -2)


def swapaxes(a, axis1, axis2):
    a = asarray(a)
    axes = list(range(a.ndim))
    one, two = _named_axis(axis1, a.ndim, "axis1"), _named_axis(axis2, a.ndim, "axis2")
    axes[one], axes[two] = axes[two], axes[one]
    return transpose(a, axes)


def _mt(self):
    if self.ndim < 2:
        raise ValueError("matrix transpose with ndim < 2 is undefined")
    return swapaxes(self, -1, -2)


ndarray.mT = property(_mt)


def _named_axis(axis, ndim, name):
    at = operator.index(axis)
    if not -ndim <= at < ndim:
        raise AxisError(at, ndim, name)
    return at % ndim


def normalize_axis_tuple(axis, ndim, name=None):
    if not isinstance(axis, (list, tuple)):
        axis = [axis]
    axes = tuple([_named_axis(x, ndim, name) for x in axis])
    if len(set(axes)) != len(axes):
        raise ValueError(f"repeated axis in `{name}` argument" if name else "repeated axis")
    return axes


def moveaxis(a, source, destination):
    a = asarray(a)
    source = normalize_axis_tuple(source, a.ndim, "source")
    destination = normalize_axis_tuple(destination, a.ndim, "destination")
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [n for n in range(a.ndim) if n not in source]
    for to, origin in sorted(zip(destination, source, strict=True)):
        order.insert(to, origin)
    return transpose(a, order)


def rollaxis(a, axis, start=0):
    a = asarray(a)
    axis = checked_axis(axis, a.ndim)
    start = start + a.ndim if start < 0 else start
    return moveaxis(a, axis, start - 1 if axis < start else start)
