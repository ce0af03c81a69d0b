"""NumPy's scalars."""

import builtins

from ._backend import higher
from ._float_text import shortest
from ._generic import (
    character,
    complexfloating,
    flexible,
    floating,
    generic,
    inexact,
    integer,
    number,
    signedinteger,
    unsignedinteger,
)


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
        return float64(builtins.round(float(self), ndigits))

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
        return higher.array(float(value), float32)[()]

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


class float16(floating):
    __slots__ = ("_v",)

    def __new__(cls, value=0.0):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return higher.array(value, float16)
        return higher.array(float(value), float16)[()]

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

    def __round__(self, ndigits=None):
        return builtins.round(self._v) if ndigits is None else float16(builtins.round(self._v, ndigits))


class complex128(complexfloating, complex):
    __slots__ = ()

    def __new__(cls, value=0.0, imag=0.0):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return higher.array(value, complex128)
        return complex.__new__(cls, value) if isinstance(value, str) else complex.__new__(cls, value, imag)

    def __repr__(self):
        return f"np.complex128({complex.__repr__(self)})"

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


class _Integer(integer):
    __slots__ = ()

    def __str__(self):
        return str(self._v)

    def __format__(self, spec):
        return format(self._v, spec)

    def __float__(self):
        return float(self._v)

    def __int__(self):
        return self._v

    __index__ = __int__

    def __round__(self, ndigits=None):
        return self._v if ndigits is None else type(self)(builtins.round(self._v, ndigits))

    def __trunc__(self):
        return self._v

    def __bool__(self):
        return self._v != 0

    def __hash__(self):
        return hash(self._v)

    def item(self, *args):
        return self._v

    def is_integer(self):
        return True

    def bit_count(self):
        return self._v.bit_count()


def _integer_type(name, base):
    """One of NumPy's integer types."""
    unsigned = base is unsignedinteger
    bits = int(name.removeprefix("u").removeprefix("int"))
    low, high = (0, 1 << bits) if unsigned else (-(1 << bits - 1), 1 << bits - 1)

    def new(cls, value=0):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return higher.array(value, cls)
        whole = int(value)
        if not low <= whole < high:
            if name == "int64":
                raise OverflowError("Python int too large to convert to C long")
            raise OverflowError(f"Python integer {whole} out of bounds for {name}")
        return higher.array(whole, cls)[()]

    def text(self):
        return f"np.{name}({self._v})"

    return type(name, (_Integer, base), {"__slots__": ("_v",), "__new__": new, "__repr__": text, "__module__": "numpy"})


int8 = _integer_type("int8", signedinteger)
int16 = _integer_type("int16", signedinteger)
int32 = _integer_type("int32", signedinteger)
int64 = _integer_type("int64", signedinteger)
uint8 = _integer_type("uint8", unsignedinteger)
uint16 = _integer_type("uint16", unsignedinteger)
uint32 = _integer_type("uint32", unsignedinteger)
uint64 = _integer_type("uint64", unsignedinteger)


class str_(str, character):
    __slots__ = ()

    def __repr__(self):
        return f"np.str_({str.__repr__(self)})"

    def item(self, *args):
        return str(self)

    def tolist(self):
        return str(self)

    __getitem__ = str.__getitem__
    __hash__ = str.__hash__


class object_(generic):
    __slots__ = ()

    def __new__(cls, value=None):
        return value


str_.__module__ = object_.__module__ = "numpy"


class bool_(generic):
    __slots__ = ("_v",)

    def __new__(cls, value=False):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return higher.array(value, bool_)
        return True_ if value else False_

    def __repr__(self):
        return f"np.{self._v}_"

    def __str__(self):
        return str(self._v)

    def __format__(self, spec):
        return format(self._v, spec)

    def __bool__(self):
        return self._v

    def __int__(self):
        return int(self._v)

    def __index__(self):
        raise TypeError("'numpy.bool' object cannot be interpreted as an integer")

    def __float__(self):
        return float(self._v)

    def __hash__(self):
        return hash(self._v)

    def item(self, *args):
        return self._v


bool_.__name__ = bool_.__qualname__ = "bool"
for _class in (generic, number, integer, signedinteger, unsignedinteger, inexact, floating, complexfloating, flexible):
    _class.__module__ = "numpy"
for _class in (character, float64, float32, float16, complex128, bool_):
    _class.__module__ = "numpy"
True_ = object.__new__(bool_)
True_._v = True
False_ = object.__new__(bool_)
False_._v = False
