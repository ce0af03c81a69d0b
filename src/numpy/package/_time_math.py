"""Arithmetic and comparison of points and spans of time, element by element."""

import datetime
import operator

from ._errors import _UFuncNoLoopError
from ._generic import generic
from ._scalars import False_, True_, float64, int64
from ._times import _Time, common_unit, datetime64, made, no_loop, timedelta64
from ._types import BOOL, COMPLEX128, DATE, FLOAT16, FLOAT64, INT64, SPAN

_DATES = {
    ("add", DATE, SPAN): DATE,
    ("add", SPAN, DATE): DATE,
    ("subtract", DATE, DATE): SPAN,
    ("subtract", DATE, SPAN): DATE,
    ("add", SPAN, SPAN): SPAN,
    ("subtract", SPAN, SPAN): SPAN,
    ("divide", SPAN, SPAN): FLOAT64,
    ("floor_divide", SPAN, SPAN): INT64,
    ("remainder", SPAN, SPAN): SPAN,
    ("maximum", DATE, DATE): DATE,
    ("minimum", DATE, DATE): DATE,
    ("maximum", SPAN, SPAN): SPAN,
    ("minimum", SPAN, SPAN): SPAN,
}


def result_code(name, a, b):
    """The code of what an operation gives for operands of two codes; None where there is none."""
    known = _DATES.get((name, a, b))
    if known is not None:
        return known
    if name in ("add", "subtract"):
        # Whole numbers count in the other's unit.
        if BOOL <= a < FLOAT16:
            return _DATES.get((name, SPAN, b))
        return _DATES.get((name, a, SPAN)) if BOOL <= b < FLOAT16 else None
    if name == "multiply" and (a < COMPLEX128 and b == SPAN or a == SPAN and b < COMPLEX128):
        return SPAN
    return SPAN if name in ("divide", "floor_divide") and a == SPAN and b < COMPLEX128 else None


def _value(x, unit):
    return x.in_unit(unit)._v if isinstance(x, _Time) else int(x)


def _span(value, unit):
    return made(timedelta64, value, unit)


def combine(name, x, y):
    """`x name y` of two elements, at least one of them a time; `result_code` has said that it goes."""
    if name in ("multiply", "divide", "floor_divide") and not (isinstance(x, _Time) and isinstance(y, _Time)):
        span, number = (x, y) if isinstance(x, _Time) else (y, x)
        number = number.item() if isinstance(number, generic) else number
        if span._v is None or number != number or name != "multiply" and number == 0:
            return _span(None, span._unit)
        if name == "multiply":
            return _span(int(span._v * number), span._unit)
        if isinstance(number, float):
            return _span(int(span._v / number), span._unit)
        return _span(abs(span._v) // abs(number) * (1 if (span._v < 0) == (number < 0) else -1), span._unit)
    unit = (
        common_unit(x, y) if isinstance(x, _Time) and isinstance(y, _Time) else (x if isinstance(x, _Time) else y)._unit
    )
    months = [t for t in (x, y) if isinstance(t, timedelta64) and 0 < t._unit <= 2 < unit]
    if months and (isinstance(x, datetime64) or isinstance(y, datetime64)):
        place = int(months[0] is y)
        raise no_cast(name, place, months[0].dtype, _span(0, unit).dtype)
    p, q = _value(x, unit), _value(y, unit)
    if name in ("divide", "floor_divide"):
        if p is None or q is None or q == 0 and (name == "floor_divide" or p == 0):
            return float64("nan") if name == "divide" else int64(0)
        if q == 0:
            return float64("inf" if p > 0 else "-inf")
        return float64(p / q) if name == "divide" else int64(p // q)
    point = [isinstance(t, datetime64) for t in (x, y)]
    kind = datetime64 if any(point) and not (name == "subtract" and all(point)) else timedelta64
    if p is None or q is None or name == "remainder" and q == 0:
        return made(kind, None, unit)
    run = {"add": operator.add, "subtract": operator.sub, "remainder": operator.mod, "maximum": max, "minimum": min}
    return made(kind, run[name](p, q), unit)


def no_cast(name, place, source, target):
    from_ = f"Cannot cast ufunc '{name}' input {place} from {source!r} to {target!r}"
    error = no_loop(name, source, target)
    error.args = (f"{from_} with casting rule 'same_kind'",)
    return error


def _ordered(x, y):
    """Two times in one unit; None where one is NaT."""
    unit = common_unit(x, y)
    p, q = _value(x, unit), _value(y, unit)
    return None if p is None or q is None else (p, q)


def compare_times(name, x, y):
    """`x name y` of two elements that are times or whole numbers, as a truth value of Python's."""
    x, y = [t if isinstance(t, _Time) else made(timedelta64, int(t), 0) for t in (x, y)]
    both = _ordered(x, y)
    if both is None:
        return name == "not_equal"
    return getattr(operator, _COMPARISONS[name])(*both)


_COMPARISONS = {
    "equal": "eq",
    "not_equal": "ne",
    "less": "lt",
    "less_equal": "le",
    "greater": "gt",
    "greater_equal": "ge",
}
_OPERATORS = {
    "add": "add",
    "subtract": "sub",
    "multiply": "mul",
    "divide": "truediv",
    "floor_divide": "floordiv",
    "remainder": "mod",
}
_CLASSES = {DATE: "numpy.dtypes.DateTime64DType", SPAN: "numpy.dtypes.TimeDelta64DType"}
_CODES = {bool: BOOL, int: INT64, float: FLOAT64}


def _code_of(x):
    return x.dtype._code if isinstance(x, generic) else _CODES.get(type(x))


def _operator(name, dunder, swapped):
    def method(self, other):
        if isinstance(other, (datetime.date, datetime.timedelta)):
            parts = (other, self.item()) if swapped else (self.item(), other)
            return getattr(operator, dunder)(*parts)
        code = _code_of(other)
        if code is None:
            return NotImplemented
        a, b = (other, self) if swapped else (self, other)
        codes = (code, self._code) if swapped else (self._code, code)
        if result_code(name, *codes) is None:
            raise no_loop(name, *[t.dtype if isinstance(t, generic) else _PLAIN[type(t)]().dtype for t in (a, b)])
        return combine(name, a, b)

    return method


_PLAIN = {bool: lambda: True_, int: lambda: int64(0), float: lambda: float64(0)}


def _comparison(name, dunder):
    def method(self, other):
        if isinstance(other, (datetime.date, datetime.timedelta)):
            return getattr(operator, dunder)(self.item(), other)
        code = _code_of(other)
        if isinstance(other, str) and name in ("equal", "not_equal"):
            return True_ if name == "not_equal" else False_
        if isinstance(other, str):
            kinds = f"(<class '{_CLASSES[self._code]}'>, <class 'numpy.dtypes.StrDType'>)"
            raise _UFuncNoLoopError(
                f"ufunc '{name}' did not contain a loop with signature matching types {kinds} -> None"
            )
        if code is None or code >= FLOAT16 and code != self._code or code < FLOAT16 and self._code == DATE:
            return NotImplemented
        return True_ if compare_times(name, self, other) else False_

    return method


for _name, _dunder in _OPERATORS.items():
    setattr(_Time, f"__{_dunder}__", _operator(_name, _dunder, False))
    setattr(_Time, f"__r{_dunder}__", _operator(_name, _dunder, True))
for _name, _dunder in _COMPARISONS.items():
    setattr(_Time, f"__{_dunder}__", _comparison(_name, _dunder))
datetime64._code, timedelta64._code = DATE, SPAN
timedelta64.__neg__ = lambda self: _span(None if self._v is None else -self._v, self._unit)
timedelta64.__abs__ = lambda self: _span(None if self._v is None else abs(self._v), self._unit)
timedelta64.__pos__ = lambda self: self
