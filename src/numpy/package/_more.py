"""Functions that are a line or two over others."""

import math

from ._arithmetic import diff
from ._array import ndarray
from ._axes import moveaxis
from ._choosing import where
from ._complex import is_complex
from ._construction import arange, diag_indices, tril_indices, triu_indices
from ._counting import histogram_bin_edges
from ._creation import array, asarray, ones, zeros
from ._einsum import einsum
from ._errors import unsupported
from ._reductions import all as _all
from ._sorting import searchsorted, unique
from ._ufuncs import absolute, add, arctan2, cos, exp2, floor, isfinite, log2, rad2deg, remainder, sqrt


def i0(x):
    """The modified Bessel function of order zero, by its series: all terms are positive."""
    x = asarray(x, float)
    quarter = x * x / 4
    total = term = ones(x.shape)
    n = 1
    while (term > 1e-17 * total).any():
        term = term * quarter / (n * n)
        total = total + term
        n += 1
    return total[()]


def unwrap(p, discont=None, axis=-1, *, period=2 * math.pi):
    p = moveaxis(asarray(p, float), axis, -1)
    step = diff(p)
    jump = remainder(step + period / 2, period) - period / 2
    jump = where((jump == -period / 2) & (step > 0), period / 2, jump)
    limit = period / 2 if discont is None else max(discont, period / 2)
    turned = where(absolute(step) < limit, 0.0, jump - step).cumsum(axis=-1)
    made = p.copy()
    made[..., 1:] += turned
    return moveaxis(made, -1, axis)


def angle(z, deg=False):
    z = asarray(z)
    turned = arctan2(z.imag, z.real * 1.0)
    return rad2deg(turned) if deg else turned


def real_if_close(a, tol=100):
    a = asarray(a)
    if not is_complex(a):
        return a
    return a.real if _all(absolute(a.imag) < tol * 2.220446049250313e-16) else a


def sort_complex(a):
    values = sorted(asarray(a, complex).tolist(), key=lambda z: (z.real, z.imag))
    return asarray(values, complex)


def frexp(x):
    """Fractions from a half to one, and the powers of two that belong to them."""
    x = asarray(x, float)
    size = absolute(x)
    power = floor(log2(size + (size == 0))) + 1
    power = power * (size != 0)
    return x / exp2(power), asarray(power).astype("int32")[()]


def unique_values(x):
    # NumPy promises no order; it is the sorted one here.
    return unique(x)


class UniqueAllResult(tuple):
    __slots__ = ()
    values = property(lambda self: self[0])
    indices = property(lambda self: self[1])
    inverse_indices = property(lambda self: self[2])
    counts = property(lambda self: self[3])

    def __repr__(self):
        return (
            f"UniqueAllResult(values={self[0]!r}, indices={self[1]!r}, inverse_indices={self[2]!r}, counts={self[3]!r})"
        )


def unique_all(x):
    return UniqueAllResult(unique(x, return_index=True, return_inverse=True, return_counts=True))


class UniqueCountsResult(tuple):
    __slots__ = ()
    values = property(lambda self: self[0])
    counts = property(lambda self: self[1])

    def __repr__(self):
        return f"UniqueCountsResult(values={self[0]!r}, counts={self[1]!r})"


class UniqueInverseResult(tuple):
    __slots__ = ()
    values = property(lambda self: self[0])
    inverse_indices = property(lambda self: self[1])

    def __repr__(self):
        return f"UniqueInverseResult(values={self[0]!r}, inverse_indices={self[1]!r})"


def unique_counts(x):
    return UniqueCountsResult(unique(x, return_counts=True))


def unique_inverse(x):
    return UniqueInverseResult(unique(x, return_inverse=True))


def vecdot(x1, x2, /):
    return einsum("...i,...i->...", asarray(x1).conj(), x2)


def matvec(x1, x2, /):
    return einsum("...ij,...j->...i", x1, x2)


def vecmat(x1, x2, /):
    return einsum("...i,...ij->...j", asarray(x1).conj(), x2)


def astype(x, dtype, /, *, copy=True):
    if not isinstance(x, ndarray):
        raise TypeError(f"Input should be a NumPy array. It is of type {type(x)}.")
    return x.astype(dtype, copy=copy)


_KINDS = {
    "bool": "b",
    "signed integer": "i",
    "unsigned integer": "u",
    "integral": "iu",
    "real floating": "f",
    "complex floating": "c",
    "numeric": "iufc",
}


def isdtype(dtype, kind):
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return any([dtype.kind in _KINDS[k] if isinstance(k, str) else dtype == k for k in kinds])


def tril_indices_from(arr, k=0):
    return tril_indices(arr.shape[-2], k, arr.shape[-1])


def triu_indices_from(arr, k=0):
    return triu_indices(arr.shape[-2], k, arr.shape[-1])


def diag_indices_from(arr):
    return diag_indices(arr.shape[0], arr.ndim)


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    points = asarray(sample) if not isinstance(sample, (list, tuple)) else asarray(sample).T
    if density or weights is not None:
        raise unsupported("np.histogramdd with density or weights")
    n = points.shape[1]
    wanted = bins if isinstance(bins, (list, tuple)) else [bins] * n
    ranges = [None] * n if range is None else range
    edges = [histogram_bin_edges(points[:, i], b, r) for i, (b, r) in enumerate(zip(wanted, ranges, strict=True))]
    counts = array(0.0) + asarray([0.0] * _size(edges)).reshape([e.size - 1 for e in edges])
    for point in points.tolist():
        at = [
            int(searchsorted(e, x, "right")) - 1 if x != e[-1] else e.size - 2
            for e, x in zip(edges, point, strict=True)
        ]
        if all([0 <= i < e.size - 1 for i, e in zip(at, edges, strict=True)]):
            add.at(counts, tuple([asarray([i]) for i in at]), 1)
    return counts, edges


def _size(edges):
    size = 1
    for e in edges:
        size *= e.size - 1
    return size


class _IndexExpression:
    def __getitem__(self, key):
        return key if isinstance(key, tuple) else (key,)


index_exp = _IndexExpression()


def isfortran(a):
    return a.flags.fnc


def asarray_chkfinite(a, dtype=None, order=None):
    a = asarray(a, dtype)
    if a.dtype.kind in "fc" and not isfinite(a).all():
        raise ValueError("array must not contain infs or NaNs")
    return a


def _window(M, shape):
    """A window of M samples; `shape` takes places from 1 - M to M - 1."""
    if M < 1:
        return zeros(0)
    return ones(1) if M == 1 else shape(arange(1 - M, M, 2), M - 1)


def bartlett(M):
    return _window(M, lambda n, m: where(n <= 0, 1 + n / m, 1 - n / m))


def blackman(M):
    return _window(M, lambda n, m: 0.42 + 0.5 * cos(math.pi * n / m) + 0.08 * cos(2.0 * math.pi * n / m))


def hamming(M):
    return _window(M, lambda n, m: 0.54 + 0.46 * cos(math.pi * n / m))


def hanning(M):
    return _window(M, lambda n, m: 0.5 + 0.5 * cos(math.pi * n / m))


def kaiser(M, beta):
    return _window(M, lambda n, m: i0(beta * sqrt(1 - (n / m) ** 2.0)) / i0(float(beta)))
