"""Decompositions of matrices."""

from ._axes import swapaxes
from ._backend import k
from ._creation import asarray
from ._errors import LinAlgError
from ._matrices import _call, _finite, _iterated, _real, _square, _stacked, _typed


class _Result(tuple):
    """A tuple whose items have names."""

    __slots__ = ()
    _fields = ()

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __repr__(self):
        parts = ", ".join([f"{n}={v!r}" for n, v in zip(self._fields, self, strict=True)])
        return f"{type(self).__name__}({parts})"


class SVDResult(_Result):
    __slots__ = ()
    _fields = ("U", "S", "Vh")


class EigResult(_Result):
    __slots__ = ()
    _fields = ("eigenvalues", "eigenvectors")


class EighResult(EigResult):
    __slots__ = ()


class QRResult(_Result):
    __slots__ = ()
    _fields = ("Q", "R")


class SlogdetResult(_Result):
    __slots__ = ()
    _fields = ("sign", "logabsdet")


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    (m,) = _real("svd", a)
    _finite(a)
    parts = _stacked(lambda one: _iterated(k.svd, one, not not full_matrices), m)
    parts = tuple([_typed(part, a) for part in parts])
    return SVDResult(parts) if compute_uv else parts[1]


def svdvals(x, /):
    return svd(x, compute_uv=False)


def eig(a):
    a = _square(a)
    _finite(a)
    (m,) = _real("eig", a)
    values, vectors = _stacked(lambda one: _iterated(k.eig, one), m)
    if (values.imag == 0).all():
        values, vectors = values.real.copy(), vectors.real.copy()
    return EigResult((_typed(values, a), _typed(vectors, a)))


def eigvals(a):
    return eig(a)[0]


def eigh(a, UPLO="L"):
    a = _square(a)
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    (m,) = _real("eigh", a)
    m = m if UPLO.upper() == "L" else swapaxes(m, -1, -2)
    values, vectors = _stacked(lambda one: _iterated(k.eigh, one), m)
    return EighResult((_typed(values, a), _typed(vectors, a)))


def eigvalsh(a, UPLO="L"):
    return eigh(a, UPLO)[0]


def qr(a, mode="reduced"):
    a = asarray(a)
    if mode not in ("reduced", "complete", "r"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    (m,) = _real("qr", a)
    count = a._shape[-2] if mode == "complete" else min(a._shape[-2:])
    q, r = _stacked(lambda one: k.qr(one, count), m)
    return _typed(r, a) if mode == "r" else QRResult((_typed(q, a), _typed(r, a)))


def cholesky(a, /, *, upper=False):
    a = _square(a)
    result = _stacked(lambda m: _call("cholesky", m), a)
    return result.mT if upper else result
