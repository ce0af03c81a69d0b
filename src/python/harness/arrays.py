"""Arrays as bytes and back, for real NumPy and for the built-in one."""

from .own import OWN as __builtins__  # noqa: F401

import numpy as np

ndarray = np.ndarray

if hasattr(np, "_to_bytes"):
    to_bytes = np._to_bytes
    from_bytes = np._from_bytes
else:
    _tobytes = ndarray.tobytes
    _asarray = np.asarray
    _frombuffer = np.frombuffer
    _float64 = np.dtype("float64")

    def to_bytes(array):
        """(dtype's name, shape, entries as float64 in C order)."""
        plain = _asarray(array)
        dtype = plain.dtype
        if dtype is _float64:
            return "float64", plain.shape, _tobytes(plain)
        return dtype.name, plain.shape, _tobytes(plain.astype(_float64))

    def from_bytes(data, shape, dtype):
        """An array of its own over the float64 entries."""
        return _frombuffer(data, dtype=_float64).reshape(shape).astype(dtype, copy=True)


def is_other(now, before):
    """Whether an array was really changed: moving an entry by h and back again may leave a last digit behind."""
    if now == before:
        return False
    if now[:2] != before[:2]:
        return True
    numbers = zip(memoryview(now[2]).cast("d"), memoryview(before[2]).cast("d"))
    return any(not abs(a - b) <= 1e-12 + 1e-9 * abs(b) and not (a != a and b != b) for a, b in numbers)
