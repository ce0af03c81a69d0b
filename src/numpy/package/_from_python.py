"""Arrays from Python's values."""

import builtins

from ._array import ndarray
from ._backend import k
from ._errors import unsupported
from ._generic import generic
from ._types import BOOL, DTYPES, FLOAT32, FLOAT64, INT64, UINT64, promote


def _made(source, code):
    """An array from anything; `source` itself where it already is the right one."""
    if isinstance(source, ndarray):
        return source if code in (-1, source._code) else source.astype(DTYPES[code])
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
        if BOOL < own < FLOAT32 and abs(value._v) > 2**52:
            made = k.reshape(k.from_big([value._v]), ())
        else:
            made = k.full((), own, float(value))
        return made if code in (-1, own) else made.astype(DTYPES[code])
    # An int too large for a double, or for the type asked for.
    if code >= FLOAT32:
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
        raise unsupported("an integer beyond 64 bits in an array")
    made = k.reshape(k.from_big([value]), ())
    return made if code in (-1, INT64) else made.astype(DTYPES[code])


def _from_other(source, code):
    if isinstance(source, str):
        if code >= 0:
            return _parse(source, code)
        raise unsupported("an array of strings")
    if isinstance(source, complex):
        raise unsupported("complex numbers")
    if source is None and code >= FLOAT32:
        return k.full((), code, float("nan"))
    if code >= 0:
        kind = type(source).__name__
        if code >= FLOAT32:
            raise TypeError(f"float() argument must be a string or a real number, not '{kind}'")
        raise TypeError(f"int() argument must be a string, a bytes-like object or a real number, not '{kind}'")
    raise unsupported(f"an array of objects (here: {type(source).__name__})")


def _parse(text, code):
    value = float(text) if code >= FLOAT32 else int(text) if code != BOOL else builtins.bool(text)
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
            parts.append(_made(item, code if isinstance(item, str) or item is None else -1).reshape(-1))

    collect(source)
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
        if found < FLOAT32 and part._code >= FLOAT32 and found != BOOL:
            _refuse_nan(part, source)
        k.copy_to(flat[at : at + part.size], part)
        at += part.size
    return made


def _refuse_nan(part, source):
    found = k.misfit(part, INT64)
    if found == 1:
        raise ValueError("cannot convert float NaN to integer")
    if found == 2:
        raise OverflowError("cannot convert float infinity to integer")
