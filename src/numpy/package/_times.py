"""Points in time and spans of time: NumPy's `datetime64` and `timedelta64`.

A value is a whole number of its unit, counted from 1970 for points; `None` stands for NaT. What follows NumPy's manual,
"Datetimes and timedeltas": points take the finer unit of two, months and years do not mix with days in spans.
"""

import datetime
import math
import re
import time

from ._errors import _UFuncNoLoopError, unsupported
from ._generic import generic, signedinteger
from ._state import warn

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    pass

UNITS = ("generic", "Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns")
_NAMES = (
    "generic time units", "years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds",
    "nanoseconds",
)  # fmt: skip
_GENERIC, _YEAR, _MONTH, _WEEK, _DAY, _HOUR, _MINUTE, _SECOND, _MILLI, _MICRO, _NANO = range(11)
_DAY_LENGTH = 86_400 * 10**9
# How many nanoseconds a unit is, from weeks on.
_LENGTHS = (0, 0, 0, 7 * _DAY_LENGTH, _DAY_LENGTH, 3600 * 10**9, 60 * 10**9, 10**9, 10**6, 10**3, 1)
_PARTS = re.compile(
    r"([-+]?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?)?)?)?", re.ASCII
)


def unit_number(unit):
    """The place of a unit in `UNITS`."""
    if unit in UNITS[1:]:
        return UNITS.index(unit)
    if unit in ("μs", "generic"):
        return _MICRO if unit != "generic" else 0
    if re.fullmatch(r"\d+\w+|ps|fs|as", unit):
        raise unsupported(f"the unit '{unit}' of times")
    raise TypeError(f'Invalid datetime unit "{unit}" in metadata')


def _days(year, month, day):
    """Days from 1970 to a day of the proleptic Gregorian calendar (Hinnant, days_from_civil)."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def _civil(days):
    """The year, month and day that lie so many days after 1970."""
    era, of_era = divmod(days + 719_468, 146_097)
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return year + era * 400 + (month <= 2), month, day


def convert_point(value, old, new):
    """A point in time in another unit; what the unit cannot hold falls away."""
    if value is None or old == new or _GENERIC in (old, new):
        return value
    if old == _YEAR:
        value, old = value * 12, _MONTH
    if old == _MONTH:
        if new <= _MONTH:
            return value // 12 if new == _YEAR else value
        value, old = _days(1970 + value // 12, value % 12 + 1, 1), _DAY
    if new <= _MONTH:
        year, month, _ = _civil(value * _LENGTHS[old] // _DAY_LENGTH)
        return year - 1970 if new == _YEAR else (year - 1970) * 12 + month - 1
    return value * _LENGTHS[old] // _LENGTHS[new]


def convert_span(value, old, new):
    """A span of time in another unit; months have no fixed number of days."""
    if value is None or old == new or _GENERIC in (old, new):
        return value
    if (old <= _MONTH) != (new <= _MONTH):
        raise TypeError(
            f"Cannot cast NumPy timedelta64 scalar from metadata [{UNITS[old]}] to [{UNITS[new]}] according to the rule "
            "'same_kind'"
        )
    if new <= _MONTH:
        return value * 12 if new == _MONTH else value // 12
    return value * _LENGTHS[old] // _LENGTHS[new]


def _parsed(text):
    """A text as the value of a point in time and its unit."""
    if text in ("NaT", "nat", "NAT", ""):
        return None, _GENERIC
    if text == "today":
        return math.floor((time.time() + time.localtime().tm_gmtoff) // 86_400), _DAY
    if text == "now":
        return int(time.time()), _SECOND
    zone = text.endswith("Z")
    if zone:
        warn("no explicit representation of timezones available for np.datetime64", UserWarning)
    found = _PARTS.match(text)
    end = found.end() if found else 0
    if not found or end != len(text) - zone:
        raise ValueError(f'Error parsing datetime string "{text}" at position {end}')
    year, month, day, hour, minute, second, rest = found.groups()
    unit = sum([part is not None for part in found.groups()[:3]])
    y, m, d = int(year), int(month or 1), int(day or 1)
    if not 1 <= m <= 12:
        raise ValueError(f'Month out of range in datetime string "{text}"')
    following = (y + m // 12, m % 12 + 1)
    if not 1 <= d <= _days(*following, 1) - _days(y, m, 1):
        raise ValueError(f'Day out of range in datetime string "{text}"')
    if unit < 3:
        return ((y - 1970) if unit == 1 else (y - 1970) * 12 + m - 1), unit
    clock = [int(part or 0) for part in (hour, minute, second)]
    for n, most, name in zip(clock, (23, 59, 59), ("Hours", "Minutes", "Seconds"), strict=True):
        if n > most:
            raise ValueError(f'{name} out of range in datetime string "{text}"')
    nanos = _days(y, m, d) * _DAY_LENGTH + (clock[0] * 3600 + clock[1] * 60 + clock[2]) * 10**9
    nanos += int((rest or "").ljust(9, "0"))
    unit = _DAY + sum([part is not None for part in (hour, minute, second)])
    unit += (len(rest) + 2) // 3 if rest else 0
    return nanos // _LENGTHS[unit], unit


class _Time(generic):
    """What points and spans have in common."""

    __slots__ = ("_v", "_unit")
    _code: int

    def __hash__(self):
        return hash((self._v, self._unit))

    def __reduce__(self):
        return (made, (type(self), self._v, self._unit))

    def __repr__(self):
        name = type(self).__name__
        unit = UNITS[self._unit]
        if self._v is None:
            return f"np.{name}('NaT')" if unit == "generic" and name == "timedelta64" else f"np.{name}('NaT','{unit}')"
        if name == "datetime64":
            return f"np.datetime64('{self}')"
        return f"np.timedelta64({self._v})" if unit == "generic" else f"np.timedelta64({self._v},'{unit}')"

    def __format__(self, spec):
        return format(str(self), spec)

    def __bool__(self):
        return self._v != 0

    def __int__(self):
        raise TypeError(
            "int() argument must be a string, a bytes-like object or a real number, "
            f"not 'datetime.{'date' if isinstance(self, datetime64) else 'timedelta'}'"
        )

    def in_unit(self, unit):
        """The same time in a unit, by its place in `UNITS`."""
        change = convert_point if isinstance(self, datetime64) else convert_span
        return self if unit in (0, self._unit) else made(type(self), change(self._v, self._unit, unit), unit)


class datetime64(_Time):
    """A point in time: a text, a date of Python's, or a number with a unit."""

    __slots__ = ()

    def __new__(cls, value=None, unit=None):
        number, own = _point(value, unit)
        wanted = own if unit is None else unit_number(unit)
        return made(cls, convert_point(number, own, wanted), wanted)

    def __str__(self):
        value, unit = self._v, self._unit
        if value is None or unit == _GENERIC:
            return "NaT"
        if unit <= _MONTH:
            year = 1970 + (value if unit == _YEAR else value // 12)
            return f"{year:04d}" + (f"-{value % 12 + 1:02d}" if unit == _MONTH else "")
        days, nanos = divmod(value * _LENGTHS[unit], _DAY_LENGTH)
        text = "{:04d}-{:02d}-{:02d}".format(*_civil(days))
        if unit <= _DAY:
            return text
        seconds, rest = divmod(nanos, 10**9)
        clock = f"T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        text += clock[: 3 + 3 * (unit - _HOUR)] if unit <= _SECOND else clock
        return text + (f".{rest:09d}"[: 1 + 3 * (unit - _SECOND)] if unit > _SECOND else "")

    def item(self, *args):
        if self._v is None:
            return None
        if self._unit <= _DAY:
            return datetime.date(*_civil(convert_point(self._v, self._unit, _DAY)))
        if self._unit == _NANO:
            return self._v
        micros = convert_point(self._v, self._unit, _MICRO)
        return datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=micros)


def _point(value, unit):
    if isinstance(value, datetime64):
        return value._v, value._unit
    if isinstance(value, bytes):
        value = value.decode()
    if isinstance(value, str):
        number, own = _parsed(str(value))
        return number, unit_number(unit) if number is None and unit else own
    if value is None:
        return None, _GENERIC if unit is None else unit_number(unit)
    if isinstance(value, datetime.datetime):
        return (value.replace(tzinfo=None) - datetime.datetime(1970, 1, 1)) // datetime.timedelta(
            microseconds=1
        ), _MICRO
    if isinstance(value, datetime.date):
        return _days(value.year, value.month, value.day), _DAY
    if isinstance(value, (int, signedinteger)):
        if unit is None:
            raise ValueError("Converting an integer to a NumPy datetime requires a specified unit")
        return int(value), unit_number(unit)
    raise ValueError("Could not convert object to NumPy datetime")


class timedelta64(_Time):
    """A span of time: a number with a unit, or a span of Python's."""

    __slots__ = ()

    def __new__(cls, value=0, unit=None):
        wanted = None if unit is None else unit_number(unit)
        if isinstance(value, timedelta64):
            number, own = value._v, value._unit
        elif isinstance(value, datetime.timedelta):
            number, own = value // datetime.timedelta(microseconds=1), _MICRO
        elif value is None or isinstance(value, str) and value in ("NaT", "nat", ""):
            number, own = None, wanted or _GENERIC
        elif hasattr(value, "__index__") or isinstance(value, str) and re.fullmatch(r"[-+]?\d+", value):
            number, own = int(value), wanted or _GENERIC
        else:
            raise ValueError("Could not convert object to NumPy timedelta")
        wanted = own if wanted is None else wanted
        return made(cls, convert_span(number, own, wanted), wanted)

    def __str__(self):
        return "NaT" if self._v is None else f"{self._v} {_NAMES[self._unit]}"

    def item(self, *args):
        if self._v is None:
            return None
        if self._unit in (_GENERIC, _YEAR, _MONTH, _NANO):
            return self._v
        return datetime.timedelta(microseconds=convert_span(self._v, self._unit, _MICRO))


def made(cls, value, unit):
    """A point or a span of a value, in the unit at a place of `UNITS`."""
    self = object.__new__(cls)
    self._v, self._unit = value, unit
    return self


def common_unit(a, b):
    """The unit in which two times are brought together: the finer one."""
    x, y = sorted([a._unit, b._unit])
    if _GENERIC < x <= _MONTH < y and isinstance(a, timedelta64) and isinstance(b, timedelta64):
        raise TypeError(
            f"Cannot get a common metadata divisor for Numpy datetime metadata [{UNITS[x]}] and [{UNITS[y]}] because "
            "they have incompatible nonlinear base time units."
        )
    return y


def no_loop(name, a, b):
    """The error for two operands that an operation does not bring together."""
    return _UFuncNoLoopError(f"ufunc '{name}' cannot use operands with types {a!r} and {b!r}")


datetime64.__module__ = timedelta64.__module__ = "numpy"
