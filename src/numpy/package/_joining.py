"""Joining arrays and cutting them up."""

import builtins
import operator

from ._array import ndarray
from ._axes import checked_axis, moveaxis
from ._backend import k
from ._broadcasting import broadcast_to
from ._creation import array, asarray
from ._shapes import atleast_1d, atleast_2d, atleast_3d, ravel
from ._sizes import refuse_beyond_memory
from ._types import DTYPES, FLOAT16, INT64, promote, type_code


def _common(arrays, dtype):
    if dtype is not None:
        return type_code(dtype)
    code = arrays[0]._code
    for a in arrays[1:]:
        code = promote(code, a._code)
    return code


def concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting="same_kind"):
    if axis is not None:
        axis = operator.index(axis)
    if isinstance(arrays, ndarray) and arrays.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    if not hasattr(arrays, "__len__"):
        raise TypeError("dispatcher for __array_function__ did not return an iterable")
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays = [ravel(a) for a in arrays]
        axis = 0
    first = arrays[0]
    if first.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = checked_axis(axis, first.ndim)
    for i, a in enumerate(arrays):
        if a.ndim != first.ndim:
            raise ValueError(
                "all the input arrays must have same number of dimensions, but the array at index 0 has "
                f"{first.ndim} dimension(s) and the array at index {i} has {a.ndim} dimension(s)"
            )
        for at, (n, m) in enumerate(zip(first._shape, a._shape, strict=True)):
            if at != axis and n != m:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along "
                    f"dimension {at}, the array at index 0 has size {n} and the array at index {i} has size {m}"
                )
    shape = list(first._shape)
    shape[axis] = builtins.sum([a._shape[axis] for a in arrays])
    made = k.full(tuple(shape), _common(arrays, dtype), None) if out is None else out
    lead = (slice(None),) * axis
    at = 0
    for a in arrays:
        n = a._shape[axis]
        k.copy_to(made[(*lead, slice(at, at + n))], a)
        at += n
    return made


concat = concatenate


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a._shape for a in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    axis = checked_axis(axis, arrays[0].ndim + 1)
    key = (slice(None),) * axis + (None,)
    return concatenate([a[key] if a.ndim else a.reshape(1) for a in arrays], axis, out, dtype=dtype)


def _sequence(arrays, name):
    if not hasattr(arrays, "__getitem__"):
        raise TypeError('arrays to stack must be passed as a "sequence" type such as list or tuple.')
    return list(arrays)


def vstack(tup, *, dtype=None, casting="same_kind"):
    arrays = [atleast_2d(a) for a in _sequence(tup, "vstack")]
    return concatenate(arrays, 0, dtype=dtype)


row_stack = vstack


def hstack(tup, *, dtype=None, casting="same_kind"):
    arrays = [atleast_1d(a) for a in _sequence(tup, "hstack")]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


def dstack(tup):
    return concatenate([atleast_3d(a) for a in _sequence(tup, "dstack")], 2)


def column_stack(tup):
    arrays = [a.reshape(-1, 1) if a.ndim < 2 else a for a in map(asarray, tup)]
    return concatenate(arrays, 1)


def block(arrays):
    def build(part, depth, level):
        if isinstance(part, list):
            return concatenate([build(p, depth, level + 1) for p in part], axis=level - depth)
        made = asarray(part)
        return made.reshape((1,) * (builtins.max(depth, made.ndim) - made.ndim) + made._shape)

    def deep(part):
        return 1 + builtins.max([deep(p) for p in part]) if isinstance(part, list) else 0

    depth = deep(arrays)
    return build(arrays, depth, 0) if depth else array(arrays)


def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    axis = checked_axis(axis, ary.ndim)
    total = ary._shape[axis]
    try:
        cuts = [0, *[operator.index(i) for i in indices_or_sections], total]
    except TypeError:
        count = operator.index(indices_or_sections)
        if count <= 0:
            raise ValueError("number sections must be larger than 0.") from None
        each, extra = builtins.divmod(total, count)
        cuts = [i * each + builtins.min(i, extra) for i in range(count + 1)]
    lead = (slice(None),) * axis
    return [ary[(*lead, slice(a, b))] for a, b in zip(cuts[:-1], cuts[1:], strict=True)]


def split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    if not hasattr(indices_or_sections, "__len__"):
        if ary._shape[checked_axis(axis, ary.ndim)] % indices_or_sections:
            raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    ary = asarray(ary)
    if ary.ndim == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(ary, indices_or_sections, 1 if ary.ndim > 1 else 0)


def vsplit(ary, indices_or_sections):
    ary = asarray(ary)
    if ary.ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def unstack(x, /, *, axis=0):
    return tuple(moveaxis(x, axis, 0))


def tile(A, reps):
    a = asarray(A)
    reps = tuple(reps) if hasattr(reps, "__len__") else (reps,)
    ndim = builtins.max(a.ndim, len(reps))
    reps = (1,) * (ndim - len(reps)) + reps
    shape = (1,) * (ndim - a.ndim) + a._shape
    refuse_beyond_memory(tuple([r * n for r, n in zip(reps, shape, strict=True)]), a._code)
    spread = [n for pair in zip(reps, shape, strict=True) for n in pair]
    a = a.reshape([n for m in shape for n in (1, m)])
    return k.astype(broadcast_to(a, spread), -1).reshape([r * n for r, n in zip(reps, shape, strict=True)])


def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    axis = checked_axis(axis, a.ndim)
    counts = asarray(repeats)
    if counts._code >= FLOAT16:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    n = a._shape[axis]
    if counts.size == 1:
        counts = [int(counts.reshape(-1)[0])] * n
    elif counts.ndim == 1 and counts.size == n:
        counts = counts.tolist()
    else:
        raise ValueError(f"operands could not be broadcast together with shape ({n},) ({counts.size},)")
    if [c for c in counts if c < 0]:
        raise ValueError("repeats may not contain negative values.")
    refuse_beyond_memory((*a._shape[:axis], builtins.sum(counts), *a._shape[axis + 1 :]), a._code)
    positions = [i for i, c in enumerate(counts) for _ in range(c)]
    return _at(a, positions, axis)


def _at(a, positions, axis):
    """The slices of `a` at a list of positions along an axis."""
    index = asarray(positions, DTYPES[INT64])
    return a[(slice(None),) * axis + (index,)]
