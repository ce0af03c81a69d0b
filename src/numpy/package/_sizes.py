"""Shapes as arguments, and sizes beyond memory."""

import operator
import sys

from ._backend import registry
from ._errors import _ArrayMemoryError
from ._scalars import float32, float64
from ._types import DTYPES


def shape_tuple(shape):
    """A shape argument as a tuple of ints."""
    if type(shape) is int:
        shape = (shape,)
    elif type(shape) is not tuple or not all([type(n) is int for n in shape]):
        try:
            shape = (operator.index(shape),)
        except TypeError:
            try:
                shape = tuple([operator.index(n) for n in shape])
            except TypeError:
                culprit = type(shape).__name__
                if isinstance(shape, (list, tuple, str)):
                    culprit = next(type(n).__name__ for n in shape if not hasattr(n, "__index__"))
                    raise TypeError(f"'{culprit}' object cannot be interpreted as an integer") from None
                raise TypeError(f"expected a sequence of integers or a single integer, got '{shape!r}'") from None
    for n in shape:
        if n < 0:
            raise ValueError("negative dimensions are not allowed")
    if len(shape) > 64:
        raise ValueError(f"maximum supported dimension for an ndarray is 64, found {len(shape)}")
    return shape


def refuse_beyond_memory(shape, code):
    """Raises what NumPy says of an array that no memory of this Python could hold."""
    size = DTYPES[code].itemsize
    for n in shape:
        size *= n
    if size > sys.maxsize:
        raise _too_large(shape, code)


def _too_large(shape, code):
    size = DTYPES[code].itemsize
    for n in shape:
        size *= n
    units = ("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB")
    unit = 0
    amount = float(size)
    while amount >= 1024 and unit < len(units) - 1:
        amount /= 1024
        unit += 1
    number = f"{amount:#.3g}".rstrip(".") if unit else str(size)
    return _ArrayMemoryError(
        f"Unable to allocate {number} {units[unit]} for an array with shape {shape} and data type {DTYPES[code].name}"
    )


def wanted_text(shape):
    """A shape with free axes as NumPy's messages write it: those in front are left out."""
    front = 0
    while front < len(shape) and shape[front] < 0:
        front += 1
    parts = ["newaxis" if n < 0 else str(n) for n in shape[front:]]
    return f"({','.join(parts)}{',' if len(shape) == 1 else ''})" if parts else "()"


def shape_text(shape):
    """A shape as NumPy's messages write it: no spaces."""
    return str(tuple(shape)).replace(" ", "")


registry.update(float64=float64, float32=float32)
