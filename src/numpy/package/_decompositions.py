"""Decompositions of matrices."""

from . import _ufuncs
from ._backend import k
from ._creation import asarray
from ._errors import LinAlgError, unsupported
from ._matrices import _call, _finite, _square, _stacked


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
    _finite(a)
    parts = _stacked(lambda m: _call("svd", m, not not full_matrices), a)
    return SVDResult(parts) if compute_uv else parts[1]


def svdvals(x, /):
    return svd(x, compute_uv=False)


def eig(a):
    a = _square(a)
    _finite(a)
    return EigResult(_stacked(_real_eig, a))


def _real_eig(m):
    """Eigenvalues and eigenvectors: real ones by numpy-ts, whose complex ones are wrong, others by a kernel."""
    seen = k.eig(m)[0]
    if (_ufuncs.absolute(seen.imag) > 1e-7 * _ufuncs.absolute(seen).max()).any():
        return _with_pairs(m)
    values, vectors = _call("eig", m)
    far = _ufuncs.absolute(k.dot(m, vectors) - vectors * values)
    if not (far <= 1e-7 * (1 + _ufuncs.absolute(m).max())).all():
        return _with_pairs(m)
    return values, vectors


def _with_pairs(m):
    values, vectors = k.eig(m)
    if not (values.imag != 0).any():
        return values.real, vectors.real
    far = _ufuncs.absolute(m @ vectors - vectors * values)
    if not (far <= 1e-7 * (1 + _ufuncs.absolute(m).max())).all():
        raise unsupported("np.linalg.eig of this matrix, whose eigenvectors could not be told apart,")
    return values, vectors


def eigvals(a):
    return eig(a)[0]


def eigh(a, UPLO="L"):
    a = _square(a)
    return EighResult(_stacked(lambda m: _call("eigh", m, UPLO), a))


def eigvalsh(a, UPLO="L"):
    return eigh(a, UPLO)[0]


def qr(a, mode="reduced"):
    a = asarray(a)
    if mode == "r":
        return qr(a)[1]
    if mode not in ("reduced", "complete"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    q, r = _call("qr", a, mode)
    # Where nothing is to be reflected away, LAPACK leaves a column as it is; numpy-ts turns its sign.
    for i in range(min(a.shape) if a.ndim == 2 else 0):
        if (a[i + 1 :, i] != 0).any():
            break
        if r[i, i] * a[i, i] < 0:
            q[:, i], r[i] = 0.0 - q[:, i], 0.0 - r[i]
    return QRResult((q, r))


def cholesky(a, /, *, upper=False):
    a = _square(a)
    result = _stacked(lambda m: _call("cholesky", m), a)
    return result.mT if upper else result
