"""Functions that come from numpy-ts as they are: one line each, with its arguments and their kinds."""

import operator
import re

from ._backend import k
from ._creation import asarray
from ._errors import unsupported
from ._types import COMPLEX128, FLOAT16, FLOAT64


def _numbers(x):
    x = asarray(x)
    if x._code > COMPLEX128:
        raise TypeError(f"ufunc did not contain a loop with signature matching types {x.dtype!r}")
    if FLOAT16 <= x._code < FLOAT64:
        raise unsupported("this function of float16 or float32, which NumPy gives as complex64,")
    return x


def _axes(value):
    if value is None:
        return None
    return tuple([operator.index(n) for n in value]) if hasattr(value, "__len__") else operator.index(value)


# The kinds of arguments: how each is read. None is left out.
_KINDS = {
    "numbers": _numbers,
    "count": lambda n: None if n is None else operator.index(n),
    "number": float,
    "axes": _axes,
    "text": lambda text: text,
}
_LINE = re.compile(r"(\w+)\((.*)\)")


def bridge(space, within, lines):
    """Puts the functions that the lines name into a module: `name(argument: kind = default, ...)`."""
    for line in lines.strip().splitlines():
        name, arguments = _LINE.fullmatch(line.strip()).groups()
        parts = [
            re.fullmatch(r"(\w+): (\w+)(?: = (.+))?", part).groups() for part in re.split(r", (?=\w+: )", arguments)
        ]
        taken = ", ".join([f"{a}={default}" if default else a for a, _, default in parts])
        read = ", ".join([f"_KINDS[{kind!r}]({a})" for a, kind, _ in parts])
        inner = {"_KINDS": _KINDS, "_call": _call, "__name__": space["__name__"]}
        exec(f"def {name}({taken}):\n    return _call({within + name!r}, ({read},))", inner)
        space[name] = inner[name]


def _without_noise(a):
    """Sets what is below the rounding of the largest element to zero."""
    for part in (a.real, a.imag) if a._code == COMPLEX128 else (a,):
        part[abs(part) < 1e-15 * abs(a).max()] = 0


def _call(path, arguments):
    try:
        result = k.library(path, arguments)
    except SystemError as error:
        raise ValueError(str(error).removeprefix("numpy: ")) from None
    if path.startswith("fft.") and result.size:
        _without_noise(result)
    return result[()] if getattr(result, "_shape", None) == () else result
