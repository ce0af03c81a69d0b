"""Element types that are one of many of their kind: texts of a width, times in a unit."""

import builtins
import re

from ._backend import k, objects, provide
from ._generic import generic
from ._scalars import bytes_, str_
from ._times import UNITS, _Time, unit_number
from ._types import BYTES, DATE, DTYPES, INT64, SPAN, TEXT, dtype, new_dtype

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MADE = {}


def boxed_dtype(code, parameter):
    """The type of texts of so many characters, of so many bytes, or of times in the unit at a place of `UNITS`."""
    if not parameter:
        return DTYPES[code]
    made = _MADE.get((code, parameter))
    if made is not None:
        return made
    if code == TEXT:
        made = new_dtype(TEXT, f"str{32 * parameter}", "U", "U", 4 * parameter, str_, 19)
        made.str = f"<U{parameter}"
    elif code == BYTES:
        made = new_dtype(BYTES, f"bytes{8 * parameter}", "S", "S", parameter, bytes_, 18)
        made.str = f"|S{parameter}"
    else:
        plain = DTYPES[code]
        unit = UNITS[parameter]
        made = new_dtype(code, f"{plain.name}[{unit}]", plain.kind, plain.char, 8, plain.type, plain.num)
        made.str = f"<{plain.kind}8[{unit}]"
    made.parameter = parameter
    _MADE[code, parameter] = made
    return made


def parameter_of(spec):
    """The width or unit that whatever names a type says; 0 where it says none."""
    if isinstance(spec, dtype):
        return spec.parameter
    if not isinstance(spec, str):
        return 0
    unit = re.search(r"\[(.*)\]", spec)
    if unit:
        return unit_number(unit[1])
    return int(spec.lstrip("<>=|")[1:]) if spec.lstrip("<>=|")[:1] in ("U", "S") and spec[-1:].isdigit() else 0


@provide
def parametric(spec, code):
    return boxed_dtype(code, parameter_of(spec))


@provide
def dtype_of_boxed(a):
    """The type of an array whose elements stand for texts or times; where none is noted, from its elements."""
    code = a._code
    parameter = k.text_width(a)
    if not parameter:
        flat: Any = k.reinterpret(k.reshape(k.astype(a, -1), (a.size,)), INT64)
        found = [objects[n] for n in set(k.to_list(flat))]
        if code in (TEXT, BYTES):
            parameter = builtins.max([len(text) for text in found], default=1) or 1
        elif code in (DATE, SPAN):
            parameter = builtins.max([time._unit for time in found], default=0)
        if parameter:
            k.set_text_width(a, parameter)
    return boxed_dtype(code, parameter)


def _dtype_of(scalar):
    if isinstance(scalar, _Time):
        return boxed_dtype(scalar._code, scalar._unit)
    if isinstance(scalar, (str_, bytes_)):
        return boxed_dtype(TEXT if isinstance(scalar, str_) else BYTES, len(scalar))
    return _BY_TYPE[type(scalar)]


_BY_TYPE = {d.type: d for d in DTYPES}
generic.dtype = property(_dtype_of)
