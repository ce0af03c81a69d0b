"""Arrays of texts, objects or times becoming arrays of other elements, and the other way."""

from ._backend import k, provide
from ._creation import asarray
from ._errors import unsupported
from ._from_python import _made, numbered_array
from ._generic import generic
from ._parametric import parameter_of
from ._types import BYTES, DATE, DTYPES, FLOAT16, FLOAT64, INT64, OBJECT, SPAN, TEXT

# The room that NumPy gives numbers as texts.
_TEXT_WIDTHS = {
    "bool": 5, "int8": 4, "uint8": 3, "int16": 6, "uint16": 5, "int32": 11, "uint32": 10, "int64": 21, "uint64": 20,
    "float16": 32, "float32": 32, "float64": 32, "complex128": 64,
}  # fmt: skip


def _plain(value):
    return value.item() if isinstance(value, generic) else value


@provide
def converted_objects(a, code, spec):
    """`astype` to texts or objects, or from them."""
    values = k.to_list(k.reshape(a, (a.size,)))
    own = a._code
    if code in (DATE, SPAN):
        width = parameter_of(spec) or (a.dtype.parameter if own in (DATE, SPAN) else 0)
        if own < TEXT:
            values = [int(v) if v == v else None for v in values]
        return numbered_array(values, a._shape, code, width)
    if own in (DATE, SPAN):
        if code < TEXT:
            missing = float("nan") if code >= FLOAT16 else -(1 << 63)
            numbers = [missing if time._v is None else time._v for time in values]
            return k.reshape(_made(numbers, INT64 if code < FLOAT16 else code), a._shape).astype(DTYPES[code])
        if code == TEXT:
            return numbered_array(values if own == DATE else [v._v for v in values], a._shape, TEXT, 28)
        return numbered_array([time.item() for time in values], a._shape, code)
    if code == BYTES:
        width = parameter_of(spec) or (_TEXT_WIDTHS.get(DTYPES[own].name, 0) if own < TEXT else 0)
        return numbered_array(values, a._shape, BYTES, width)
    if own == BYTES:
        values = [v.decode("ascii") for v in values] if code != OBJECT else [bytes(v) for v in values]
    if code == TEXT:
        width = parameter_of(spec) or _TEXT_WIDTHS.get(DTYPES[a._code].name, 0)
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


@provide
def seen_as(a, code, spec):
    """`view` of times as whole numbers: a copy, and none that can be written to."""
    if not (a._code in (DATE, SPAN) and code == INT64):
        raise unsupported("a view of texts, objects or times as another type")
    made = asarray(a.astype(INT64_TYPE))
    k.set_writeable(made, False)
    return made


INT64_TYPE = DTYPES[INT64]
