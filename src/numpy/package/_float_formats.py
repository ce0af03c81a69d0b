"""Single numbers as text: `format_float_positional` and `format_float_scientific`."""

import builtins

from ._array import ndarray
from ._float_text import _positional, _scientific


def _width_of(x):
    """How the digits of a scalar are told from its neighbours': as a float32's, a float16's or a double's."""
    return {"float32": "f", "float16": "e"}.get(str(getattr(x, "dtype", "")), "")


def format_float_positional(
    x,
    precision=None,
    unique=True,
    fractional=True,
    trim="k",
    sign=False,
    pad_left=None,
    pad_right=None,
    min_digits=None,
):
    single = "" if isinstance(x, ndarray) else _width_of(x)
    value = float(x)
    if value - value != 0:
        return repr(value)
    whole, part = _positional(value, precision, single, unique)
    if sign and not whole.startswith("-"):
        whole = "+" + whole
    if not unique and trim != "k":
        part = part.rstrip("0")
    if trim == "0" and not part:
        part = "0"
    if min_digits:
        part = part.ljust(min_digits, "0")
    text = whole if trim == "-" and not part else f"{whole}.{part}"
    if pad_left:
        text = " " * builtins.max(0, pad_left - len(whole)) + text
    return text + " " * builtins.max(0, (pad_right or 0) - len(part))


def format_float_scientific(
    x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None, min_digits=None
):
    single = _width_of(x)
    value = float(x)
    if value - value != 0:
        return repr(value)
    whole, part, power = _scientific(value, precision, single, unique)
    if sign and not whole.startswith("-"):
        whole = "+" + whole
    if trim == "0" and not part:
        part = "0"
    if min_digits:
        part = part.ljust(min_digits, "0")
    text = whole if trim == "-" and not part else f"{whole}.{part}"
    return f"{text}e{power[0]}{power[1:].rjust(exp_digits or 2, '0')}"
