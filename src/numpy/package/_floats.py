"""NumPy's floating-point and complex scalars."""

import builtins

from ._backend import higher
from ._float_text import shortest
from ._generic import complexfloating, floating


class float64(floating, float):
    __slots__ = ()

    def __new__(cls, value=0.0):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return higher.array(value, float64)
        return float.__new__(cls, value)

    def __repr__(self):
        return f"np.float64({float.__repr__(self)})"

    def __str__(self):
        return float.__repr__(self)

    def __format__(self, spec):
        return float.__format__(float(self), spec)

    def __float__(self):
        return float.__float__(self)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return builtins.round(float(self))
        return higher.rounded(self, ndigits)

    def item(self, *args):
        return float.__float__(self)

    def __bool__(self):
        return float.__bool__(self)

    __hash__ = float.__hash__

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return float64(0.0)

    def conjugate(self):
        return self


class float32(floating):
    __slots__ = ("_v",)

    def __new__(cls, value=0.0):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return higher.array(value, float32)
        return higher.array(float64(value), float64).astype(float32)[()]

    def __repr__(self):
        return f"np.float32({self!s})"

    def __str__(self):
        return shortest(self._v, "f")

    def __format__(self, spec):
        return format(self._v, spec)

    def __float__(self):
        return self._v

    def __int__(self):
        return int(self._v)

    def __round__(self, ndigits=None):
        return builtins.round(self._v) if ndigits is None else float32(builtins.round(self._v, ndigits))

    def __bool__(self):
        return self._v != 0

    def __hash__(self):
        return hash(self._v)

    def item(self, *args):
        return self._v

    def is_integer(self):
        return self._v.is_integer()

    def as_integer_ratio(self):
        return self._v.as_integer_ratio()


class float16(floating):
    __slots__ = ("_v",)

    def __new__(cls, value=0.0):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return higher.array(value, float16)
        return higher.array(float64(value), float64).astype(float16)[()]

    def __repr__(self):
        return f"np.float16({self!s})"

    def __str__(self):
        return shortest(self._v, "e")

    __format__ = float32.__format__
    __float__ = float32.__float__
    __int__ = float32.__int__
    __bool__ = float32.__bool__
    __hash__ = float32.__hash__
    item = float32.item
    is_integer = float32.is_integer
    as_integer_ratio = float32.as_integer_ratio

    def __round__(self, ndigits=None):
        return builtins.round(self._v) if ndigits is None else float16(builtins.round(self._v, ndigits))


class complex128(complexfloating, complex):
    __slots__ = ()

    def __new__(cls, value=0.0, imag=0.0):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return higher.array(value, complex128)
        if isinstance(value, complex):
            return complex.__new__(cls, complex.real.__get__(value), complex.imag.__get__(value) + imag)
        return complex.__new__(cls, value) if isinstance(value, str) else complex.__new__(cls, value, imag)

    def __repr__(self):
        return f"np.complex128({complex.__repr__(self).strip('()')})"

    def __str__(self):
        return complex.__repr__(self)

    def __format__(self, spec):
        return complex.__format__(complex(self), spec)

    def __bool__(self):
        return complex.__bool__(self)

    __hash__ = complex.__hash__

    def item(self, *args):
        return complex(self)

    @property
    def real(self):
        return float64(complex.real.__get__(self))

    @property
    def imag(self):
        return float64(complex.imag.__get__(self))

    def conjugate(self):
        return complex128(complex.conjugate(self))

    conj = conjugate

    def __float__(self):
        higher.drop_imaginary()
        return float(self.real)

    def __int__(self):
        return int(float(self))

    def __round__(self, ndigits=0):
        return complex128(builtins.round(self.real, ndigits), builtins.round(self.imag, ndigits))
