"""Arrays from Python's values."""

import builtins

from ._array import ndarray
from ._backend import k, number_of, provide
from ._errors import ComplexWarning
from ._generic import generic
from ._scalars import bytes_, str_
from ._state import warn
from ._times import UNITS, _Time, datetime64, timedelta64
from ._types import (
    BOOL,
    BYTES,
    COMPLEX128,
    DATE,
    DTYPES,
    FLOAT16,
    FLOAT64,
    INT64,
    OBJECT,
    SPAN,
    TEXT,
    UINT64,
    promote,
)


def _made(source, code):
    """An array from anything; `source` itself where it already is the right one."""
    if isinstance(source, ndarray):
        return source if code in (-1, source._code) else source.astype(DTYPES[code])
    if code >= TEXT:
        return _objects_from(source, code)
    if code < 0 and isinstance(source, _BOXED):
        return _objects_from(source, TEXT if isinstance(source, str) else getattr(source, "_code", BYTES))
    if isinstance(source, (list, tuple, builtins.range)):
        if isinstance(source, builtins.range):
            source = list(source)
        made = k.from_list(source, code)
        return _from_parts(source, code) if made is None else made
    if isinstance(source, (float, int, generic)):
        made = k.from_list(source, code)
        return _from_scalar(source, code) if made is None else made
    if hasattr(source, "__array__"):
        return _made(source.__array__(), code)
    return _from_other(source, code)


def _from_scalar(value, code):
    if isinstance(value, (generic, float)):
        own = FLOAT64 if isinstance(value, float) else value.dtype._code
        if own == COMPLEX128:
            return _complex(value, code)
        if BOOL < own < FLOAT16 and abs(value._v) > 2**52:
            made = k.reshape(k.from_big([value._v]), ())
        else:
            made = k.full((), own, float(value))
        return made if code in (-1, own) else made.astype(DTYPES[code])
    # An int too large for a double, or for the type asked for.
    if code >= FLOAT16:
        return k.full((), code, float(value))
    if BOOL < code < INT64 or code == UINT64 and not 0 <= value < 1 << 64:
        raise OverflowError(f"Python integer {value} out of bounds for {DTYPES[code].name}")
    if code == BOOL:
        return k.full((), BOOL, float(value != 0))
    if not -(1 << 63) <= value < 1 << 63:
        if code == INT64:
            raise OverflowError("Python int too large to convert to C long")
        if 0 <= value < 1 << 64:
            return k.astype(k.reshape(k.from_big([value - (1 << 64)]), ()), UINT64)
        return _objects_from(value, OBJECT)
    made = k.reshape(k.from_big([value]), ())
    return made if code in (-1, INT64) else made.astype(DTYPES[code])


def _from_other(source, code):
    if isinstance(source, str):
        return _parse(source, code)
    if isinstance(source, complex):
        return _complex(source, code)
    if source is None and code >= FLOAT16:
        return k.full((), code, float("nan"))
    if code >= 0:
        kind = type(source).__name__
        if code >= FLOAT16:
            raise TypeError(f"float() argument must be a string or a real number, not '{kind}'")
        raise TypeError(f"int() argument must be a string, a bytes-like object or a real number, not '{kind}'")
    return _objects_from(source, OBJECT)


def _complex(value, code):
    """A complex number as an array without axes."""
    if FLOAT16 <= code < COMPLEX128:
        raise TypeError(f"float() argument must be a string or a real number, not '{type(value).__name__}'")
    if BOOL < code < FLOAT16:
        raise TypeError(
            f"int() argument must be a string, a bytes-like object or a real number, not '{type(value).__name__}'"
        )
    made = k.from_list([value.real, value.imag], FLOAT64)
    made = k.reshape(k.reinterpret(made, COMPLEX128), ())
    return made if code < 0 or code == COMPLEX128 else made.astype(DTYPES[code])


@provide
def drop_imaginary():
    warn("Casting complex values to real discards the imaginary part", ComplexWarning)


def _parse(text, code):
    if code == COMPLEX128:
        return _complex(complex(text), code)
    value = float(text) if code >= FLOAT16 else int(text) if code != BOOL else builtins.bool(text)
    return k.full((), code, float(value))


def _is_sequence(x):
    return isinstance(x, (list, tuple, builtins.range)) or isinstance(x, ndarray) and x.ndim > 0


def _detect(source):
    """The shape that the nested sequences agree on, and whether they agree down to the numbers."""
    if not _is_sequence(source):
        return (), True
    if isinstance(source, ndarray):
        return source._shape, True
    parts = [_detect(item) for item in source]
    if not parts:
        return (0,), True
    shape = parts[0][0]
    whole = all([ok for _, ok in parts])
    for other, _ in parts[1:]:
        common = 0
        while common < min(len(shape), len(other)) and shape[common] == other[common]:
            common += 1
        if common < max(len(shape), len(other)):
            whole = False
        shape = shape[:common]
    return (len(source), *shape), whole


def _from_parts(source, code):
    """Nested lists that hold arrays, NumPy scalars, large ints or texts."""
    shape, regular = _detect(source)
    if not regular:
        raise ValueError(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
            f"{len(shape)} dimensions. The detected shape was {shape} + inhomogeneous part."
        )
    parts = []

    def collect(item):
        if isinstance(item, ndarray):
            parts.append(item.reshape(-1))
        elif _is_sequence(item):
            for inner in item:
                collect(inner)
        else:
            parts.append(k.reshape(_made(item, code if isinstance(item, str) or item is None else -1), (1,)))

    collect(source)
    if code < 0 and [part for part in parts if part._code >= TEXT]:
        found = parts[0]._code
        for part in parts:
            found = promote(found, part._code)
        return _objects_from(source, found)
    found = code
    if code < 0:
        found = parts[0]._code
        for part in parts[1:]:
            found = promote(found, part._code)
    made = k.full(shape, found, None)
    flat = k.reshape(made, (made.size,))
    at = 0
    for part in parts:
        if BOOL < code < INT64 and part._code == INT64:
            low, high = DTYPES[code].range
            for value in k.to_list(part):
                if not low <= value < high:
                    raise OverflowError(f"Python integer {value} out of bounds for {DTYPES[code].name}")
        if found < FLOAT16 and part._code >= FLOAT16 and found != BOOL:
            _refuse_nan(part, source)
        k.copy_to(flat[at : at + part.size], part)
        at += part.size
    return made


def _objects_from(source, code, parameter=0):
    """An array of texts, objects or times, from nested lists or from one thing; of a width or in a unit, where given."""
    shape, regular = _detect(source)
    if code == TEXT and not regular:
        raise ValueError("setting an array element with a sequence; the lists have different lengths")
    leaves = []

    def collect(item, depth):
        if depth == len(shape):
            leaves.append(item[()] if isinstance(item, ndarray) and item.ndim == 0 else item)
        else:
            for inner in item:
                collect(inner, depth + 1)

    collect(source, 0)
    numbers = [_NUMBER_WIDTHS.get(type(leaf), 0) for leaf in leaves] if code == TEXT else [0]
    made = numbered_array(leaves, shape, code, parameter)
    if not parameter and max(numbers, default=0) > 0:
        k.set_text_width(made, max(*numbers, k.text_width(made)))
    return made


def numbered_array(values, shape, code, width=0):
    """An array of the given texts, objects or times; texts are cut to a width and times put into a unit, where given."""
    if code == TEXT:
        texts = [v.decode("ascii") if isinstance(v, bytes) else str(v) for v in values]
        texts = [text[:width] for text in texts] if width else texts
        numbers = [number_of(str_(text), True) for text in texts]
    elif code == BYTES:
        texts = [v if isinstance(v, bytes) else str(v).encode("ascii") for v in values]
        texts = [bytes(text)[: width or None].rstrip(b"\0") for text in texts]
        numbers = [number_of(bytes_(text), True) for text in texts]
    elif code in (DATE, SPAN):
        kind = datetime64 if code == DATE else timedelta64
        unit = UNITS[width] if width else None
        times = [_as_time(kind, v, unit) for v in values]
        width = width or max([time._unit for time in times], default=0)
        numbers = [number_of(time.in_unit(width), True) for time in times]
    else:
        numbers = [number_of(v.item() if isinstance(v, str_) else v, False) for v in values]
    made = k.from_list(numbers, INT64) if numbers else k.full((0,), INT64, 0.0)
    made = k.astype(k.reshape(k.reinterpret(made, code), shape), -1)
    if code in (TEXT, BYTES):
        width = width or max([len(text) for text in texts], default=1) or 1
    if code != OBJECT:
        k.set_text_width(made, width)
    return made


def _as_time(kind, value, unit):
    if isinstance(value, _Time) or isinstance(value, (float, generic)) and value != value:
        return value if type(value) is kind else kind("NaT", unit)
    return kind(value, unit)


_BOXED = (str, bytes, _Time)


_NUMBER_WIDTHS = {builtins.bool: 5, int: 21, float: 32, complex: 64}


@provide
def plain_items(nested):
    if isinstance(nested, list):
        return [plain_items(item) for item in nested]
    return nested.item() if isinstance(nested, (str_, bytes_, _Time)) else nested


def _refuse_nan(part, source):
    found = k.misfit(part, INT64)
    if found == 1:
        raise ValueError("cannot convert float NaN to integer")
    if found == 2:
        raise OverflowError("cannot convert float infinity to integer")
