"""NumPy's scalars."""

import builtins

from ._backend import higher
from ._floats import complex128, float16, float32, float64
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
        return self._v if ndigits is None else type(self)(builtins.round(self._v, ndigits))  # pyright: ignore[reportCallIssue]

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

    numerator = property(lambda self: self)
    denominator = property(lambda self: type(self)(1))

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

    __getitem__ = str.__getitem__  # pyright: ignore[reportAssignmentType]
    __hash__ = str.__hash__


class bytes_(bytes, character):
    __slots__ = ()

    def __repr__(self):
        return f"np.bytes_({bytes.__repr__(self)})"

    def __str__(self):
        return bytes.__repr__(self)

    def item(self, *args):
        return bytes(self)

    def tolist(self):
        return bytes(self)

    __getitem__ = bytes.__getitem__
    __hash__ = bytes.__hash__


class object_(generic):
    __slots__ = ()

    def __new__(cls, value=None):
        return value


str_.__module__ = bytes_.__module__ = object_.__module__ = "numpy"


class void(flexible):
    """A row of an array with named fields; `_records.py` has the rows."""

    __slots__ = ()


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
