"""Linear algebra, computed by numpy-ts."""

import itertools
import math

from . import _axes, _construction, _products, _ufuncs
from ._axes import swapaxes
from ._backend import k
from ._broadcasting import broadcast_shapes, broadcast_to
from ._construction import eye
from ._creation import asarray
from ._decompositions import SlogdetResult, cholesky, eig, eigh, eigvals, eigvalsh, qr, svd, svdvals  # noqa: F401
from ._elsewhere import from_module
from ._errors import LinAlgError
from ._matrices import _real, _square, _stacked, _typed
from ._norms import matrix_norm, norm, vector_norm  # noqa: F401
from ._scalars import float64, int32
from ._types import FLOAT64


def det(a):
    a = _square(a)
    if a._shape[-1] == 0:
        return k.full(a._shape[:-2], FLOAT64, 1.0)[()]
    (m,) = _real("det", a)

    def one(matrix):
        sign, logarithm = _sign_and_logarithm(matrix)
        return float64(sign * math.exp(logarithm))

    return _typed(_stacked(one, m), a)


def _sign_and_logarithm(matrix):
    found = k.determinant(matrix)
    if found is None:
        return float64(0.0), float64(float("-inf"))
    # By the C library's logarithm: NumPy takes that too.
    logarithm = 0.0
    for factor in found[1].tolist():
        logarithm += math.log(factor) if factor == factor else factor
    return found[0], float64(logarithm)


def inv(a):
    a = _square(a)
    if a.size == 0:
        return a.astype(float)
    (m,) = _real("inv", a)
    return _typed(_stacked(lambda one: _solution(one, eye(len(one))), m), a)


def _solution(a, b):
    x = k.solve(a, b)
    if x is None:
        raise LinAlgError("Singular matrix")
    return x


def solve(a, b):
    a = _square(a)
    b = asarray(b)
    n = a._shape[-1]
    size = b._shape[0 if b.ndim == 1 else -2] if b.ndim else 0
    if size != n:
        name, signature = ("solve1", "(m,m),(m)->(m)") if b.ndim == 1 else ("solve", "(m,m),(m,n)->(m,n)")
        raise ValueError(
            f"{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} "
            f"(size {size} is different from {n})"
        )
    one, two = _real("solve", a, b)
    two = two.reshape(n, 1) if b.ndim == 1 else two
    lead = broadcast_shapes(a._shape[:-2], two._shape[:-2])
    made = k.full((*lead, n, two._shape[-1]), FLOAT64, None)
    one, two = broadcast_to(one, (*lead, n, n)), broadcast_to(two, made._shape)
    for at in itertools.product(*[range(m) for m in lead]):
        made[at] = _solution(one[at], two[at])
    return _typed(made[..., 0] if b.ndim == 1 else made, a, b)


def slogdet(a):
    a = _square(a)
    (m,) = _real("slogdet", a)
    return SlogdetResult([_typed(part, a) for part in _stacked(_sign_and_logarithm, m)])


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
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
    return x, residuals, int32(rank), s


def trace(x, /, *, offset=0, dtype=None):
    return _construction.trace(x, offset, -2, -1, dtype)


def diagonal(x, /, *, offset=0):
    return _construction.diagonal(x, offset, -2, -1)


def matmul(x1, x2, /):
    return k.matmul(x1, x2)


def outer(x1, x2, /):
    return _products.outer(x1, x2)


def tensordot(x1, x2, /, *, axes=2):
    return _products.tensordot(x1, x2, axes)


def matrix_transpose(x, /):
    return _axes.matrix_transpose(x)


def cross(x1, x2, /, *, axis=-1):
    x1, x2 = asarray(x1), asarray(x2)
    if x1._shape[axis] != 3 or x2._shape[axis] != 3:
        raise ValueError(
            "Both input arrays must be (arrays of) 3-dimensional vectors, but they are "
            f"{x1._shape[axis]} and {x2._shape[axis]} dimensional instead."
        )
    return _products.cross(x1, x2, axis=axis)


def vecdot(x1, x2, /, *, axis=-1):
    return (_axes.moveaxis(x1, axis, -1).conj() * _axes.moveaxis(x2, axis, -1)).sum(-1)


def tensorinv(a, ind=2):
    a = asarray(a)
    if ind <= 0:
        raise ValueError("Invalid ind argument.")
    n = 1
    for m in a._shape[ind:]:
        n *= m
    return inv(a.reshape(n, -1)).reshape(a._shape[ind:] + a._shape[:ind])


def tensorsolve(a, b, axes=None):
    a, b = asarray(a), asarray(b)
    if axes is not None:
        a = _axes.moveaxis(a, axes, range(a.ndim - len(axes), a.ndim))
    shape = a._shape[b.ndim :]
    n = 1
    for m in shape:
        n *= m
    if a.size != n * n:
        raise LinAlgError(
            "Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])"
        )
    return solve(a.reshape(-1, n), b.reshape(-1)).reshape(shape)


__getattr__ = from_module("np.linalg")
