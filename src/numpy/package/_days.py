"""Questions about dates: which are missing, which are working days, how they are written."""

from ._broadcasting import broadcast_arrays
from ._creation import asarray
from ._errors import unsupported
from ._parametric import boxed_dtype
from ._times import UNITS, unit_number
from ._types import DATE, SPAN, dtype

_DAY = boxed_dtype(DATE, UNITS.index("D"))


def isnat(x, /):
    """Whether the elements of `x` are NaT; a TypeError for what is no time."""
    a = asarray(x)
    if a._code not in (DATE, SPAN):
        raise TypeError("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.")
    return a != a


def datetime_data(dtype_, /):
    """The unit of a type of times, and how many of them are one step."""
    return UNITS[dtype(dtype_).parameter], 1


def datetime_as_string(arr, unit=None, timezone="naive", casting="same_kind"):
    """Points in time as texts, in a unit."""
    if timezone != "naive":
        raise unsupported("np.datetime_as_string with a timezone")
    a = asarray(arr)
    if unit not in (None, "auto"):
        a = a.astype(boxed_dtype(DATE, unit_number(unit)))
    made = a.astype(str)
    return made[()] if made.ndim == 0 else made


def _numbers(dates):
    return asarray(asarray(dates, _DAY).astype(int))


def _work(days, weekmask, holidays):
    """Whether days, counted from 1970, are working days."""
    if weekmask not in ("1111100", [1, 1, 1, 1, 1, 0, 0], "Mon Tue Wed Thu Fri"):
        mask = [int(c) for c in weekmask] if len(weekmask) == 7 else None
        if mask is None:
            names = "Mon Tue Wed Thu Fri Sat Sun".split()
            mask = [int(name in weekmask.split()) for name in names]
    else:
        mask = [1, 1, 1, 1, 1, 0, 0]
    works = asarray(mask, bool)[(days + 3) % 7]
    if holidays is not None and len(holidays):
        free = set(_numbers(holidays).tolist())
        works = works & ~asarray([n in free for n in asarray(days).reshape(-1).tolist()], bool).reshape(works.shape)
    return works


def is_busday(dates, weekmask="1111100", holidays=None, busdaycal=None, out=None):
    """Whether dates are working days, Monday to Friday unless the mask says otherwise."""
    works = _work(_numbers(dates), weekmask, holidays)
    return works[()] if asarray(works).ndim == 0 else works


def busday_count(begindates, enddates, weekmask="1111100", holidays=(), busdaycal=None, out=None):
    """How many working days lie from each begin up to, not including, its end."""
    begins, ends = broadcast_arrays(_numbers(begindates), _numbers(enddates))
    made = []
    for begin, end in zip(begins.reshape(-1).tolist(), ends.reshape(-1).tolist(), strict=True):
        low, high = (begin, end) if begin <= end else (end + 1, begin + 1)
        count = int(asarray(_work(asarray(range(low, high), int), weekmask, holidays)).sum()) if high > low else 0
        made.append(count if begin <= end else -count)
    result = asarray(made, int).reshape(begins.shape)
    return result[()] if result.ndim == 0 else result


_ROLLS = {"forward": 1, "following": 1, "backward": -1, "preceding": -1}


def busday_offset(dates, offsets, roll="raise", weekmask="1111100", holidays=None, busdaycal=None, out=None):
    """The dates so many working days later; `roll` says what becomes of a date that is none."""
    starts, steps = broadcast_arrays(_numbers(dates), asarray(offsets))
    made = []
    for day, step in zip(starts.reshape(-1).tolist(), steps.reshape(-1).tolist(), strict=True):
        while not _work(asarray(day), weekmask, holidays):
            if roll not in _ROLLS:
                raise (
                    ValueError("Non-business day date in busday_offset")
                    if roll == "raise"
                    else unsupported(f"np.busday_offset with roll={roll!r}")
                )
            day += _ROLLS[roll]
        while step:
            day += 1 if step > 0 else -1
            if _work(asarray(day), weekmask, holidays):
                step += -1 if step > 0 else 1
        made.append(day)
    result = asarray(asarray(made, int).reshape(starts.shape)).astype(_DAY)
    return result[()] if result.ndim == 0 else result
