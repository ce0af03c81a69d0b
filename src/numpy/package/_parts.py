"""Taking parts of arrays and putting them, padding, applying along axes."""

import builtins

from ._axes import checked_axis, moveaxis
from ._backend import k
from ._broadcasting import broadcast_arrays, broadcast_to, copyto
from ._choosing import clip, where
from ._construction import arange
from ._creation import array, asarray, full
from ._errors import unsupported
from ._joining import concatenate
from ._shapes import ravel, reshape
from ._types import FLOAT32
from ._ufunc import give


def take(a, indices, axis=None, out=None, mode="raise"):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    axis = checked_axis(axis, a.ndim)
    at = asarray(indices)
    if at._code >= FLOAT32:
        raise TypeError(f"Cannot cast array data from {at.dtype!r} to dtype('int64') according to the rule 'safe'")
    n = a._shape[axis]
    if mode == "wrap":
        at = at % n
    elif mode == "clip":
        at = clip(at, 0, n - 1)
    result = a[(slice(None),) * axis + (at.astype(int),)]
    return result if out is None else give(result, out)


def take_along_axis(arr, indices, axis=-1):
    arr, indices = asarray(arr), asarray(indices)
    if axis is None:
        return ravel(arr)[indices]
    axis = checked_axis(axis, arr.ndim)
    if arr.ndim != indices.ndim:
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    return arr[_along(arr, indices, axis)]


def _along(arr, at, axis):
    key = []
    for i, n in enumerate(arr._shape):
        if i == axis:
            key.append(at)
        else:
            key.append(arange(n).reshape([-1 if j == i else 1 for j in range(arr.ndim)]))
    return tuple(key)


def put_along_axis(arr, indices, values, axis):
    axis = checked_axis(axis, arr.ndim)
    arr[_along(arr, asarray(indices), axis)] = values


def put(a, ind, v, mode="raise"):
    flat = a.flatten()
    values = ravel(asarray(v))
    for i, at in enumerate(k.to_list(ravel(asarray(ind)))):
        flat[at] = values[i % values.size]
    a[...] = flat.reshape(a._shape)


def putmask(a, mask, values):
    mask = asarray(mask)
    values = ravel(asarray(values))
    spread = values[arange(a.size).reshape(a._shape) % values.size]
    copyto(a, spread, casting="unsafe", where=mask)


def place(arr, mask, vals):
    (at,) = k.nonzero(ravel(asarray(mask)))
    values = ravel(asarray(vals))
    put(arr, at, values[arange(at.size) % values.size])


def compress(condition, a, axis=None, out=None):
    (at,) = k.nonzero(asarray(condition))
    return take(a, at, axis)


def extract(condition, arr):
    return ravel(arr)[k.nonzero(ravel(condition))[0]]


def choose(a, choices, out=None, mode="raise"):
    a = asarray(a)
    parts = broadcast_arrays(a, *choices)
    result = k.astype(parts[1], -1)
    for i, part in enumerate(parts[2:]):
        result = where(parts[0] == i + 1, part, result)
    return result


def unravel_index(indices, shape, order="C"):
    at = asarray(indices)
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    size = 1
    for n in shape:
        size *= n
    for x in k.to_list(ravel(at)):
        if not 0 <= x < size:
            raise ValueError(f"index {x} is out of bounds for array with size {size}")
    made = []
    for n in builtins.reversed(shape):
        made.append(at % n)
        at = at // n
    return tuple(builtins.reversed(made))


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    at = 0
    for i, n in zip(multi_index, dims, strict=True):
        i = asarray(i)
        if (asarray(i < 0) | asarray(i >= n)).any():
            raise ValueError("invalid entry in coordinates array")
        at = at * n + i
    return at


def pad(array, pad_width, mode="constant", **kwargs):
    a = asarray(array)
    widths = asarray(pad_width)
    if widths._code >= FLOAT32:
        raise TypeError("`pad_width` must be of integral type.")
    widths = k.to_list(broadcast_to(widths, (a.ndim, 2)))
    if [w for pair in widths for w in pair if w < 0]:
        raise ValueError("index can't contain negative values")
    if mode not in ("constant", "edge", "reflect", "wrap"):
        raise unsupported(f"np.pad(mode={mode!r})")
    if mode == "constant":
        values = k.to_list(broadcast_to(asarray(kwargs.get("constant_values", 0)), (a.ndim, 2)))
        for axis, (before, after) in enumerate(widths):
            parts = []
            for n, value in ((before, values[axis][0]), (None, None), (after, values[axis][1])):
                if n is None:
                    parts.append(a)
                else:
                    shape = list(a._shape)
                    shape[axis] = n
                    parts.append(full(shape, value, a.dtype))
            a = concatenate(parts, axis)
        return a
    for axis, (before, after) in enumerate(widths):
        n = a._shape[axis]
        at = range(-before, n + after)
        if mode == "edge":
            places = [builtins.min(builtins.max(i, 0), n - 1) for i in at]
        elif mode == "wrap":
            places = [i % n for i in at]
        else:
            period = builtins.max(1, 2 * (n - 1))
            places = [builtins.min(i % period, period - i % period) if n > 1 else 0 for i in at]
        a = take(a, places, axis)
    return a


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = asarray(arr)
    axis = checked_axis(axis, arr.ndim)
    moved = moveaxis(arr, axis, -1)
    lead = moved._shape[:-1]
    rows = moved.reshape(-1, moved._shape[-1])
    if rows._shape[0] == 0:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    results = [asarray(func1d(row, *args, **kwargs)) for row in rows]
    made = array(results).reshape(lead + results[0]._shape)
    for i in range(results[0].ndim):
        made = moveaxis(made, len(lead) + i, axis + i)
    return made


def apply_over_axes(func, a, axes):
    a = asarray(a)
    for axis in axes if isinstance(axes, (list, tuple)) else [axes]:
        result = asarray(func(a, axis))
        a = (
            result
            if result.ndim == a.ndim
            else reshape(result, [1 if i == axis % a.ndim else n for i, n in enumerate(a._shape)])
        )
    return a
