"""Arrays of points and spans of time: comparing, reckoning, ranges and reductions."""

from ._backend import k
from ._broadcasting import broadcast_arrays
from ._creation import asarray
from ._elements import elements
from ._errors import _UFuncNoLoopError
from ._parametric import boxed_dtype, parameter_of
from ._time_math import combine, compare_times, no_loop, result_code
from ._times import _Time, timedelta64
from ._types import BOOL, DATE, DTYPES, FLOAT16, OBJECT, SPAN, dtype


def compare_arrays(name, a, b):
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
    made = [compare_times(name, p, q) for p, q in zip(elements(x), elements(y), strict=True)]
    made = asarray(made, bool).reshape(x._shape)
    return made[()] if made.ndim == 0 else made


def combine_arrays(name, a, b):
    """An operation on points or spans of time."""
    a, b = [x if x._code != OBJECT else x.astype(_like_times(x, other)) for x, other in ((a, b), (b, a))]
    code = result_code(name, a._code, b._code)
    if code is None:
        raise no_loop(name, a.dtype, b.dtype)
    x, y = broadcast_arrays(a, b)
    values = [combine(name, p, q) for p, q in zip(elements(x), elements(y), strict=True)]
    made = asarray(values, DTYPES[code]).reshape(x._shape)
    if not values and code >= DATE:
        k.set_text_width(made, max(t.dtype.parameter for t in (a, b)))
    return made[()] if made.ndim == 0 else made


def _like_times(objects_, other):
    first = elements(objects_)[0] if objects_.size else None
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


def reduce_times(code, a):
    """The sum, the mean or an extreme of times; NaT where one of them is."""
    if code in (2, 3):
        values = elements(a)
        if not values:
            name = ("maximum", "minimum")[code - 2]
            raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
        total = values[0]
        for value in values[1:]:
            total = combine(("maximum", "minimum")[code - 2], total, value)
        return total
    if code in (4, 5):
        return (all if code == 4 else any)([bool(time) for time in elements(a)])
    if a._code == DATE or code == 1:
        raise no_loop("add" if code != 1 else "multiply", a.dtype, a.dtype)
    total = asarray(0, a.dtype)[()]
    for value in elements(a):
        total = combine("add", total, value)
    return total if code == 0 else combine("divide", total, a.size)
