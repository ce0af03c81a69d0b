"""What both kinds of random generators share."""

import functools
import math
import operator

from ._array import ndarray
from ._backend import k
from ._broadcasting import broadcast_arrays, broadcast_to
from ._choosing import allclose
from ._creation import asarray
from ._decompositions import cholesky, eigh, svd
from ._errors import unsupported
from ._sizes import shape_tuple
from ._sorting import searchsorted, unique
from ._state import warn
from ._types import BOOL, DTYPES, INT64
from ._ufuncs import sqrt

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ids = [0]


def _next_id():
    _ids[0] += 1
    return _ids[0]


def _shape(size) -> "Any":
    if size is None:
        return None
    return shape_tuple(size)


def _number(x, name):
    if isinstance(x, ndarray) or isinstance(x, (list, tuple)):
        raise unsupported(f"np.random.{name} with arrays as parameters")
    return float(x)


def in_range(low, high, code):
    """Refuses bounds that the type does not hold."""
    least, beyond = (0, 2) if code == BOOL else DTYPES[code].range
    if low < least:
        raise ValueError(f"low is out of bounds for {DTYPES[code].name}")
    if high > beyond:
        raise ValueError(f"high is out of bounds for {DTYPES[code].name}")


def elementwise(cls, names):
    """Lets the parameters of distributions be arrays: a draw for each of their elements, in their order."""
    for name in names.split():
        setattr(cls, name, _with_arrays(getattr(cls, name)))


_OPTIONS = ("size", "dtype", "endpoint")


def _with_arrays(one):
    names = one.__code__.co_varnames[1 : one.__code__.co_argcount]

    @functools.wraps(one)
    def method(self, *args, **kwargs):
        given = dict(zip(names, args, strict=False)) | kwargs
        parameters = [n for n in given if n not in _OPTIONS and given[n] is not None]
        if len(args) > len(names) or not any([isinstance(given[n], (ndarray, list, tuple)) for n in parameters]):
            return one(self, *args, **kwargs)
        size = given.pop("size", None)
        arrays = broadcast_arrays(*[given.pop(n) for n in parameters])
        if size is not None:
            arrays = [broadcast_to(a, _shape(size)) for a in arrays]
        rows = zip(*[a.reshape(-1).tolist() for a in arrays], strict=True)
        drawn = [one(self, **dict(zip(parameters, row, strict=True)), **given, size=1)[0] for row in rows]
        return asarray(drawn).reshape(arrays[0]._shape)

    return method


class _Drawing:
    """What both kinds of generators share: drawing by name, with a shape or as one number."""

    _kind = 0

    def _draw(self, name, args, size):
        return k.draw(self._kind, self._id, name, args, _shape(size))

    def _spread(self, name, args, size):
        """Draws with parameters that may be arrays, where that is a matter of location and scale only."""
        if not any([isinstance(a, (ndarray, list, tuple)) for a in args]):
            return self._draw(name, tuple([float(a) for a in args]), size)
        parts = broadcast_arrays(*args)
        shape = parts[0]._shape if size is None else _shape(size)
        if name == "normal":
            return asarray(parts[0]) + asarray(parts[1]) * self._draw("standard_normal", (), shape)
        if name == "uniform":
            return asarray(parts[0]) + (asarray(parts[1]) - parts[0]) * self._draw("random", (), shape)
        raise unsupported(f"np.random.{name} with arrays as parameters")

    def uniform(self, low=0.0, high=1.0, size=None):
        if not isinstance(low, (ndarray, list)) and not isinstance(high, (ndarray, list)):
            if not abs(float(high) - float(low)) < float("inf"):
                raise OverflowError("Range exceeds valid bounds")
        return self._spread("uniform", (low, high), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if not isinstance(scale, (ndarray, list)) and float(scale) < 0:
            raise ValueError("scale < 0")
        return self._spread("normal", (loc, scale), size)

    def standard_normal(self, size=None):
        return self._draw("standard_normal", (), size)

    def exponential(self, scale=1.0, size=None):
        if _number(scale, "exponential") < 0:
            raise ValueError("scale < 0")
        return self._draw("exponential", (float(scale),), size)

    def permutation(self, x, axis=0):
        if hasattr(x, "__index__") and not isinstance(x, ndarray):
            return self._draw("permutation", (float(x),), ())
        x = asarray(x)
        axis = self._axis(axis)
        return x.take(self._draw("permutation", (float(x._shape[axis]),), ()), axis=axis)

    def shuffle(self, x, axis=0):
        axis = self._axis(axis)
        if isinstance(x, ndarray):
            order = self._draw("permutation", (float(x._shape[axis]),), ())
            x[...] = x.take(order, axis=axis)
            return
        order = self._draw("permutation", (float(len(x)),), ()).tolist()
        x[:] = [x[i] for i in order]

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8, *, method="svd"):
        mean, cov = asarray(mean, float), asarray(cov, float)
        shape = () if size is None else _shape(size)
        if mean.ndim != 1:
            raise ValueError("mean must be 1 dimensional")
        if cov.ndim != 2 or cov._shape[0] != cov._shape[1]:
            raise ValueError("cov must be 2 dimensional and square")
        if mean._shape[0] != cov._shape[0]:
            raise ValueError("mean and cov must have same length")
        if check_valid not in ("warn", "raise", "ignore"):
            raise ValueError("check_valid must equal 'warn', 'raise', or 'ignore'")
        if method == "cholesky":
            factor = cholesky(cov).T
        elif method == "eigh":
            s, u = eigh(cov)
            factor = (u * sqrt(s)).T
        else:
            u, s, v = svd(cov)
            if check_valid != "ignore" and not allclose(k.dot(v.T * s, v), cov, rtol=tol, atol=tol):
                told = "covariance is not symmetric positive-semidefinite."
                if check_valid == "raise":
                    raise ValueError(told)
                warn(told)
            # The legacy generator turns by the right factor, the new one by the left.
            factor = sqrt(s)[:, None] * v if self._kind == 0 else (u * sqrt(s)).T
        drawn = self._draw("standard_normal", (), (*shape, len(mean)))
        return (k.dot(drawn.reshape(-1, len(mean)), factor) + mean).reshape(*shape, len(mean))

    def _axis(self, axis):
        if self._kind == 0 and axis != 0:
            raise TypeError("the legacy generator shuffles along the first axis only: it takes no argument 'axis'")
        return axis

    def _narrow(self, low, high, size, code):
        """Whole numbers of one or two bytes, or truth values: NumPy cuts one word of 32 bits into several of them."""
        bits = 1 if code == BOOL else 8 * DTYPES[code].itemsize
        span, full = high - 1 - low, (1 << bits) - 1
        legacy, mask = self._kind == 0, (1 << (high - 1 - low).bit_length()) - 1
        rejected = (full - span) % (span + 1)
        shape = () if size is None else _shape(size)
        left = [0, 0]

        def cut():
            if left[1] == 0:
                word = self._draw("randint" if legacy else "integers", (0.0, 4294967296.0), (1,))
                left[:] = int(word[0]), 32 // bits
            part = left[0] & full
            left[:] = left[0] >> bits, left[1] - 1
            return part

        def one():
            if span in (0, full):
                return cut() if span else 0
            while True:
                part = cut()
                if legacy and (part & mask) <= span:
                    return part & mask
                product = part * (span + 1)
                if not legacy and product & full >= rejected:
                    return product >> bits

        made = asarray([low + one() for _ in range(math.prod(shape))], int).reshape(shape).astype(DTYPES[code])
        return made[()] if size is None else made

    def _population(self, a, axis=0):
        if isinstance(a, ndarray) or hasattr(a, "__len__"):
            if isinstance(a, (list, tuple)) and a and isinstance(a[0], str):
                return list(a), len(a)
            a = asarray(a)
            if a.ndim == 0:
                return self._population(int(a))
            if a.ndim != 1 and self._kind == 0:
                raise ValueError("a must be 1-dimensional")
            if a._shape[axis] == 0:
                raise ValueError("'a' cannot be empty unless no samples are taken")
            return a, a._shape[axis]
        try:
            n = operator.index(a)
        except TypeError:
            raise ValueError("a must be 1-dimensional or an integer") from None
        if n <= 0:
            raise ValueError("a must be greater than 0 unless no samples are taken")
        return None, n

    def _chosen(self, pool, at, size, axis=0):
        if pool is None:
            return at
        if isinstance(pool, list):
            if size is None:
                return pool[int(at)]
            return asarray(pool)[at]
        return pool[at] if axis == 0 else pool.take(at, axis)

    def _weights(self, p, n):
        p = asarray(p, float)
        if p.ndim != 1:
            raise ValueError("'p' must be 1-dimensional" if self._kind == 0 else "p must be 1-dimensional")
        if p.size != n:
            raise ValueError("'a' and 'p' must have same size" if self._kind == 0 else "a and p must have same size")
        if (p < 0).any():
            raise ValueError("probabilities are not non-negative")
        if abs(float(p.sum()) - 1) > 1.5e-8:
            raise ValueError("probabilities do not sum to 1")
        return p

    def _weighted(self, n, p, size, replace):
        if replace:
            steps = p.cumsum()
            steps /= steps[-1]
            at = searchsorted(steps, self._draw("random", (), size), side="right")
            return int(at) if size is None else at
        shape = () if size is None else _shape(size)
        count = 1
        for m in shape:
            count *= m
        if int((p > 0).sum()) < count:
            raise ValueError("Fewer non-zero entries in p than size")
        p = p.copy()
        found = k.full((count,), INT64, 0.0)
        have = 0
        while have < count:
            x = self._draw("random", (), (count - have,))
            if have > 0:
                p[found[:have]] = 0
            steps = p.cumsum()
            steps /= steps[-1]
            new = searchsorted(steps, x, side="right")
            _, first = unique(new, return_index=True)
            first.sort()
            new = new[first]
            found[have : have + new.size] = new
            have += new.size
        return int(found[0]) if size is None else found.reshape(shape)
