"""Rounding, differences, gradients, interpolation, polynomials."""

import builtins
import operator

from . import _ufuncs
from ._array import ndarray
from ._axes import checked_axis, moveaxis
from ._backend import k, provide
from ._broadcasting import broadcast_to
from ._choosing import clip, where
from ._complex import composed, is_complex
from ._construction import vander
from ._creation import asarray, zeros
from ._errors import RankWarning
from ._joining import concatenate
from ._scalars import float64
from ._shapes import ravel
from ._sorting import argsort, searchsorted
from ._state import errstate, warn
from ._types import BOOL, DTYPES, FLOAT16, promote
from ._ufunc import give
from .linalg import inv, lstsq

_UNSET = object()


def round(a, decimals=0, out=None):
    a = asarray(a)
    if a._code == BOOL:
        a = a.astype("float16")
    if is_complex(a):
        made = composed(asarray(round(a.real, decimals)), asarray(round(a.imag, decimals)))
        return give(made[()] if made.ndim == 0 else made, out)
    if a._code < FLOAT16:
        if decimals >= 0:
            result = k.astype(a, -1)
        else:
            scale = 10**-decimals
            result = (_ufuncs.rint(a / scale) * scale).astype(a.dtype)
    elif decimals == 0:
        result = _ufuncs.rint(a)
    elif decimals > 0:
        result = _ufuncs.rint(a * 10.0**decimals) / 10.0**decimals
    else:
        result = _ufuncs.rint(a / 10.0**-decimals) * 10.0**-decimals
    if out is not None:
        return give(result, out)
    return result[()] if isinstance(result, ndarray) and result.ndim == 0 else result


around = round


def fix(x, out=None):
    return _ufuncs.trunc(x, out=out)


def sinc(x):
    x = asarray(x) * 3.141592653589793
    safe = where(x == 0, 1e-20, x)
    return _ufuncs.sin(safe) / safe


def diff(a, n=1, axis=-1, prepend=_UNSET, append=_UNSET):
    a = asarray(a)
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n!r}")
    if n == 0:
        return a
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = checked_axis(axis, a.ndim)
    ends = []
    for extra in (prepend, append):
        if extra is not _UNSET:
            extra = asarray(extra)
            if extra.ndim == 0:
                shape = list(a._shape)
                shape[axis] = 1
                extra = broadcast_to(extra, shape)
            ends.append(extra)
        else:
            ends.append(None)
    parts = [p for p in (ends[0], a, ends[1]) if p is not None]
    a = concatenate(parts, axis) if len(parts) > 1 else a
    lead = (slice(None),) * axis
    op = _ufuncs.not_equal if a._code == BOOL else _ufuncs.subtract
    for _ in range(n):
        a = op(a[(*lead, slice(1, None))], a[(*lead, slice(None, -1))])
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    made = diff(ravel(ary))
    parts = [p for p in (to_begin, made, to_end) if p is not None]
    return concatenate([ravel(asarray(p)) for p in parts])


def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f)
    if f._code < FLOAT16:
        f = f.astype(float)
    axes = (
        list(range(f.ndim))
        if axis is None
        else [checked_axis(a, f.ndim) for a in (axis if isinstance(axis, tuple) else (axis,))]
    )
    if edge_order not in (1, 2):
        raise ValueError("'edge_order' greater than 2 not supported")
    if len(varargs) == 0:
        steps = [1.0] * len(axes)
    elif len(varargs) == 1 and asarray(varargs[0]).ndim == 0:
        steps = list(varargs) * len(axes)
    elif len(varargs) == len(axes):
        steps = list(varargs)
    else:
        raise TypeError("invalid number of arguments")
    made = []
    for at, step in zip(axes, steps, strict=True):
        if f._shape[at] < 2:
            raise ValueError(
                "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
            )
        g = moveaxis(f, at, 0)
        result = zeros(g._shape, f.dtype)
        step = asarray(step)
        if step.ndim == 0:
            h = float(step)
            result[1:-1] = (g[2:] - g[:-2]) / (2.0 * h)
            result[0] = (g[1] - g[0]) / h
            result[-1] = (g[-1] - g[-2]) / h
        else:
            dx = diff(step)
            if (dx == dx[0]).all():
                h = float(dx[0])
                result[1:-1] = (g[2:] - g[:-2]) / (2.0 * h)
            else:
                d1 = dx[:-1].reshape((-1,) + (1,) * (f.ndim - 1))
                d2 = dx[1:].reshape((-1,) + (1,) * (f.ndim - 1))
                result[1:-1] = (
                    -(d2) / (d1 * (d1 + d2)) * g[:-2] + (d2 - d1) / (d1 * d2) * g[1:-1] + d1 / (d2 * (d1 + d2)) * g[2:]
                )
            result[0] = (g[1] - g[0]) / dx[0]
            result[-1] = (g[-1] - g[-2]) / dx[-1]
        if edge_order == 2:
            _parabolic_ends(g, result, step)
        made.append(moveaxis(result, 0, at))
    return made[0] if len(made) == 1 else tuple(made)


def _parabolic_ends(g, result, step):
    """The slopes at both ends, of the parabola through three points."""
    if g._shape[0] < 3:
        raise ValueError(
            "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
        )
    steps = [float(step)] * 4 if step.ndim == 0 else [*diff(step)[:2].tolist(), *diff(step)[-2:].tolist()]
    p, q, r, s = steps
    result[0] = -(2 * p + q) / (p * (p + q)) * g[0] + (p + q) / (p * q) * g[1] - p / (q * (p + q)) * g[2]
    result[-1] = s / (r * (r + s)) * g[-3] - (r + s) / (r * s) * g[-2] + (2 * s + r) / (s * (r + s)) * g[-1]


@provide
def rounded(x, ndigits):
    return round(x, ndigits)


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = asarray(y)
    d = dx if x is None else diff(asarray(x))
    axis = checked_axis(axis, y.ndim)
    lead = (slice(None),) * axis
    if isinstance(d, ndarray) and d.ndim == 1 and y.ndim > 1:
        d = d.reshape([-1 if i == axis else 1 for i in range(y.ndim)])
    return (d * (y[(*lead, slice(1, None))] + y[(*lead, slice(None, -1))]) / 2.0).sum(axis)


def interp(x, xp, fp, left=None, right=None, period=None):
    if period is not None:
        if period == 0:
            raise ValueError("period must be a non-zero value")
        period = abs(period)
        x, xp, fp = asarray(x, float) % period, asarray(xp, float) % period, asarray(fp, float)
        order = argsort(xp)
        xp, fp = xp[order], fp[order]
        xp, fp = concatenate([xp[-1:] - period, xp, xp[:1] + period]), concatenate([fp[-1:], fp, fp[:1]])
        left = right = None
    x, xp, fp = asarray(x, float), asarray(xp, float), asarray(fp, float)
    if xp.size == 0:
        raise ValueError("array of sample points is empty")
    if xp.size != fp.size:
        raise ValueError("fp and xp are not of the same length.")
    at = clip(searchsorted(xp, x, side="right") - 1, 0, builtins.max(0, xp.size - 2))
    if xp.size == 1:
        result = where(x == x, fp[0], x)
    else:
        with errstate(divide="ignore", invalid="ignore"):
            slope = (fp[1:] - fp[:-1]) / (xp[1:] - xp[:-1])
        result = slope[at] * (x - xp[at]) + fp[at]
    result = where(x > xp[-1], fp[-1] if right is None else right, result)
    result = where(x == xp[-1], fp[-1], result)
    result = where(x < xp[0], fp[0] if left is None else left, result)
    return result[()] if x.ndim == 0 else result


def convolve(a, v, mode="full"):
    a, v = ravel(asarray(a)), ravel(asarray(v))
    if a.size == 0 or v.size == 0:
        raise ValueError(f"{'a' if a.size == 0 else 'v'} cannot be empty")
    if v.size > a.size:
        a, v = v, a
    n, m = a.size, v.size
    made = zeros(n + m - 1, DTYPES[promote(a._code, v._code)])
    for i in range(m):
        made[i : i + n] += a * v[i]
    if mode == "full":
        return made
    if mode == "same":
        return made[(m - 1) // 2 : (m - 1) // 2 + n]
    if mode == "valid":
        return made[m - 1 : n]
    raise ValueError(f"mode must be one of 'full', 'same', or 'valid' (got {mode!r})")


def correlate(a, v, mode="valid"):
    return convolve(a, asarray(v)[::-1], mode)


def polyval(p, x):
    p = asarray(p)
    x = asarray(x)
    y = zeros(x._shape, DTYPES[promote(p._code, x._code)])
    for c in p:
        y = y * x + c
    return y


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    deg = operator.index(deg)
    x, y = asarray(x) * 1.0, asarray(y) * 1.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim not in (1, 2):
        raise TypeError("expected 1D or 2D array for y")
    if x._shape[0] != y._shape[0]:
        raise TypeError("expected x and y to have same length")
    lhs = vander(x, deg + 1)
    if w is not None:
        w = asarray(w) * 1.0
        lhs, y = lhs * w[:, None], (y.T * w).T
    scale = _ufuncs.sqrt((lhs * lhs).sum(axis=0))
    rcond = float64(len(x) * 2.220446049250313e-16) if rcond is None else rcond
    c, residuals, rank, s = lstsq(lhs / scale, y, rcond)
    c = (c.T / scale).T
    if rank != deg + 1 and not full:
        warn("Polyfit may be poorly conditioned", RankWarning)
    if full:
        return c, residuals, rank, s, rcond
    if not cov:
        return c
    base = inv((lhs / scale).T @ (lhs / scale)) / _ufuncs.multiply.outer(scale, scale)
    if cov == "unscaled":
        return c, base
    if len(x) <= deg + 1:
        raise ValueError("the number of data points must exceed order to scale the covariance matrix")
    return c, base * (residuals / (len(x) - deg - 1))
