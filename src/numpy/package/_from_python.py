"""Arrays from Python's values."""

import builtins

from ._array import ndarray
from ._backend import k, number_of, provide
from ._errors import ComplexWarning
from ._generic import generic
from ._scalars import str_
from ._state import warn
from ._types import BOOL, COMPLEX128, DTYPES, FLOAT16, FLOAT64, INT64, OBJECT, TEXT, UINT64, promote, text_width


def _made(source, code):
    """An array from anything; `source` itself where it already is the right one."""
    if isinstance(source, ndarray):
        return source if code in (-1, source._code) else source.astype(DTYPES[code])
    if code >= TEXT or isinstance(source, str) and code < 0:
        return _objects_from(source, TEXT if code < 0 else code)
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
        return _objects_from(source, OBJECT if [part for part in parts if part._code == OBJECT] else TEXT)
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


def _objects_from(source, code):
    """An array of texts or of objects, from nested lists or from one thing."""
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
    made = numbered_array(leaves, shape, code)
    if max(numbers, default=0) > 0:
        k.set_text_width(made, max(*numbers, k.text_width(made)))
    return made


def numbered_array(values, shape, code, width=0):
    """An array of the given texts or objects; texts are cut to a width, where there is one."""
    if code == TEXT:
        texts = [str(v)[:width] if width else str(v) for v in values]
        numbers = [number_of(str_(text), True) for text in texts]
    else:
        numbers = [number_of(v.item() if isinstance(v, str_) else v, False) for v in values]
    made = k.from_list(numbers, INT64) if numbers else k.full((0,), INT64, 0.0)
    made = k.astype(k.reshape(k.reinterpret(made, code), shape), -1)
    if code == TEXT:
        k.set_text_width(made, width or max([len(text) for text in texts], default=1) or 1)
    return made


# The room that NumPy gives numbers as texts.
_TEXT_WIDTHS = {
    "bool": 5, "int8": 4, "uint8": 3, "int16": 6, "uint16": 5, "int32": 11, "uint32": 10, "int64": 21, "uint64": 20,
    "float16": 32, "float32": 32, "float64": 32, "complex128": 64,
}  # fmt: skip


_NUMBER_WIDTHS = {builtins.bool: 5, int: 21, float: 32, complex: 64}


def _plain(value):
    return value.item() if isinstance(value, generic) else value


@provide
def plain_texts(nested):
    return [plain_texts(item) for item in nested] if isinstance(nested, list) else str(nested)


@provide
def converted_objects(a, code, spec):
    """`astype` to texts or objects, or from them."""
    values = k.to_list(k.reshape(a, (a.size,)))
    if code == TEXT:
        width = text_width(spec) or _TEXT_WIDTHS.get(DTYPES[a._code].name, 0)
        scalar = DTYPES[a._code].type
        kind = repr if a._code == FLOAT64 else (lambda v: str(scalar(v))) if FLOAT16 <= a._code < FLOAT64 else str
        return numbered_array([kind(v) for v in values], a._shape, TEXT, width)
    if code == OBJECT:
        return numbered_array(values, a._shape, OBJECT)
    parts = [_parsed_element(v, code) if isinstance(v, str) else _made(_plain(v), code) for v in values]
    made = k.full((len(parts),), code, None)
    for i, part in enumerate(parts):
        k.copy_to(made[i : i + 1], k.reshape(part, (1,)))
    return k.reshape(made, a._shape)


def _parsed_element(text, code):
    """The number that an element of an array of texts says; NumPy's words show the element."""
    try:
        return _made(str(text), code)
    except ValueError as error:
        raise ValueError(str(error).replace(str.__repr__(text), repr(text))) from None


def _refuse_nan(part, source):
    found = k.misfit(part, INT64)
    if found == 1:
        raise ValueError("cannot convert float NaN to integer")
    if found == 2:
        raise OverflowError("cannot convert float infinity to integer")
