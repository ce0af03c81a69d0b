"""Bits, digits and distances between floats."""

from ._axes import checked_axis, moveaxis
from ._backend import k
from ._broadcasting import broadcast_to
from ._creation import asarray
from ._types import FLOAT16
from ._ufuncs import nextafter, not_equal


def packbits(a, /, axis=None, bitorder="big"):
    a = asarray(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    moved = moveaxis(not_equal(a, 0).astype(int), checked_axis(axis, a.ndim), -1)
    n = moved.shape[-1]
    rows = moved.reshape(-1, n).tolist()
    weights = [1 << i for i in (range(8) if bitorder == "little" else range(7, -1, -1))]
    made = [
        [sum(w for w, bit in zip(weights, row[i : i + 8], strict=False) if bit) for i in range(0, n, 8)] for row in rows
    ]
    return moveaxis(asarray(made, "uint8").reshape((*moved.shape[:-1], -1)), -1, axis)


def unpackbits(a, /, axis=None, count=None, bitorder="big"):
    a = asarray(a)
    if a.dtype.name != "uint8":
        raise TypeError("Expected an input array of unsigned byte data type")
    if axis is None:
        a, axis = a.reshape(-1), 0
    moved = moveaxis(a, checked_axis(axis, a.ndim), -1)
    shifts = asarray(list(range(8) if bitorder == "little" else range(7, -1, -1)), "uint8")
    bits = ((moved[..., None] >> shifts) & 1).reshape((*moved.shape[:-1], -1))
    if count is not None:
        bits = bits[..., :count]
    return k.astype(moveaxis(bits, -1, axis), -1)


def bitwise_count(x, /):
    x = asarray(x)
    made = asarray([abs(v).bit_count() for v in x.reshape(-1).tolist()], "uint8").reshape(x.shape)
    return made[()] if made.ndim == 0 else made


def base_repr(number, base=2, padding=0):
    if not 2 <= base <= 36:
        raise ValueError(
            "Bases greater than 36 not handled in base_repr."
            if base > 36
            else "Bases less than 2 not handled in base_repr."
        )
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    left, found = abs(int(number)), ""
    while left:
        left, digit = divmod(left, base)
        found = digits[digit] + found
    found = "0" * padding + (found or ("" if padding else "0"))
    return "-" + found if number < 0 else found


def spacing(x, /):
    x = asarray(x, None if asarray(x)._code >= FLOAT16 else float)
    away = asarray(broadcast_to(asarray(float("inf"), x.dtype), x.shape))
    made = asarray(nextafter(abs(x), away) - abs(x))
    return made[()] if made.ndim == 0 else made
