"""Norms of vectors and matrices."""

from . import _ufuncs
from ._backend import k
from ._creation import asarray
from ._decompositions import svd
from ._reductions import max as most
from ._reductions import min as least
from ._reductions import sum as _sum
from ._shapes import ravel
from ._types import COMPLEX128, FLOAT16


def norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    if x._code < FLOAT16:
        x = x.astype(float)
    if x._code == COMPLEX128:
        x = _ufuncs.absolute(x)
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
