"""Making arrays: ranges, grids, diagonals, `r_` and `c_`."""

import builtins
import itertools
import operator

from . import _ufuncs
from ._axes import checked_axis, moveaxis, swapaxes
from ._backend import k
from ._broadcasting import broadcast_arrays
from ._choosing import nonzero, where
from ._creation import array, asarray, zeros
from ._errors import unsupported
from ._generic import generic
from ._joining import concatenate
from ._shapes import ravel
from ._time_arrays import time_range
from ._times import _Time
from ._types import BOOL, DATE, DTYPES, FLOAT16, FLOAT64, INT64, promote, type_code

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def arange(start=None, stop=None, step=1, dtype=None, *, device=None, like=None):
    if start is None and stop is None:
        raise TypeError("arange() requires stop to be specified.")
    if stop is None:
        start, stop = 0, start
    if type_code(dtype) >= DATE or [x for x in (start, stop) if isinstance(x, _Time)]:
        return time_range(start, stop, step, dtype)
    start = 0 if start is None else start
    parts = [x if isinstance(x, (int, float)) else asarray(x)[()] for x in (start, stop, step)]
    code = type_code(dtype) if dtype is not None else -1
    if code < 0:
        code = INT64
        for x in parts:
            if isinstance(x, float):
                code = FLOAT64
            elif isinstance(x, generic):
                code = promote(code, x.dtype._code)
    start, stop, step = parts
    if step == 0:
        raise ZeroDivisionError("division by zero")
    count = (stop - start) / step
    if count != count:
        raise ValueError("arange: cannot compute length")
    count = builtins.max(0, -int(-count // 1))
    if code < FLOAT16:
        return k.range(float(int(start)), float(int(start + step) - int(start)), count, code)
    first = float(start)
    return k.range(first, (first + float(step)) - first, count, code)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
    num = operator.index(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    div = num - 1 if endpoint else num
    start = asarray(start) * 1.0
    stop = asarray(stop) * 1.0
    delta = stop - start
    steps = k.range(0.0, 1.0, num, FLOAT64).reshape((-1,) + (1,) * asarray(delta).ndim)
    if div > 0:
        step = delta / div
        zero = asarray(step == 0).any()
        made = steps / div * delta if zero else steps * step
    else:
        step = float("nan")
        made = steps * delta
    made = made + start
    if endpoint and num > 1:
        made[-1, ...] = stop
    if axis != 0:
        made = moveaxis(made, 0, axis)
    if dtype is not None:
        code = type_code(dtype)
        if code < FLOAT16 and code != BOOL:
            made = _ufuncs.floor(made)
        made = made.astype(DTYPES[code])
    return (made, step) if retstep else made


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    made = _ufuncs.power(base, linspace(start, stop, num, endpoint, axis=axis))
    return made if dtype is None else made.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    if asarray(asarray(start) == 0).any() or asarray(asarray(stop) == 0).any():
        raise ValueError("Geometric sequence cannot include zero")
    sign = _ufuncs.sign(asarray(start))
    made = sign * logspace(_ufuncs.log10(start / sign), _ufuncs.log10(stop / sign), num, endpoint, axis=axis)
    if num > 0:
        made[0] = start
        if num > 1 and endpoint:
            made[-1] = stop
    return made if dtype is None else made.astype(dtype)


def eye(N, M=None, k=0, dtype=float, order="C", *, device=None, like=None):
    M = N if M is None else operator.index(M)
    made = zeros((N, M), dtype)
    rows = range(builtins.max(0, -k), builtins.min(operator.index(N), M - k))
    for i in rows:
        made[i, i + k] = 1
    return made


def identity(n, dtype=None, *, like=None):
    return eye(n, dtype=float if dtype is None else dtype)


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 1:
        n = v.size + builtins.abs(k)
        made = zeros((n, n), v.dtype)
        for i, x in enumerate(v):
            made[i + builtins.max(0, -k), i + builtins.max(0, k)] = x
        return made
    if v.ndim == 2:
        return diagonal(v, k)
    raise ValueError("Input must be 1- or 2-d.")


def diagflat(v, k=0):
    return diag(ravel(v), k)


def diagonal(a, offset=0, axis1=0, axis2=1):
    a = asarray(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    one, two = checked_axis(axis1, a.ndim), checked_axis(axis2, a.ndim)
    if one == two:
        raise ValueError("axis1 and axis2 cannot be the same")
    n, m = a._shape[one], a._shape[two]
    start = offset * a._steps[two] if offset >= 0 else -offset * a._steps[one]
    count = builtins.max(0, builtins.min(n, m - offset) if offset >= 0 else builtins.min(n + offset, m))
    rest = [i for i in range(a.ndim) if i not in (one, two)]
    shape = tuple([a._shape[i] for i in rest]) + (count,)
    steps = tuple([a._steps[i] for i in rest]) + (a._steps[one] + a._steps[two],)
    made = k.restride(a, shape, steps, start if count else 0)
    k.set_writeable(made, False)
    return made


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    return diagonal(a, offset, axis1, axis2).sum(axis=-1, dtype=dtype, out=out)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    M = N if M is None else M
    return _ufuncs.greater_equal(arange(N).reshape(-1, 1) + k, arange(M)).astype(dtype)


def tril(m, k=0):
    m = asarray(m)
    return where(tri(*m._shape[-2:], k=k, dtype=bool), m, zeros(1, m.dtype))


def triu(m, k=0):
    m = asarray(m)
    return where(tri(*m._shape[-2:], k=k - 1, dtype=bool), zeros(1, m.dtype), m)


def tril_indices(n, k=0, m=None):
    return nonzero(tri(n, m, k, bool))


def triu_indices(n, k=0, m=None):
    return nonzero(_ufuncs.logical_not(tri(n, m, k - 1, bool)))


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def fill_diagonal(a, val, wrap=False):
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    count = builtins.min(a._shape)
    values = ravel(asarray(val))
    for i in range(count):
        a[(i,) * a.ndim] = values[i % values.size]


def vander(x, N=None, increasing=False):
    x = asarray(x)
    N = len(x) if N is None else N
    powers = x[:, None] ** arange(N)
    return powers if increasing else powers[:, ::-1]


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    ndim = len(xi)
    made = [asarray(x).reshape((1,) * i + (-1,) + (1,) * (ndim - i - 1)) for i, x in enumerate(xi)]
    if indexing == "xy" and ndim > 1:
        made = [swapaxes(m, 0, 1) for m in made]
    if not sparse:
        made = [k.astype(m, -1) if copy else m for m in broadcast_arrays(*made)]
    return tuple(made)


def indices(dimensions, dtype=int, sparse=False):
    dimensions = tuple(dimensions)
    made = zeros((len(dimensions), *dimensions), dtype)
    for i, n in enumerate(dimensions):
        made[i] = arange(n).reshape((-1,) + (1,) * (len(dimensions) - i - 1))
    return made


def ix_(*args):
    made = []
    for i, x in enumerate(args):
        x = asarray(x)
        if x._code == BOOL:
            (x,) = k.nonzero(x)
        made.append(x.reshape((1,) * i + (-1,) + (1,) * (len(args) - i - 1)))
    return tuple(made)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    return function(*indices(shape, dtype), **kwargs)


def fromiter(iter, dtype, count=-1, *, like=None):
    return array(list(iter if count < 0 else itertools.islice(iter, count)), dtype)


def copy(a, order="K", subok=False):
    return array(a)


class _Joiner:
    """`np.r_` and `np.c_`: arrays, numbers and ranges joined by indexing."""

    def __init__(self, columns):
        self._columns = columns

    @staticmethod
    def _directive(text, axis, ndim) -> "Any":
        """What `'axis,dimensions,place'` asks for; `'r'` and `'c'`, which ask for matrices, are not known."""
        if not text.replace(",", "").replace("-", "").isdigit():
            raise unsupported(f"np.r_ with the directive {text!r}")
        numbers = [int(part) for part in text.split(",")]
        return (*numbers, *(axis, ndim, None)[len(numbers) :])

    def __getitem__(self, key):
        parts = []
        axis, ndim, place = (-1, 2, 0) if self._columns else (0, 1, None)
        for part in key if isinstance(key, tuple) else (key,):
            if isinstance(part, str):
                axis, ndim, place = self._directive(part, axis, ndim)
                continue
            if isinstance(part, slice):
                part = _range_of(part)
            part = asarray(part)
            own = part.ndim
            part = part.reshape((1,) * builtins.max(ndim - own, 0) + part._shape)
            if place is not None and own < ndim:
                # The axes of the part begin at `place` of the result's, the ones of length one fill the rest.
                start = place % ndim if place >= 0 else ndim + place - own + 1
                shape = (1,) * start + part._shape[ndim - own :] if own else part._shape
                part = part.reshape(shape + (1,) * (ndim - len(shape)))
            parts.append(part)
        made = concatenate(parts, axis)
        return made


def _range_of(part):
    start = 0 if part.start is None else part.start
    step = 1 if part.step is None else part.step
    if isinstance(step, complex):
        return linspace(start, part.stop, int(builtins.abs(step)))
    return arange(start, part.stop, step)


class _Slicer:
    """`np.s_`: the key itself."""

    def __getitem__(self, key):
        return key


r_ = _Joiner(False)
c_ = _Joiner(True)
s_ = _Slicer()
