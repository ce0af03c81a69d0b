"""Arrays of texts and of other objects: an element is the number of its object in one list."""

import operator

from ._axes import moveaxis
from ._backend import k, objects
from ._broadcasting import broadcast_arrays
from ._creation import asarray
from ._errors import _UFuncNoLoopError, unsupported
from ._parametric import boxed_dtype, parameter_of
from ._scalars import int64
from ._time_math import combine, compare_times, no_loop, result_code
from ._times import _Time, timedelta64
from ._types import BOOL, BYTES, DATE, DTYPES, FLOAT16, INT64, OBJECT, SPAN, TEXT, dtype

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
    if DATE in (a._code, b._code) or SPAN in (a._code, b._code):
        return _compare_times(name, a, b)
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
    made = asarray([bool(run(p, q)) for p, q in zip(_elements(x), _elements(y), strict=True)], bool)
    made = made.reshape(x._shape)
    return made[()] if made.ndim == 0 else made


def _compare_times(name, a, b):
    if OBJECT in (a._code, b._code):
        # Dates of Python's are compared as NumPy's.
        a, b = [x if x._code != OBJECT else x.astype(other.dtype) for x, other in ((a, b), (b, a))]
    for x, other in ((a, b), (b, a)):
        if x._code >= DATE and other._code != x._code and not (x._code == SPAN and other._code < FLOAT16):
            if name in ("equal", "not_equal"):
                return k.full(broadcast_arrays(a, b)[0]._shape, BOOL, float(name == "not_equal"))[()]
            kinds = [type(t.dtype) for t in (a, b)]
            raise _UFuncNoLoopError(
                f"ufunc '{name}' did not contain a loop with signature matching types ({kinds[0]!r}, {kinds[1]!r}) -> None"
            )
    x, y = broadcast_arrays(a, b)
    made = [compare_times(name, p, q) for p, q in zip(_elements(x), _elements(y), strict=True)]
    made = asarray(made, bool).reshape(x._shape)
    return made[()] if made.ndim == 0 else made


def _binary_times(name, a, b):
    """An operation on points or spans of time."""
    a, b = [x if x._code != OBJECT else x.astype(_like_times(x, other)) for x, other in ((a, b), (b, a))]
    code = result_code(name, a._code, b._code)
    if code is None:
        raise no_loop(name, a.dtype, b.dtype)
    x, y = broadcast_arrays(a, b)
    values = [combine(name, p, q) for p, q in zip(_elements(x), _elements(y), strict=True)]
    made = asarray(values, DTYPES[code]).reshape(x._shape)
    if not values and code >= DATE:
        k.set_text_width(made, max(t.dtype.parameter for t in (a, b)))
    return made[()] if made.ndim == 0 else made


def _like_times(objects_, other):
    first = _elements(objects_)[0] if objects_.size else None
    return DTYPES[DATE if hasattr(first, "year") else SPAN] if other._code >= DATE else objects_.dtype


def time_range(start, stop, step, spec):
    """`arange` of points or spans of time: up to, not including, `stop`."""
    unit = parameter_of(spec)
    code = DATE if spec is not None and dtype(spec)._code == DATE else SPAN
    if spec is None:
        code = start._code if isinstance(start, _Time) else stop._code
    begin = asarray(start, boxed_dtype(code, unit))[()]
    if isinstance(step, _Time) and step._unit > max(unit, begin._unit) or begin._unit == 0:
        begin = begin.in_unit(step._unit if isinstance(step, _Time) else getattr(stop, "_unit", 0))
    if code == DATE and not isinstance(stop, (int, timedelta64)):
        end = asarray(stop, boxed_dtype(code, unit))[()]
        begin, end = begin.in_unit(max(begin._unit, end._unit)), end.in_unit(max(begin._unit, end._unit))
        last = end._v
    elif code == DATE:
        last = begin._v + (stop if isinstance(stop, int) else stop.in_unit(begin._unit)._v)
    else:
        last = asarray(stop, boxed_dtype(code, begin._unit))[()]._v
    by = 1 if step is None else step.in_unit(begin._unit)._v if isinstance(step, _Time) else int(step)
    return asarray(list(range(begin._v, last, by)), boxed_dtype(code, begin._unit))


def unary(name, a):
    """`negative`, `absolute` and the like of spans of time; None where an operation has no such operands."""
    run = {"negative": operator.neg, "absolute": abs, "positive": operator.pos}.get(name)
    if run is None or a._code != SPAN:
        return None
    made = asarray([run(p) for p in _elements(a)], a.dtype).reshape(a._shape)
    return made[()] if made.ndim == 0 else made


def _codes(a):
    return k.reinterpret(k.astype(a, -1), INT64)


def binary(name, a, b):
    """An operation on objects by Python's own operator; of texts only `+`."""
    a, b = asarray(a), asarray(b)
    if max(a._code, b._code) >= DATE:
        return _binary_times(name, a, b)
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
    return DTYPES[code]


def reduce(code, a, axis, keepdims=False):
    """Sums and extremes of all the elements, or of those along an axis."""
    if keepdims or axis is not None and a.ndim != 1 and not isinstance(axis, int):
        raise unsupported("this reduction of an array of texts, objects or times")
    if axis is not None and a.ndim > 1:
        rows = moveaxis(a, axis, -1)
        flat = rows.reshape((-1, rows._shape[-1]))
        made = [reduce(code, row, None) for row in flat]
        return asarray(made, object if a._code == OBJECT else None).reshape(rows._shape[:-1])
    if a._code >= DATE:
        return _reduce_times(code, a)
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


def _reduce_times(code, a):
    """The sum, the mean or an extreme of times; NaT where one of them is."""
    if code in (2, 3):
        values = _elements(a)
        if not values:
            name = ("maximum", "minimum")[code - 2]
            raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
        total = values[0]
        for value in values[1:]:
            total = combine(("maximum", "minimum")[code - 2], total, value)
        return total
    if code in (4, 5):
        return (all if code == 4 else any)([bool(time) for time in _elements(a)])
    if a._code == DATE or code == 1:
        raise no_loop("add" if code != 1 else "multiply", a.dtype, a.dtype)
    total = asarray(0, a.dtype)[()]
    for value in _elements(a):
        total = combine("add", total, value)
    return total if code == 0 else combine("divide", total, a.size)


def accumulate(code, a):
    """The running sums or products of the elements of an array of one axis."""
    if code > 1 or a.ndim != 1 or a._code in (TEXT, BYTES):
        raise unsupported("this running reduction of an array of texts, objects or times")
    name = ("add", "multiply")[code]
    made = []
    for value in _elements(a):
        made.append(binary(name, asarray(made[-1], a.dtype), asarray(value, a.dtype)) if made else value)
    return asarray(made, a.dtype)


def find_extreme(code, a, axis):
    """Where the greatest or the smallest of the elements is; the first NaT, where there is one."""
    if axis is not None and a.ndim != 1:
        raise unsupported("this search along an axis of texts, objects or times")
    values = _elements(a)
    nothing = [i for i, value in enumerate(values) if value != value]
    if nothing:
        return int64(nothing[0])
    return int64(values.index((max if code == 2 else min)(values)))
