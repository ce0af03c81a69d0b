"""The limits of number types: `iinfo` and `finfo`."""

from ._array import ndarray
from ._generic import generic
from ._types import BOOL, COMPLEX128, DTYPES, FLOAT16, FLOAT64, type_code

_LINE = "-" * 63


class iinfo:
    def __init__(self, int_type):
        code = int_type.dtype._code if isinstance(int_type, (ndarray, generic)) else type_code(int_type)
        if not BOOL < code < FLOAT16:
            raise ValueError(f"Invalid integer data type {DTYPES[code].kind!r}.")
        self.dtype = DTYPES[code]
        self.bits = 8 * self.dtype.itemsize
        self.min, beyond = self.dtype.range
        self.max = beyond - 1
        self.kind = self.dtype.kind
        self.key = f"{self.kind}{self.bits}"

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"

    def __str__(self):
        return f"Machine parameters for {self.dtype}\n{_LINE}\nmin = {self.min}\nmax = {self.max}\n{_LINE}\n"


# Bits, bits of the fraction, the least exponent, the largest number, decimal digits, bits of the exponent.
_FLOATS = {
    2: (16, 10, -14, 65504.0, 3, 5),
    4: (32, 23, -126, 3.4028234663852886e38, 6, 8),
    8: (64, 52, -1022, 1.7976931348623157e308, 15, 11),
}


class finfo:
    def __init__(self, dtype):
        code = (
            dtype.dtype._code
            if isinstance(dtype, (ndarray, generic))
            else type_code(float if type(dtype) is float else dtype)
        )
        if code < FLOAT16:
            raise ValueError(f"data type {DTYPES[code].type!r} not inexact")
        self.dtype = DTYPES[FLOAT64 if code == COMPLEX128 else code]
        scalar = self.dtype.type
        self.bits, self.nmant, self.minexp, most, self.precision, self.nexp = _FLOATS[self.dtype.itemsize]
        self.iexp, self.maxexp = self.nexp, 2 - self.minexp
        self.machep, self.negep = -self.nmant, -self.nmant - 1
        self.eps, self.epsneg = scalar(2.0**self.machep), scalar(2.0**self.negep)
        self.max, self.min = scalar(most), scalar(-most)
        self.tiny = self.smallest_normal = scalar(2.0**self.minexp)
        self.smallest_subnormal = scalar(2.0 ** (self.minexp - self.nmant))
        self.resolution = scalar(float(f"1e-{self.precision}"))

    def __repr__(self):
        most = "6.55040e+04" if self.bits == 16 else str(self.max)
        return f"finfo(resolution={self.resolution!s}, min=-{most}, max={most}, dtype={self.dtype})"

    def __str__(self):
        return (
            f"Machine parameters for {self.dtype}\n{_LINE}\n"
            f"precision = {self.precision}   resolution = {self.resolution!s}\n"
            f"machep = {self.machep}   eps =        {self.eps!s}\n"
            f"negep =  {self.negep}   epsneg =     {self.epsneg!s}\n"
            f"minexp = {self.minexp}   tiny =       {self.tiny!s}\n"
            f"maxexp = {self.maxexp}   max =        {self.max!s}\n"
            f"nexp =   {self.nexp}   min =        -max\n"
            f"smallest_normal = {self.smallest_normal!s}   smallest_subnormal = {self.smallest_subnormal!s}\n{_LINE}\n"
        )


iinfo.__module__ = finfo.__module__ = "numpy"
