"""Taking parts of arrays and putting them, padding, applying along axes."""

import builtins

from ._array import ndarray
from ._axes import checked_axis, moveaxis
from ._backend import k
from ._broadcasting import broadcast_arrays, copyto
from ._choosing import clip, nonzero, where
from ._construction import arange
from ._creation import array, asarray, full
from ._errors import unsupported
from ._shapes import ravel, reshape
from ._types import FLOAT16
from ._ufunc import give


def take(a, indices, axis=None, out=None, mode="raise"):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    axis = checked_axis(axis, a.ndim)
    at = asarray(indices)
    if at._code >= FLOAT16:
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
    return take(a, k.nonzero(asarray(condition))[0], axis)


def _method_compress(self, condition, axis=None, out=None):
    return compress(condition, self, axis, out)


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


def trim_zeros(filt, trim="fb", axis=None):
    a = asarray(filt)
    if a.ndim != 1:
        raise unsupported("np.trim_zeros of more than one dimension")
    at = k.to_list(k.nonzero(a)[0])
    start = (at[0] if at else a.size) if "f" in trim.lower() else 0
    stop = (at[-1] + 1 if at else start) if "b" in trim.lower() else a.size
    kept = a[start:stop]
    return kept if isinstance(filt, ndarray) else type(filt)(kept.tolist())


def mask_indices(n, mask_func, k=0):
    return nonzero(mask_func(full((n, n), 1), k))


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
