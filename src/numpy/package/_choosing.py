"""Choosing by conditions, and comparing whole arrays."""

import builtins

from . import _ufuncs
from ._array import ndarray
from ._axes import transpose
from ._backend import k, provide
from ._broadcasting import broadcast_arrays, copyto
from ._complex import is_complex
from ._creation import array, asarray, zeros
from ._generic import generic
from ._refusals import cast_refused
from ._shapes import ravel
from ._state import errstate
from ._types import FLOAT16, FLOAT64, can_cast_codes
from ._ufuncs import isfinite, isinf, isnan

_UNSET = object()


def where(condition, x=_UNSET, y=_UNSET, /):
    if x is _UNSET and y is _UNSET:
        return nonzero(condition)
    if x is _UNSET or y is _UNSET:
        raise ValueError("either both or neither of x and y should be given")
    return k.where(condition, x, y)


def nonzero(a):
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError(
            "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. If the context of "
            "this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
        )
    return k.nonzero(a)


def flatnonzero(a):
    return k.nonzero(ravel(a))[0]


def argwhere(a):
    return transpose(asarray(k.nonzero(asarray(a))))


def clip(a, a_min=_UNSET, a_max=_UNSET, out=None, *, min=_UNSET, max=_UNSET, **kwargs):
    low = min if a_min is _UNSET and min is not _UNSET else a_min
    high = max if a_max is _UNSET and max is not _UNSET else a_max
    low = None if low is _UNSET else low
    high = None if high is _UNSET else high
    a = asarray(a)
    result = None if low is None or high is None else k.clip(a, low, high)
    if result is None:
        result = a if low is None else _ufuncs.maximum(a, low)
        if high is not None:
            result = _ufuncs.minimum(result, high)
        if low is None and high is None:
            result = k.astype(a, -1)
    if out is not None:
        if not can_cast_codes(asarray(result)._code, out._code, "same_kind"):
            cast_refused("clip", asarray(result)._code, out._code)
        copyto(out, result)
        return out
    return result


@provide
def has_grown_infinite(made, source):
    """Whether a finite number is beyond the range of the narrower type that it was cast to."""
    return builtins.bool(isinf(made).any() and isinf(source).sum() < isinf(made).sum())


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    result = default
    for condition, choice in builtins.reversed(list(zip(condlist, choicelist, strict=True))):
        result = where(condition, choice, result)
    return result


def piecewise(x, condlist, funclist, *args, **kw):
    x = asarray(x)
    conditions = [asarray(c) for c in condlist]
    functions = list(funclist)
    if len(functions) == len(conditions) + 1:
        rest = ~conditions[0]
        for c in conditions[1:]:
            rest = rest & ~c
        conditions.append(rest)
    result = zeros(x._shape, x.dtype)
    for condition, function in zip(conditions, functions, strict=True):
        if callable(function):
            part = x[condition]
            if part.size:
                result[condition] = function(part, *args, **kw)
        else:
            result[condition] = function
    return result


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a), asarray(b)
    with errstate(invalid="ignore"):
        near = _ufuncs.less_equal(_ufuncs.absolute(a - b * 1.0), atol + rtol * _ufuncs.absolute(b))
        near = near & isfinite(b) | _ufuncs.equal(a, b)
    if equal_nan:
        near = near | isnan(a) & isnan(b)
    return near


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a), asarray(b)
    if type(rtol) is float and type(atol) is float:
        answer = k.all_close(a, b, rtol, atol)
        if answer is not None:
            return answer
    return builtins.bool(asarray(isclose(a, b, rtol, atol, equal_nan)).all())


def array_equal(a1, a2, equal_nan=False):
    try:
        a1, a2 = asarray(a1), asarray(a2)
    except Exception:
        return False
    if a1._shape != a2._shape:
        return False
    same = asarray(_ufuncs.equal(a1, a2))
    if equal_nan:
        same = same | isnan(a1) & isnan(a2)
    return builtins.bool(asarray(same).all())


def array_equiv(a1, a2):
    try:
        one, two = broadcast_arrays(a1, a2)
    except ValueError:
        return False
    return builtins.bool((one == two).all())


def isscalar(element):
    return isinstance(element, (generic, int, float, complex, str, bytes))


def isneginf(x, out=None):
    return _ufuncs.logical_and(isinf(x), _ufuncs.signbit(x))


def isposinf(x, out=None):
    return _ufuncs.logical_and(isinf(x), _ufuncs.logical_not(_ufuncs.signbit(x)))


def isreal(x):
    return asarray(imag(x) == 0)[()]


def iscomplex(x):
    return asarray(imag(x) != 0)[()]


def isrealobj(x):
    return not iscomplexobj(x)


def iscomplexobj(x):
    return is_complex(asarray(x))


def real(val):
    return val.real if isinstance(val, (ndarray, complex, float, int)) else asarray(val).real


def imag(val):
    return val.imag if isinstance(val, (ndarray, complex, float, int)) else asarray(val).imag


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = array(x) if copy else asarray(x)
    if x._code >= FLOAT16:
        most = 1.7976931348623157e308 if x._code == FLOAT64 else 3.4028234663852886e38
        flat = x if x.ndim else x.reshape(1)
        flat[isnan(flat)] = nan
        flat[isposinf(flat)] = most if posinf is None else posinf
        flat[isneginf(flat)] = -most if neginf is None else neginf
    return x[()] if x.ndim == 0 else x
