"""Arrays of texts and of other objects: an element is the number of its object in one list."""

import operator

from ._axes import moveaxis, transpose
from ._backend import k
from ._broadcasting import broadcast_arrays
from ._creation import asarray
from ._elements import elements
from ._errors import _UFuncNoLoopError, unsupported
from ._from_python import numbered_array
from ._scalars import int64
from ._time_arrays import combine_arrays, compare_arrays, reduce_times
from ._time_math import no_loop
from ._types import BOOL, BYTES, DATE, DTYPES, INT64, OBJECT, SPAN, TEXT

_COMPARE = {
    "equal": operator.eq,
    "not_equal": operator.ne,
    "less": operator.lt,
    "less_equal": operator.le,
    "greater": operator.gt,
    "greater_equal": operator.ge,
}
_BINARY = {
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": operator.truediv,
    "floor_divide": operator.floordiv,
    "remainder": operator.mod,
    "power": operator.pow,
    "maximum": lambda p, q: p if p >= q else q,
    "minimum": lambda p, q: p if p <= q else q,
    "bitwise_and": operator.and_,
    "bitwise_or": operator.or_,
    "bitwise_xor": operator.xor,
}
_UNARY = {
    "negative": operator.neg,
    "absolute": abs,
    "positive": operator.pos,
    "square": lambda p: p * p,
    "reciprocal": lambda p: 1 / p,
    "invert": operator.invert,
}


def is_foreign(x):
    """Whether something is of a class that is neither Python's own nor NumPy's."""
    return type(x).__module__ not in ("builtins", "numpy")


def goes_first(x):
    """Whether an operand of a class of the learner's own wants its own operator asked in place of an array's."""
    kind = type(x)
    return is_foreign(x) and (
        getattr(kind, "__array_ufunc__", 0) is None or getattr(kind, "__array_priority__", -1.0) > 0
    )


def compare(name, a, b):
    """`a name b`, element by element."""
    if name not in _COMPARE:
        raise unsupported(f"np.{name} of texts or objects")
    a, b = asarray(a), asarray(b)
    if DATE in (a._code, b._code) or SPAN in (a._code, b._code):
        return compare_arrays(name, a, b)
    texts = [x._code in (TEXT, BYTES) for x in (a, b)]
    numbers = [x._code < TEXT for x in (a, b)]
    if any(texts) and any(numbers) and name in ("equal", "not_equal"):
        shape = broadcast_arrays(a, b)[0]._shape
        return k.full(shape, BOOL, float(name == "not_equal"))[()]
    x, y = broadcast_arrays(a, b)
    if all(texts) and a._code == b._code and name in ("equal", "not_equal"):
        same = _codes(x) == _codes(y)
        return same if name == "equal" else ~same
    run = _COMPARE[name]
    made = asarray([bool(run(p, q)) for p, q in zip(elements(x), elements(y), strict=True)], bool)
    made = made.reshape(x._shape)
    return made[()] if made.ndim == 0 else made


def unary(name, a):
    """An operation on spans of time, or on objects, whose own methods are asked; None where it has no such operands."""
    if a._code == OBJECT:
        made = numbered_array([_by_method(name, p) for p in elements(a)], a._shape, OBJECT)
    elif a._code == SPAN and name in ("negative", "absolute", "positive"):
        made = asarray([_UNARY[name](p) for p in elements(a)], a.dtype).reshape(a._shape)
    else:
        return None
    return made[()] if made.ndim == 0 else made


def _by_method(name, value):
    if name in _UNARY:
        return _UNARY[name](value)
    method = getattr(value, name, None)
    if not callable(method):
        kind = type(value).__name__
        raise TypeError(f"loop of ufunc does not support argument 0 of type {kind} which has no callable {name} method")
    return method()


def _codes(a):
    return k.reinterpret(k.astype(a, -1), INT64)


def binary(name, a, b):
    """An operation on objects by Python's own operator; of texts only `+`."""
    a, b = asarray(a), asarray(b)
    if max(a._code, b._code) >= DATE:
        return combine_arrays(name, a, b)
    if max(a._code, b._code) == BYTES:
        raise no_loop(name, a.dtype, b.dtype) if name != "add" else unsupported("adding arrays of bytes")
    if TEXT in (a._code, b._code) and OBJECT not in (a._code, b._code) and not (name == "add" and a._code == b._code):
        raise _UFuncNoLoopError(
            f"ufunc '{name}' did not contain a loop with signature matching types ({a.dtype!r}, {b.dtype!r}) -> None"
        )
    if name not in _BINARY:
        raise unsupported(f"np.{name} of texts or objects")
    x, y = broadcast_arrays(a, b)
    run = _BINARY[name]
    values = [run(p, q) for p, q in zip(elements(x), elements(y), strict=True)]
    if TEXT == a._code == b._code:
        made = asarray(values, str).reshape(x._shape)
    else:
        made = numbered_array(values, x._shape, OBJECT)
    return made[()] if made.ndim == 0 else made


def product(a, b):
    """The matrix product of arrays of objects with one or two axes, by the objects' own `*` and `+`."""
    if OBJECT not in (a._code, b._code):
        raise no_loop("matmul", a.dtype, b.dtype)
    if max(a.ndim, b.ndim) > 2:
        raise unsupported("a product of arrays of objects with more than two axes")
    n = b._shape[0]
    if a._shape[-1] != n or n == 0:
        # Says what does not fit, as of numbers.
        k.matmul(k.full(a._shape, INT64, 0.0), k.full(b._shape, INT64, 0.0))
        raise unsupported("a product of arrays of objects along an axis without entries")
    left, right = elements(a), elements(b)
    width = 1 if b.ndim == 1 else b._shape[1]
    values = []
    for row in range(0, len(left), n):
        for column in range(width):
            total = left[row] * right[column]
            for i in range(1, n):
                total = total + left[row + i] * right[i * width + column]
            values.append(total)
    shape = a._shape[:-1] + b._shape[1:]
    return numbered_array(values, shape, OBJECT) if shape else values[0]


def choose(condition, x, y):
    """`where` between texts or objects."""
    x, y = asarray(x), asarray(y)
    code = k.promote(x._code, y._code)
    made = k.where(condition, _codes(x.astype(_kind(code))), _codes(y.astype(_kind(code))))
    made = k.reinterpret(asarray(made), code)
    return made[()] if made.ndim == 0 else made


def _kind(code):
    return DTYPES[code]


def reduce(code, a, axis, keepdims=False):
    """Sums and extremes of all the elements, or of those along an axis."""
    if keepdims or isinstance(axis, tuple):
        return _reduce_axes(code, a, axis, keepdims)
    if axis is not None and a.ndim > 1:
        rows = moveaxis(a, axis, -1)
        flat = rows.reshape((-1, rows._shape[-1]))
        made = [reduce(code, row, None) for row in flat]
        return asarray(made, object if a._code == OBJECT else None).reshape(rows._shape[:-1])
    if a._code >= DATE:
        return reduce_times(code, a)
    if a._code == TEXT and code in (0, 6):
        width = a.dtype.itemsize // 4
        raise TypeError(
            "the resolved dtypes are not compatible with add.reduce. Resolved "
            f"(dtype('<U{width}'), dtype('<U{width}'), dtype('<U{2 * width}'))"
        )
    if a._code == TEXT and code in (2, 3):
        raise _UFuncNoLoopError(
            f"ufunc '{('maximum', 'minimum')[code - 2]}' did not contain a loop with signature matching types "
            f"({a.dtype!r}, {a.dtype!r}) -> None"
        )
    values = elements(a)
    if not values or code > 3 and code != 6 or a._code == TEXT and code < 2:
        raise unsupported("this reduction of an array of texts or objects")
    if code == 6:
        return reduce(0, a, None) / len(values)
    run = _BINARY[("add", "multiply", "maximum", "minimum")[code]]
    total = values[0]
    for value in values[1:]:
        total = run(total, value)
    return total


def _reduce_axes(code, a, axis, keepdims):
    """Along several axes, or with those that are gone left in place with one entry."""
    axes = range(a.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = sorted({operator.index(x) % a.ndim for x in axes})
    kept = [i for i in range(a.ndim) if i not in axes]
    shape = [a._shape[i] for i in kept]
    flat = transpose(a, [*kept, *axes]).reshape((*shape, -1)) if axes else a
    made = asarray(reduce(code, flat, -1), DTYPES[a._code])
    made = made.reshape([1 if i in axes else n for i, n in enumerate(a._shape)] if keepdims else shape)
    return made if made.ndim else made[()]


def accumulate(code, a):
    """The running sums or products of the elements of an array of one axis."""
    if code > 1 or a.ndim != 1 or a._code in (TEXT, BYTES):
        raise unsupported("this running reduction of an array of texts, objects or times")
    name = ("add", "multiply")[code]
    made = []
    for value in elements(a):
        made.append(binary(name, asarray(made[-1], a.dtype), asarray(value, a.dtype)) if made else value)
    return asarray(made, a.dtype)


def find_extreme(code, a, axis):
    """Where the greatest or the smallest of the elements is; the first NaT, where there is one."""
    if axis is not None and a.ndim != 1:
        raise unsupported("this search along an axis of texts, objects or times")
    values = elements(a)
    nothing = [i for i, value in enumerate(values) if value != value]
    if nothing:
        return int64(nothing[0])
    return int64(values.index((max if code == 2 else min)(values)))
