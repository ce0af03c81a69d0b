"""Arrays with elements moved, added or taken away."""

import operator

from ._array import ndarray
from ._axes import checked_axis, normalize_axis_tuple, swapaxes
from ._backend import k, provide
from ._broadcasting import broadcast_to
from ._creation import array, asarray
from ._errors import fault
from ._joining import _at, concatenate
from ._shapes import ravel
from ._sizes import shape_tuple


def flip(m, axis=None):
    m = asarray(m)
    axes = range(m.ndim) if axis is None else normalize_axis_tuple(axis, m.ndim)
    return m[tuple([slice(None, None, -1) if i in axes else slice(None) for i in range(m.ndim)])]


def fliplr(m):
    m = asarray(m)
    if m.ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return flip(m, 1)


def flipud(m):
    m = asarray(m)
    if m.ndim < 1:
        raise ValueError("Input must be >= 1-d.")
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    turns = k % 4
    if turns == 0:
        return m[:]
    if turns == 2:
        return flip(flip(m, axes[0]), axes[1])
    if turns == 1:
        return swapaxes(flip(m, axes[1]), *axes)
    return flip(swapaxes(m, *axes), axes[1])


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return roll(ravel(a), shift, 0).reshape(a._shape)
    axes = axis if isinstance(axis, tuple) else (axis,)
    shifts = shift if isinstance(shift, tuple) else (shift,) * len(axes)
    made = a
    for at, by in zip([checked_axis(x, a.ndim) for x in axes], shifts, strict=True):
        n = made._shape[at]
        if n == 0:
            continue
        by = operator.index(by) % n
        lead = (slice(None),) * at
        made = concatenate([made[(*lead, slice(n - by, n))], made[(*lead, slice(0, n - by))]], at)
    return made if made is not a else array(a)


def append(arr, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        return concatenate([ravel(arr), ravel(asarray(values))])
    return concatenate([arr, asarray(values)], axis)


def delete(arr, obj, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr = ravel(arr)
        axis = 0
    axis = checked_axis(axis, arr.ndim)
    n = arr._shape[axis]
    gone = range(n)[obj] if isinstance(obj, slice) else asarray(obj)
    if isinstance(gone, ndarray) and gone._code == 0:
        gone = k.nonzero(gone)[0]
    gone = set() if isinstance(gone, ndarray) and gone.size == 0 else gone
    places = set()
    for i in gone if isinstance(gone, (range, set)) else gone.reshape(-1).tolist():
        if not -n <= i < n:
            fault("out_of_bounds", i, axis, n)
        places.add(i % n)
    return _at(arr, [i for i in range(n) if i not in places], axis)


def insert(arr, obj, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr = ravel(arr)
        axis = 0
    axis = checked_axis(axis, arr.ndim)
    n = arr._shape[axis]
    single = not isinstance(obj, (list, tuple, ndarray, slice))
    places = (
        [operator.index(obj)] if single else list(range(n)[obj]) if isinstance(obj, slice) else asarray(obj).tolist()
    )
    for i in places:
        if not -n <= i <= n:
            fault("out_of_bounds", i, axis, n)
    places = [i + n if i < 0 else i for i in places]
    values = asarray(values, arr.dtype)
    lead = (slice(None),) * axis
    if single:
        values = asarray(values)
        if values.ndim < arr.ndim and values.ndim > 0 and axis == arr.ndim - 1 and arr.ndim > 1:
            values = values[..., None]
        count = values._shape[axis] if values.ndim == arr.ndim else 1
        shape = list(arr._shape)
        shape[axis] = count
        part = broadcast_to(values if values.ndim == arr.ndim or values.ndim == 0 else values, shape)
        return concatenate([arr[(*lead, slice(0, places[0]))], part, arr[(*lead, slice(places[0], n))]], axis)
    order = sorted(range(len(places)), key=lambda i: places[i])
    shape = list(arr._shape)
    shape[axis] = len(places)
    part = broadcast_to(values, shape)
    pieces = []
    at = 0
    for i in order:
        pieces += [arr[(*lead, slice(at, places[i]))], part[(*lead, slice(i, i + 1))]]
        at = places[i]
    return concatenate([*pieces, arr[(*lead, slice(at, n))]], axis)


def resize(a, new_shape):
    a = ravel(asarray(a))
    shape = shape_tuple(new_shape)
    size = 1
    for n in shape:
        size *= n
    return _at(a, [i % a.size for i in range(size)], 0).reshape(shape)


@provide
def resize_in_place(a, new_shape):
    if a.base is not None:
        raise ValueError("cannot resize this array: it does not own its data")
    flat = a.flatten()
    shape = shape_tuple(new_shape)
    size = 1
    for n in shape:
        size *= n
    made = k.full((size,), a._code, 0.0)
    kept = min(size, flat.size)
    made[:kept] = flat[:kept]
    made = k.astype(k.reshape(made, shape), -1)
    a._h = made._h
