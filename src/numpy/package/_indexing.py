"""Indexing by arrays, masks and lists, alone or mixed with slices."""

import builtins

from ._array import _check_cast, ndarray
from ._backend import k, register
from ._broadcasting import broadcast_shapes, broadcast_to, copyto
from ._creation import asarray
from ._errors import fault
from ._from_python import numbered_array
from ._generic import generic
from ._parametric import boxed_dtype
from ._sizes import shape_text
from ._types import BOOL, DATE, DTYPES, FLOAT16, INT64, OBJECT, TEXT

_ONLY = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"


def _as_index(part):
    """An index part as an int64 or bool array."""
    if isinstance(part, builtins.bool):
        return asarray(part)
    if isinstance(part, (str, bytes, float, dict, set)) or part is NotImplemented:
        raise IndexError(_ONLY)
    if isinstance(part, (list, tuple)) and not part:
        return k.full((0,), INT64, 0.0)
    if isinstance(part, (ndarray, list, tuple, generic, builtins.range)):
        array = asarray(part)
        if array._code >= FLOAT16:
            if isinstance(part, ndarray) and array.ndim > 0:
                raise IndexError("arrays used as indices must be of integer (or boolean) type")
            raise IndexError(_ONLY)
        return array if array._code == BOOL else k.astype(array, INT64)
    if hasattr(part, "__index__"):
        return asarray(part.__index__())
    if hasattr(part, "__array__"):
        return _as_index(part.__array__())
    raise IndexError(_ONLY)


def _plan(array, key):
    """Splits a key into a basic view, the index arrays on its axes, and where their axes go.

    Gives (view, {axis of the view: (index array, axis of the array)}, whether the index arrays stand apart).
    """
    parts = list(key) if isinstance(key, tuple) else [key]
    parsed = []
    used = 0
    dots = 0
    for part in parts:
        if part is None or part is Ellipsis:
            dots += part is Ellipsis
            parsed.append(part)
        elif isinstance(part, slice):
            used += 1
            parsed.append(_checked_slice(part))
        else:
            index = _as_index(part)
            used += index.ndim if index._code == BOOL else 1
            parsed.append(index)
    if dots > 1:
        fault("two_ellipses")
    if used > array.ndim:
        fault("too_many_indices", array.ndim, used)
    basic = []
    advanced = {}
    order = []
    axis = 0
    out = 0
    arrays = [p for p in parsed if isinstance(p, ndarray)]
    scalar_only = all([p.ndim == 0 and p._code != BOOL for p in arrays])
    for part in parsed:
        if part is None:
            basic.append(None)
            order.append("n")
            out += 1
        elif part is Ellipsis:
            for _ in range(array.ndim - used):
                basic.append(slice(None))
                axis += 1
                out += 1
            order.append("n")
        elif isinstance(part, slice):
            basic.append(part)
            order.append("n")
            axis += 1
            out += 1
        elif part._code == BOOL:
            for i, n in enumerate(part._shape):
                if array._shape[axis + i] != n:
                    raise IndexError(
                        f"boolean index did not match indexed array along axis {axis + i}; size of axis is "
                        f"{array._shape[axis + i]} but size of corresponding boolean axis is {n}"
                    )
            if part.ndim == 0:
                basic.append(None)
                order.append("a")
                advanced[out] = k.full((1 if part else 0,), INT64, 0.0), axis
                out += 1
                continue
            for positions in k.nonzero(part):
                basic.append(slice(None))
                order.append("a")
                advanced[out] = positions, axis
                axis += 1
                out += 1
        else:
            if scalar_only:
                basic.append(int(part))
                order.append("n")
            else:
                basic.append(slice(None))
                order.append("a")
                advanced[out] = part, axis
                out += 1
            axis += 1
    runs = "".join(order).strip("n").count("na")
    return array[tuple(basic)], advanced, runs > 0


def _checked_slice(part):
    def checked(bound):
        if bound is None or type(bound) is int:
            return bound
        if hasattr(bound, "__index__"):
            return bound.__index__()
        raise TypeError("slice indices must be integers or None or have an __index__ method")

    return slice(checked(part.start), checked(part.stop), checked(part.step))


def _broadcast(indices):
    try:
        shape = broadcast_shapes(*[i._shape for i in indices])
    except ValueError:
        shapes = " ".join([shape_text(i._shape) for i in indices])
        raise IndexError(
            f"shape mismatch: indexing arrays could not be broadcast together with shapes {shapes} "
        ) from None
    return shape, tuple([k.astype(broadcast_to(i, shape), INT64) for i in indices])


def _fronted(view, advanced):
    """The view with the indexed axes in front, and the index arrays broadcast."""
    axes = sorted(advanced)
    shape, indices = _broadcast([advanced[axis][0] for axis in axes])
    rest = [axis for axis in range(view.ndim) if axis not in advanced]
    return view.transpose(axes + rest), axes, shape, indices


def _check_bounds(view, advanced, indices):
    for axis, index in zip(sorted(advanced), indices, strict=True):
        n = view._shape[axis]
        if index.size and -n <= k.reduce(3, index, None, False, -1) and k.reduce(2, index, None, False, -1) < n:
            continue
        for value in k.to_list(index.reshape(-1)) if index.size else ():
            if not -n <= value < n:
                fault("out_of_bounds", value, advanced[axis][1], n)


@register
def _slow_getitem(array, key):
    view, advanced, apart = _plan(array, key)
    if not advanced:
        return view
    fronted, axes, shape, indices = _fronted(view, advanced)
    _check_bounds(view, advanced, indices)
    taken = k.take(fronted, indices)
    if not apart and axes[0] > 0:
        count = len(shape)
        rest = list(range(count, taken.ndim))
        taken = taken.transpose(rest[: axes[0]] + list(range(count)) + rest[axes[0] :])
    return taken


@register
def _slow_setitem(array, key, value):
    if not array._flags & 2:
        fault("read_only")
    view, advanced, apart = _plan(array, key)
    given = value
    value = _assignable(value, array._code, array.dtype.parameter)
    if not advanced:
        if not isinstance(view, ndarray):
            if value.ndim > 0 and array._code == OBJECT:
                value = numbered_array([given], (), OBJECT)
            if value.ndim > 0:
                raise ValueError("setting an array element with a sequence.")
            # One element: a view of it, to write through.
            parts = key if isinstance(key, tuple) else (key,)
            view = array[(*parts, Ellipsis)]
        copyto(view, value, casting="unsafe")
        return
    fronted, axes, shape, indices = _fronted(view, advanced)
    rest = fronted._shape[len(axes) :]
    lead = 0 if apart else axes[0]
    target = rest[:lead] + shape + rest[lead:]
    while value.ndim > len(target) and value._shape[0] == 1:
        value = value[0]
    try:
        values = broadcast_to(value, target)
    except ValueError:
        if isinstance(key, ndarray) and key._code == BOOL and value.ndim == 1:
            raise ValueError(
                f"NumPy boolean array indexing assignment cannot assign {value.size} input values to "
                f"the {shape[0]} output values where the mask is true"
            ) from None
        raise ValueError(
            f"shape mismatch: value array of shape {shape_text(value._shape)} could not be broadcast to "
            f"indexing result of shape {shape_text(target)}"
        ) from None
    _check_bounds(view, advanced, indices)
    if lead:
        count = len(shape)
        values = values.transpose(
            list(range(lead, lead + count)) + list(range(lead)) + list(range(lead + count, len(target)))
        )
    k.put(fronted, indices, k.astype(values, -1))


def _assignable(value, code, width=0):
    """The value of an assignment as an array, with Python's errors for what does not become a number."""
    if code == OBJECT and not isinstance(value, ndarray):
        return numbered_array([value], (), OBJECT) if not isinstance(value, (list, tuple)) else asarray(value, object)
    if code >= TEXT and code != OBJECT:
        if isinstance(value, (int, float)) and code == DATE:
            raise ValueError("Could not convert object to NumPy datetime")
        return asarray(value, boxed_dtype(code, width))
    if isinstance(value, (list, tuple)):
        try:
            array = asarray(value)
        except ValueError as error:
            if "inhomogeneous" in str(error):
                raise ValueError(str(error)) from None
            raise
    elif isinstance(value, (str, type(None))) and code >= FLOAT16:
        array = k.full((), code, float("nan") if value is None else float(value))
    elif isinstance(value, str):
        array = k.full((), code, float(int(value)))
    elif value is None:
        raise TypeError("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
    else:
        array = asarray(value)
    if array._code >= FLOAT16 > code != BOOL:
        _check_nan(value, array, code)
    if type(value) is int and BOOL < code < FLOAT16:
        low, high = DTYPES[code].range
        if not low <= value < high:
            raise OverflowError(f"Python integer {value} out of bounds for {DTYPES[code].name}")
    return array


def _check_nan(value, array, code):
    if isinstance(value, float) and not isinstance(value, generic):
        if value != value:
            raise ValueError("cannot convert float NaN to integer")
        if value in (float("inf"), float("-inf")):
            raise OverflowError("cannot convert float infinity to integer")
    else:
        _check_cast(array, code)


@register
def _slow_take(array, key):
    return _slow_getitem(array, key)
