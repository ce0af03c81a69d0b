"""Linear algebra, computed by numpy-ts."""

from . import _ufuncs
from ._array import asarray, ndarray
from ._backend import k
from ._errors import LinAlgError, unsupported
from ._reductions import sum as _sum
from ._types import DTYPES, FLOAT32, FLOAT64


def _square(a):
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a._shape[-1] != a._shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def _finite(a):
    if not _ufuncs.isfinite(a).all():
        raise LinAlgError("Array must not contain infs or NaNs")


def _typed(result, *sources):
    if all([s._code == FLOAT32 for s in sources]):
        return asarray(result).astype("float32") if isinstance(result, ndarray) else DTYPES[FLOAT32].type(result)
    return result


def _call(name, *args):
    try:
        return k.library(name, args)
    except (SystemError, ValueError) as error:
        text = str(error)
        if text == "complex":
            raise unsupported(f"np.linalg.{name} with complex results") from None
        if "ingular" in text:
            raise LinAlgError("Singular matrix") from None
        if "positive" in text and "definite" in text:
            raise LinAlgError("Matrix is not positive definite") from None
        raise LinAlgError(text.removeprefix("numpy: ")) from None


def _stacked(function, a):
    """Applies a function of matrices to a stack of them."""
    from ._shapes import stack

    if a.ndim == 2:
        return function(a)
    parts = [_stacked(function, part) for part in a]
    if not parts:
        raise unsupported("np.linalg on empty stacks")
    if isinstance(parts[0], tuple):
        return tuple([stack([p[i] for p in parts]) for i in range(len(parts[0]))])
    return stack(parts)


def det(a):
    a = _square(a)
    if a._shape[-1] == 0:
        return k.full(a._shape[:-2], FLOAT64, 1.0)[()]
    return _typed(_stacked(lambda m: _call("det", m), a), a)


def inv(a):
    a = _square(a)
    if a.size == 0:
        return a.astype(float)
    return _typed(_stacked(_inverse, a), a)


def _inverse(a):
    result = _call("inv", a)
    if not _ufuncs.isfinite(result).all() and _ufuncs.isfinite(a).all():
        raise LinAlgError("Singular matrix")
    return result


def solve(a, b):
    a = _square(a)
    b = asarray(b)
    if a.ndim > 2 or b.ndim > 2:
        raise unsupported("np.linalg.solve on stacks of matrices")
    n = a._shape[-1]
    if b._shape[0] != n:
        if b.ndim == 1:
            raise ValueError(
                f"solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) "
                f"(size {b._shape[0]} is different from {n})"
            )
        raise ValueError(
            f"solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m,n)->(m,n) "
            f"(size {b._shape[0]} is different from {n})"
        )
    result = _call("solve", a, b)
    if not _ufuncs.isfinite(result).all() and _ufuncs.isfinite(a).all() and _ufuncs.isfinite(b).all():
        raise LinAlgError("Singular matrix")
    return _typed(result, a, b)


def norm(x, ord=None, axis=None, keepdims=False):
    from ._reductions import max as most
    from ._reductions import min as least
    from ._shapes import ravel

    x = asarray(x)
    if x._code < FLOAT32:
        x = x.astype(float)
    if axis is None:
        if ord is None or ord in ("f", "fro") and x.ndim == 2 or ord == 2 and x.ndim == 1:
            flat = ravel(x)
            result = _ufuncs.sqrt(k.dot(flat, flat))
            return result.reshape((1,) * x.ndim) if keepdims else result
        axis = tuple(range(x.ndim))
    elif not isinstance(axis, tuple):
        axis = (axis,)
    size = _ufuncs.absolute(x)
    if len(axis) == 1:
        axis = axis[0]
        if ord == float("inf"):
            return most(size, axis, keepdims=keepdims)
        if ord == float("-inf"):
            return least(size, axis, keepdims=keepdims)
        if ord == 0:
            return _sum(_ufuncs.not_equal(x, 0).astype(x.dtype), axis, keepdims=keepdims)
        if ord == 1:
            return _sum(size, axis, keepdims=keepdims)
        if ord is None or ord == 2:
            return _ufuncs.sqrt(_sum(x * x, axis, keepdims=keepdims))
        if isinstance(ord, str):
            raise ValueError(f"Invalid norm order '{ord}' for vectors")
        return _sum(size**ord, axis, keepdims=keepdims) ** (1.0 / ord)
    if len(axis) != 2:
        raise ValueError("Improper number of dimensions to norm.")
    row, column = [a % x.ndim for a in axis]
    if row == column:
        raise ValueError("Duplicate axes given.")
    if ord is None or ord in ("f", "fro"):
        return _ufuncs.sqrt(_sum(x * x, (row, column), keepdims=keepdims))
    if ord in (1, -1, float("inf"), float("-inf")):
        inner, outer = (row, column) if abs(ord) == 1 else (column, row)
        if not keepdims and outer > inner:
            outer -= 1
        sums = _sum(size, inner, keepdims=keepdims)
        return (most if ord > 0 else least)(sums, outer, keepdims=keepdims)
    if ord in (2, -2, "nuc") and x.ndim == 2:
        values = svd(x, compute_uv=False)
        result = values.max() if ord == 2 else values.min() if ord == -2 else values.sum()
        return result.reshape(1, 1) if keepdims else result
    raise ValueError("Invalid norm order for matrices.")


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    x = asarray(x)
    if axis is None:
        result = norm(x.reshape(-1), ord)
        return asarray(result).reshape((1,) * x.ndim) if keepdims else result
    return norm(x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return norm(x, ord, (-2, -1), keepdims)


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
    return EigResult(_stacked(lambda m: _call("eig", m), a))


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
    return QRResult(_call("qr", a, mode))


def cholesky(a, /, *, upper=False):
    a = _square(a)
    result = _stacked(lambda m: _call("cholesky", m), a)
    return result.mT if upper else result


def slogdet(a):
    a = _square(a)
    return SlogdetResult(_stacked(lambda m: _call("slogdet", m), a))


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    from ._shapes import swapaxes

    u, s, vh = svd(a, full_matrices=False)
    limit = rcond if rcond is not None else rtol if rtol is not None else 1e-15
    large = s > limit * s.max()
    inverse = _ufuncs.divide(1, s, where=large, out=s * 0)
    return swapaxes(vh, -1, -2) @ (inverse[:, None] * swapaxes(u, -1, -2))


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    A = asarray(A)
    if A.ndim < 2:
        return int(not (A == 0).all())
    s = svd(A, compute_uv=False)
    if tol is None:
        tol = s.max() * max(A._shape[-2:]) * (2.220446049250313e-16 if rtol is None else rtol)
    return (s > tol).sum()


def cond(x, p=None):
    x = asarray(x)
    if p in (None, 2, -2):
        s = svd(x, compute_uv=False)
        return s[-1] / s[0] if p == -2 else s[0] / s[-1]
    return norm(x, p) * norm(inv(x), p)


def matrix_power(a, n):
    from ._construction import eye

    a = _square(a)
    if not isinstance(n, int):
        raise TypeError("exponent must be an integer")
    if n < 0:
        a = inv(a)
        n = -n
    result = eye(a._shape[0], dtype=a.dtype)
    while n:
        if n & 1:
            result = result @ a
        a = a @ a
        n >>= 1
    return result


def multi_dot(arrays, *, out=None):
    result = asarray(arrays[0])
    for other in arrays[1:]:
        result = k.dot(result, asarray(other))
    return result


def lstsq(a, b, rcond=None):
    a, b = asarray(a), asarray(b)
    if a.ndim != 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    m, n = a._shape
    if b._shape[0] != m:
        raise LinAlgError("Incompatible dimensions")
    u, s, vh = svd(a, full_matrices=False)
    limit = (2.220446049250313e-16 * max(m, n) if rcond is None else rcond) * s.max()
    rank = int((s > limit).sum())
    x = vh[:rank].T @ ((u[:, :rank].T @ b) / (s[:rank] if b.ndim == 1 else s[:rank, None]))
    rest = b - a @ x
    residuals = (rest * rest).sum(axis=0)
    residuals = residuals.reshape(-1) if rank == n and m > n else k.full((0,), FLOAT64, 0.0)
    return x, residuals, rank, s


def trace(x, /, *, offset=0, dtype=None):
    from ._construction import trace as plain

    return plain(x, offset, -2, -1, dtype)


def diagonal(x, /, *, offset=0):
    from ._construction import diagonal as plain

    return plain(x, offset, -2, -1)


def matmul(x1, x2, /):
    return k.matmul(x1, x2)


def outer(x1, x2, /):
    from ._products import outer as plain

    return plain(x1, x2)


def tensordot(x1, x2, /, *, axes=2):
    from ._products import tensordot as plain

    return plain(x1, x2, axes)


def matrix_transpose(x, /):
    from ._shapes import matrix_transpose as plain

    return plain(x)


def __getattr__(name):
    if name in ("tensorinv", "tensorsolve", "cross", "vecdot"):
        raise unsupported(f"np.linalg.{name}")
    raise AttributeError(f"module 'numpy.linalg' has no attribute '{name}'")
