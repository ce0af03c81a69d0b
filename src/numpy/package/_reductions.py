"""Reductions: sums, means, extremes, and what is built on them."""

import builtins
import operator
import types

from . import _state, _ufuncs
from ._array import ndarray
from ._axes import checked_axis
from ._backend import k, register
from ._broadcasting import broadcast_to
from ._complex import has_complex
from ._complex import reduce as _complex_reduce
from ._creation import asarray
from ._elements import has_objects
from ._errors import AxisError
from ._objects import accumulate, find_extreme, reduce
from ._types import BOOL, DTYPES, FLOAT16, FLOAT32, FLOAT64, INT64, type_code
from ._ufunc import give

_UNSET = object()
_ADD, _MULTIPLY, _MAXIMUM, _MINIMUM, _ALL, _ANY, _MEAN = range(7)
_NAMES = ("add", "multiply", "maximum", "minimum", "logical_and", "logical_or")


@register
def _axis_error(axis, ndim):
    raise AxisError(axis, ndim)


def _plain_axis(axis):
    if axis is None or type(axis) is int:
        return axis
    if isinstance(axis, tuple):
        return tuple([operator.index(a) for a in axis])
    return operator.index(axis)


@register
def _slow_axis(axis):
    """An axis that is no plain int."""
    if isinstance(axis, builtins.bool):
        raise TypeError("an integer is required")
    return _plain_axis(axis)


@register
def _slow_reduce(code, x, axis, keepdims, dtype):
    array = asarray(x)
    axis = _plain_axis(axis)
    if has_complex(array):
        return _complex_reduce(code, array, axis, keepdims)
    if has_objects(array):
        return reduce(code, array, axis, keepdims)
    if dtype >= 0 and array._code != dtype and code not in (_ALL, _ANY):
        array = k.astype(array, dtype)
    return k.reduce(code, array, axis, keepdims, dtype)


def _reduce(code, a, axis, dtype, out, keepdims, initial, where):
    if not isinstance(a, ndarray):
        a = asarray(a)
    axis = _plain_axis(axis)
    wanted = -1 if dtype is None else type_code(dtype)
    if out is not None and dtype is None and code in (_ADD, _MULTIPLY, _MEAN) and out._code > a._code:
        wanted = out._code
    if where is not True:
        identity = {_ADD: 0, _MULTIPLY: 1, _ALL: True, _ANY: False}.get(code)
        if identity is None:
            if initial is _UNSET:
                raise ValueError(
                    f"reduction operation '{_NAMES[code]}' does not have an identity, so to use a where mask one has to "
                    "specify 'initial'"
                )
            identity = initial
        a = k.where(where, a, identity)
    if initial is not _UNSET and code in (_MAXIMUM, _MINIMUM) and a.size == 0:
        result = _empty_with(a, axis, keepdims, initial)
    else:
        narrow = BOOL < wanted < INT64 and code in (_ADD, _MULTIPLY)
        if narrow:
            # In the widest type, and cut at the end: the same, and a scalar too is cut.
            a = a if BOOL <= a._code < FLOAT16 else a.astype(dtype)
        result = k.reduce(code, a, axis, not not keepdims, -1 if narrow else wanted)
        if narrow:
            result = asarray(result).astype(DTYPES[wanted])
            result = result[()] if result.ndim == 0 else result
        if initial is not _UNSET:
            result = getattr(_ufuncs, _NAMES[code])(result, initial)
    return result if out is None else give(result, out)


def _empty_with(a, axis, keepdims, initial):
    axes = range(a.ndim) if axis is None else [axis] if isinstance(axis, int) else axis
    axes = [checked_axis(x, a.ndim) for x in axes]
    shape = [1 if i in axes else n for i, n in enumerate(a._shape) if keepdims or i not in axes]
    made = k.full(tuple(shape), a._code, float(initial))
    return made[()] if made.ndim == 0 else made


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=_UNSET, where=True):
    if dtype is None and out is None and initial is _UNSET and where is True:
        return k.reduce(0, a, axis, not not keepdims, -1)
    return _reduce(_ADD, a, axis, dtype, out, keepdims, initial, where)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=_UNSET, where=True):
    return _reduce(_MULTIPLY, a, axis, dtype, out, keepdims, initial, where)


def max(a, axis=None, out=None, keepdims=False, initial=_UNSET, where=True):
    if out is None and initial is _UNSET and where is True:
        return k.reduce(2, a, axis, not not keepdims, -1)
    return _reduce(_MAXIMUM, a, axis, None, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=False, initial=_UNSET, where=True):
    if out is None and initial is _UNSET and where is True:
        return k.reduce(3, a, axis, not not keepdims, -1)
    return _reduce(_MINIMUM, a, axis, None, out, keepdims, initial, where)


def all(a, axis=None, out=None, keepdims=False, *, where=True):
    return _reduce(_ALL, a, axis, None, out, keepdims, _UNSET, where)


def any(a, axis=None, out=None, keepdims=False, *, where=True):
    return _reduce(_ANY, a, axis, None, out, keepdims, _UNSET, where)


def _count(a, axis):
    if axis is None:
        return a.size
    count = 1
    for x in axis if isinstance(axis, tuple) else (axis,):
        count *= a._shape[checked_axis(x, a.ndim)]
    return count


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    if not isinstance(a, ndarray):
        a = asarray(a)
    if where is not True:
        total = _reduce(_ADD, a, axis, dtype, None, keepdims, _UNSET, where)
        count = sum(broadcast_to(asarray(where), a._shape), axis=axis, keepdims=keepdims)
        return give(total / count, out)
    axis = _plain_axis(axis)
    if a.ndim == 0 and axis is not None and axis != ():
        raise AxisError(axis[0] if isinstance(axis, tuple) else axis, 0)
    result = k.reduce(_MEAN, a, axis, not not keepdims, -1 if dtype is None else type_code(dtype))
    if a.size == 0 and _count(a, axis) == 0:
        _state.warn("Mean of empty slice")
        _state._fault(8, "scalar divide" if not isinstance(result, ndarray) else "divide")
    return result if out is None else give(result, out)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=_UNSET, correction=_UNSET):
    a = asarray(a)
    axis = _plain_axis(axis)
    if correction is not _UNSET:
        ddof = correction
    if dtype is not None:
        a = a.astype(dtype)
    elif a._code < FLOAT16:
        a = k.astype(a, FLOAT64)
    if where is not True:
        mask = broadcast_to(asarray(where), a._shape)
        count = asarray(sum(mask, axis=axis, keepdims=True))
        # Each step is rounded to the elements' precision, as NumPy does it.
        centre = (sum(a, axis=axis, keepdims=True, where=where) / count).astype(a.dtype)
        total = sum(_ufuncs.square(a - centre), axis=axis, keepdims=keepdims, where=where)
        result = asarray(total / (sum(mask, axis=axis, keepdims=keepdims) - ddof)).astype(a.dtype)
        return give(result[()] if result.ndim == 0 else result, out)
    if a.ndim == 0 and axis is not None and axis != ():
        raise AxisError(axis[0] if isinstance(axis, tuple) else axis, 0)
    count = _count(a, axis)
    if count - ddof <= 0:
        _state.warn("Degrees of freedom <= 0 for slice")
    if mean is not _UNSET:
        centre = mean
    elif a._code == FLOAT16 and count > 0:
        # As NumPy does here, though not in `mean`: the sum is rounded, and may be infinite.
        centre = k.reduce(_ADD, a, axis, True, -1) / count
    else:
        centre = k.reduce(_MEAN, a, axis, True, -1)
    if count == 0:
        _state._fault(8, "divide")
    if has_complex(a):
        a, centre, mean = _ufuncs.absolute(a - centre), 0.0, 0.0
    total = None
    if axis == 0 and a._code == FLOAT64 and mean is _UNSET:
        total = k.column_squares(a, asarray(centre))
    if total is None:
        total = k.reduce(_ADD, _ufuncs.square(a - centre), axis, not not keepdims, -1)
    elif keepdims:
        total = k.reshape(total, (1, *total._shape))
    result = total / builtins.max(count - ddof, 0)
    if a._code in (FLOAT16, FLOAT32) and isinstance(result, ndarray):
        result = k.astype(result, a._code)
    return result if out is None else give(result, out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=_UNSET, correction=_UNSET):
    result = _ufuncs.sqrt(var(a, axis, dtype, None, ddof, keepdims, where=where, mean=mean, correction=correction))
    return result if out is None else give(result, out)


def _arg(code, a, axis, keepdims):
    a = asarray(a)
    if has_objects(a):
        return find_extreme(code, a, axis)
    return k.arg(code, a, axis if axis is None else operator.index(axis), not not keepdims)


def argmax(a, axis=None, out=None, *, keepdims=False):
    result = _arg(_MAXIMUM, a, axis, keepdims)
    return result if out is None else give(result, out)


def argmin(a, axis=None, out=None, *, keepdims=False):
    result = _arg(_MINIMUM, a, axis, keepdims)
    return result if out is None else give(result, out)


def ptp(a, axis=None, out=None, keepdims=False):
    result = max(a, axis, keepdims=keepdims) - min(a, axis, keepdims=keepdims)
    return result if out is None else give(result, out)


def _cumulative(code, a, axis, dtype, out):
    a = asarray(a)
    if axis is None:
        a = a.reshape(-1)
        axis = 0
    if a.ndim == 0:
        a = a.reshape(1)
    if has_objects(a):
        return accumulate(code, a)
    result = k.accumulate(code, a, operator.index(axis), -1 if dtype is None else type_code(dtype))
    return result if out is None else give(result, out)


def cumsum(a, axis=None, dtype=None, out=None):
    return _cumulative(_ADD, a, axis, dtype, out)


def cumprod(a, axis=None, dtype=None, out=None):
    return _cumulative(_MULTIPLY, a, axis, dtype, out)


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        result = mean(a, axis, keepdims=keepdims)
        made = asarray(result)
        scale = broadcast_to(asarray(a.size / builtins.max(made.size, 1)), made._shape).astype(made.dtype)[()]
    else:
        weights = asarray(weights)
        if a._shape != weights._shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if weights.ndim != 1:
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            at = checked_axis(axis, a.ndim)
            if weights._shape[0] != a._shape[at]:
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            weights = weights.reshape([-1 if i == at else 1 for i in range(a.ndim)])
            weights = broadcast_to(weights, a._shape)
        scale = sum(weights, axis=axis, keepdims=keepdims) * 1.0
        if any(scale == 0.0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = sum(a * weights * 1.0, axis=axis, keepdims=keepdims) / scale
    return (result, scale) if returned else result


def count_nonzero(a, axis=None, *, keepdims=False):
    return sum(_ufuncs.not_equal(asarray(a), 0), axis=axis, keepdims=keepdims)


def as_method(function):
    """The same function under the name that NumPy gives its methods: errors of arguments show it."""
    name = "_" + function.__name__
    name = {"_max": "_amax", "_min": "_amin"}.get(name, name)
    made = types.FunctionType(function.__code__, function.__globals__, name, function.__defaults__)
    made.__kwdefaults__ = function.__kwdefaults__
    made.__qualname__ = name
    return made
