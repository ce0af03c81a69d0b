"""Arrays of texts and of other objects: an element is the number of its object in one list."""

import operator

from ._backend import k, objects
from ._broadcasting import broadcast_arrays
from ._creation import asarray
from ._errors import _UFuncNoLoopError, unsupported
from ._types import BOOL, INT64, OBJECT, TEXT

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
}


def has_objects(*operands):
    """Whether one of the operands is an array whose elements are texts or other objects."""
    for x in operands:
        if getattr(x, "_code", 0) >= TEXT:
            return True
    return False


def _elements(a):
    return (
        [objects[n] for n in k.to_list(k.reinterpret(k.reshape(k.astype(a, -1), (a.size,)), INT64))]
        if (a._code >= TEXT)
        else k.to_list(k.reshape(a, (a.size,)))
    )


def compare(name, a, b):
    """`a name b`, element by element."""
    if name not in _COMPARE:
        raise unsupported(f"np.{name} of texts or objects")
    a, b = asarray(a), asarray(b)
    texts = [x._code == TEXT for x in (a, b)]
    numbers = [x._code < TEXT for x in (a, b)]
    if any(texts) and any(numbers) and name in ("equal", "not_equal"):
        shape = broadcast_arrays(a, b)[0]._shape
        return k.full(shape, BOOL, float(name == "not_equal"))[()]
    x, y = broadcast_arrays(a, b)
    if all(texts) and name in ("equal", "not_equal"):
        same = _codes(x) == _codes(y)
        return same if name == "equal" else ~same
    run = _COMPARE[name]
    made = asarray([bool(run(p, q)) for p, q in zip(_elements(x), _elements(y), strict=True)], bool)
    made = made.reshape(x._shape)
    return made[()] if made.ndim == 0 else made


def _codes(a):
    return k.reinterpret(k.astype(a, -1), INT64)


def binary(name, a, b):
    """An operation on objects by Python's own operator; of texts only `+`."""
    a, b = asarray(a), asarray(b)
    if TEXT in (a._code, b._code) and OBJECT not in (a._code, b._code) and not (name == "add" and a._code == b._code):
        raise _UFuncNoLoopError(
            f"ufunc '{name}' did not contain a loop with signature matching types ({a.dtype!r}, {b.dtype!r}) -> None"
        )
    if name not in _BINARY:
        raise unsupported(f"np.{name} of texts or objects")
    x, y = broadcast_arrays(a, b)
    run = _BINARY[name]
    values = [run(p, q) for p, q in zip(_elements(x), _elements(y), strict=True)]
    made = asarray(values, object if OBJECT in (a._code, b._code) else str).reshape(x._shape)
    return made[()] if made.ndim == 0 else made


def choose(condition, x, y):
    """`where` between texts or objects."""
    x, y = asarray(x), asarray(y)
    code = k.promote(x._code, y._code)
    made = k.where(condition, _codes(x.astype(_kind(code))), _codes(y.astype(_kind(code))))
    made = k.reinterpret(asarray(made), code)
    return made[()] if made.ndim == 0 else made


def _kind(code):
    return str if code == TEXT else object


def reduce(code, a, axis):
    """Sums and extremes of all the elements."""
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
    values = _elements(a)
    if axis is not None and a.ndim != 1 or not values or code > 3 or a._code == TEXT and code < 2:
        raise unsupported("this reduction of an array of texts or objects")
    if code < 2:
        run = (operator.add, operator.mul)[code]
        total = values[0]
        for value in values[1:]:
            total = run(total, value)
        return total
    return (max if code == 2 else min)(values)
