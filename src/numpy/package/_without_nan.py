"""The functions that ignore NaN."""

from . import _reductions, _ufuncs
from ._array import ndarray
from ._backend import k
from ._choosing import where
from ._creation import asarray
from ._errors import unsupported
from ._joining import stack
from ._shapes import ravel
from ._state import errstate, warn
from ._statistics import _middle, _ordered, quantile
from ._types import DTYPES, FLOAT16, FLOAT32
from ._ufunc import give
from ._ufuncs import isnan


def _without_nan(name, identity):
    def function(a, axis=None, dtype=None, out=None, keepdims=False):
        a = asarray(a)
        return getattr(_reductions, name)(where(isnan(a), identity, a), axis, dtype, out, keepdims)

    function.__name__ = function.__qualname__ = "nan" + name
    return function


nansum = _without_nan("sum", 0)
nanprod = _without_nan("prod", 1)


def _extreme(function, a, axis, keepdims):
    result = function.reduce(asarray(a), axis=axis, keepdims=keepdims)
    if isnan(result).any():
        warn(f"All-NaN {'slice' if isinstance(a, ndarray) else 'axis'} encountered")
    return result


def nanmax(a, axis=None, out=None, keepdims=False):
    return _extreme(_ufuncs.fmax, a, axis, keepdims)


def nanmin(a, axis=None, out=None, keepdims=False):
    return _extreme(_ufuncs.fmin, a, axis, keepdims)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a) if dtype is None else asarray(a).astype(dtype)
    count = _ufuncs.logical_not(isnan(a)).sum(axis=axis, keepdims=keepdims)
    with errstate(divide="ignore", invalid="ignore"):
        result = _of_type(nansum(a, axis, keepdims=keepdims) / count, a)
    if (asarray(count) == 0).any():
        warn("Mean of empty slice")
    return result if out is None else give(result, out)


def _of_type(result, a):
    """The result in half or single precision, where the elements are."""
    if a._code not in (FLOAT16, FLOAT32):
        return result
    kind = DTYPES[a._code]
    return kind.type(result) if asarray(result).ndim == 0 else result.astype(kind)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a)
    if dtype is not None:
        a = a.astype(dtype)
    elif a._code < FLOAT16:
        a = a.astype(float)
    good = _ufuncs.logical_not(isnan(a))
    with errstate(divide="ignore", invalid="ignore"):
        result = a.var(axis=axis, ddof=ddof, keepdims=keepdims, where=good)
    free = asarray(good.sum(axis=axis, keepdims=keepdims)) - ddof
    if (free <= 0).any():
        warn("Degrees of freedom <= 0 for slice.")
        result = _of_type(where(free > 0, result, float("nan"))[()], a)
    return result if out is None else give(result, out)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    result = _ufuncs.sqrt(nanvar(a, axis, dtype, None, ddof, keepdims))
    return result if out is None else give(result, out)


def nanargmax(a, axis=None):
    return _place(a, axis, float("-inf"), "argmax")


def nanargmin(a, axis=None):
    return _place(a, axis, float("inf"), "argmin")


def _place(a, axis, instead, method):
    a = asarray(a)
    if asarray(isnan(a).all(axis)).any():
        raise ValueError("All-NaN slice encountered")
    return getattr(where(isnan(a), instead, a), method)(axis)


def nanmedian(a, axis=None, **kwargs):
    return _ordered(a, axis, kwargs.get("keepdims", False), _seen_middle)


def _seen_middle(row):
    seen = [x for x in row if x == x]
    if not seen:
        warn("All-NaN slice encountered")
    return _middle(seen) if seen else float("nan")


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, **kwargs):
    if method != "linear":
        raise unsupported(f"np.nanquantile(method={method!r})")
    q = asarray(q)
    if not asarray((q >= 0) & (q <= 1)).all():
        raise ValueError("Quantiles must be in the range [0, 1]")
    parts = [asarray(_ordered(a, axis, keepdims, _seen_at(x))) for x in k.to_list(ravel(q))]
    made = stack(parts).reshape(q._shape + parts[0]._shape)
    return made[()] if made.ndim == 0 else made


def _seen_at(fraction):
    def pick(row):
        seen = [x for x in row if x == x]
        return float(quantile(seen, fraction)) if seen else float("nan")

    return pick


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, **kwargs):
    return nanquantile(a, asarray(q) / 100.0, axis, method=method, keepdims=keepdims)


def nancumsum(a, axis=None, dtype=None, out=None):
    a = asarray(a)
    return _reductions.cumsum(where(isnan(a), 0, a), axis=axis, dtype=dtype, out=out)


def nancumprod(a, axis=None, dtype=None, out=None):
    a = asarray(a)
    return _reductions.cumprod(where(isnan(a), 1, a), axis=axis, dtype=dtype, out=out)
