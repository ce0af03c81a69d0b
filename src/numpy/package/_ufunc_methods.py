"""`reduce` and `accumulate` of any ufunc."""

import operator

from ._axes import checked_axis, moveaxis
from ._backend import k
from ._creation import asarray
from ._errors import AxisError, fault
from ._joining import stack
from ._reductions import _UNSET, _reduce
from ._types import type_code
from ._ufunc import give, ufunc


def ufunc_reduce(uf, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
    """`ufunc.reduce`."""
    uf._needs_two("reduce")
    array = asarray(array)
    if 0 <= uf._reduce < 6:
        if axis is not None and not isinstance(axis, tuple) and array.ndim == 0:
            if axis not in (0, -1):
                raise AxisError(axis, 0)
            axis = None
        start = _UNSET if initial is None else initial
        return _reduce(uf._reduce, array, axis, dtype, out, keepdims, start, where)
    axes = tuple(range(array.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = [checked_axis(a, array.ndim) for a in axes]
    result = array if dtype is None else array.astype(dtype)
    for at in sorted(axes, reverse=True):
        rows = moveaxis(result, at, 0)
        if len(rows) == 0:
            if uf.identity is None:
                fault("no_identity", uf.__name__)
            result = k.full(rows._shape[1:], result._code, float(uf.identity))
            continue
        total = rows[0]
        for i in range(1, len(rows)):
            total = uf(total, rows[i])
        result = total
    if initial is not None:
        result = uf(initial, result)
    if keepdims:
        result = asarray(result).reshape([1 if i in axes else n for i, n in enumerate(array._shape)])
    return give(result, out)


def _ufunc_accumulate(self, array, axis=0, dtype=None, out=None):
    self._needs_two("accumulate")
    array = asarray(array)
    if array.ndim == 0:
        raise TypeError("cannot accumulate on a scalar")
    if 0 <= self._reduce < 6:
        result = k.accumulate(self._reduce, array, axis, -1 if dtype is None else type_code(dtype))
    else:
        rows = list(moveaxis(array, axis, 0))
        for i in range(1, len(rows)):
            rows[i] = self(rows[i - 1], rows[i])
        result = stack(rows, axis)
    return give(result, out)


def _ufunc_reduceat(self, array, indices, axis=0, dtype=None, out=None):
    """What each part gives that begins at an index and ends before the next one."""
    self._needs_two("reduceat")
    rows = moveaxis(asarray(array), axis, 0)
    starts = [operator.index(i) for i in indices]
    for i in starts:
        if not 0 <= i < len(rows):
            raise IndexError(f"index {i} out-of-bounds in {self.__name__}.reduceat [0, {len(rows)})")
    ends = [*starts[1:], len(rows)]
    parts = [
        ufunc_reduce(self, rows[low:high], 0, dtype) if low < high else rows[low]
        for low, high in zip(starts, ends, strict=True)
    ]
    return give(stack([asarray(part) for part in parts], 0 if rows.ndim == 1 else axis), out)


ufunc.reduceat = _ufunc_reduceat
ufunc.reduce = ufunc_reduce
ufunc.accumulate = _ufunc_accumulate
