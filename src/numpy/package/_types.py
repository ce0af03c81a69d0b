"""Element types and scalars."""

import builtins
from types import GenericAlias

from ._errors import unsupported

BOOL, INT32, INT64, FLOAT32, FLOAT64 = range(5)

_ARRAY_METHODS = frozenset(
    "all any argmax argmin argsort astype byteswap clip cumprod cumsum diagonal dot fill flatten max mean min nonzero "
    "prod ptp ravel repeat reshape round searchsorted squeeze std sum swapaxes take tobytes trace transpose var view "
    "strides flags flat base data".split()
)


class generic:
    """What every NumPy scalar is."""

    __slots__ = ()
    shape = ()
    ndim = 0
    size = 1

    def __getattr__(self, name):
        if name in _ARRAY_METHODS:
            return _scalar_method(self, name)
        kind = type(self)
        raise AttributeError(f"'{kind.__module__}.{kind.__name__}' object has no attribute '{name}'")

    @property
    def dtype(self):
        return _BY_TYPE[type(self)]

    @property
    def itemsize(self):
        return self.dtype.itemsize

    nbytes = itemsize

    @property
    def T(self):
        return self

    real = T

    @property
    def imag(self):
        return type(self)(0)

    def conj(self):
        return self

    conjugate = conj

    def tolist(self):
        return self.item()

    def copy(self):
        return self

    def __array__(self, dtype=None, copy=None):
        array = _as_array(self)
        return array if dtype is None else array.astype(dtype)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (type(self), (self.item(),))

    def __getitem__(self, key):
        if isinstance(key, tuple) and not key:
            return self
        if key is Ellipsis or key is None:
            return _as_array(self)[key]
        raise IndexError("invalid index to scalar variable.")

    def __setitem__(self, key, value):
        raise TypeError(f"'numpy.{type(self).__name__}' object does not support item assignment")

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self


def _scalar_method(scalar, name):
    """A method that arrays have: what is an array without axes becomes a scalar again."""
    found = getattr(_as_array(scalar), name)
    if not callable(found):
        return found

    def method(*args, **kwargs):
        result = found(*args, **kwargs)
        return result[()] if getattr(result, "shape", None) == () else result

    return method


class number(generic):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)


class integer(number):
    __slots__ = ()


class signedinteger(integer):
    __slots__ = ()


class unsignedinteger(integer):
    __slots__ = ()


class inexact(number):
    __slots__ = ()


class floating(inexact):
    __slots__ = ()


class complexfloating(inexact):
    __slots__ = ()


class flexible(generic):
    __slots__ = ()


class character(flexible):
    __slots__ = ()


class float64(floating, float):
    __slots__ = ()

    def __new__(cls, value=0.0):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return _as_array(value, FLOAT64)
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
            return _as_array(value, FLOAT32)
        return _as_array(float(value), FLOAT32)[()]

    def __repr__(self):
        return f"np.float32({self})"

    def __str__(self):
        return _float32_text(self._v)

    def __format__(self, spec):
        return str(self) if spec == "" else format(self._v, spec)

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


class _Integer(signedinteger):
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


class int64(_Integer):
    __slots__ = ("_v",)

    def __new__(cls, value=0):
        return _integer(value, INT64, 63)

    def __repr__(self):
        return f"np.int64({self._v})"


class int32(_Integer):
    __slots__ = ("_v",)

    def __new__(cls, value=0):
        return _integer(value, INT32, 31)

    def __repr__(self):
        return f"np.int32({self._v})"


def _integer(value, code, bits):
    if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
        return _as_array(value, code)
    whole = int(value)
    if not -(1 << bits) <= whole < 1 << bits:
        if code == INT32:
            raise OverflowError(f"Python integer {whole} out of bounds for int32")
        raise OverflowError("Python int too large to convert to C long")
    return _as_array(whole, code)[()]


class bool_(generic):
    __slots__ = ("_v",)

    def __new__(cls, value=False):
        if type(value) in (list, tuple) or hasattr(value, "ndim") and value.ndim > 0:
            return _as_array(value, BOOL)
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
for _class in (character, float64, float32, int64, int32, bool_):
    _class.__module__ = "numpy"

True_ = object.__new__(bool_)
True_._v = True
False_ = object.__new__(bool_)
False_._v = False


class dtype:
    """An element type. There is one object for each, so that they can be compared by identity."""

    __slots__ = ("_code", "name", "kind", "char", "itemsize", "type", "num", "str")

    hasobject = False
    fields = None
    names = None
    subdtype = None
    shape = ()
    isnative = True
    byteorder = "="
    base = property(lambda self: self)
    ndim = 0
    metadata = None
    flags = 0
    isbuiltin = 1
    isalignedstruct = False
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, spec=None, align=False, copy=False):
        return DTYPES[type_code(spec)]

    @property
    def alignment(self):
        return self.itemsize

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        if self is other:
            return True
        if isinstance(other, dtype):
            return False
        try:
            return DTYPES[type_code(other, True)] is self
        except TypeError:
            return False

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return self is not dtype(other) and promote(self._code, dtype(other)._code) == dtype(other)._code

    def __le__(self, other):
        return self == other or self < other

    def __gt__(self, other):
        return dtype(other) < self

    def __ge__(self, other):
        return dtype(other) <= self

    def newbyteorder(self, new_order="S"):
        return self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (dtype, (self.name,))


dtype.__module__ = "numpy"


def _new_dtype(code, name, kind, char, itemsize, scalar, num):
    kind_class = type(scalar.__name__.title() + "DType", (dtype,), {"__slots__": (), "__module__": "numpy.dtypes"})
    made = object.__new__(kind_class)
    made._code = code
    made.name = name
    made.kind = kind
    made.char = char
    made.itemsize = itemsize
    made.type = scalar
    made.num = num
    made.str = ("|" if itemsize == 1 else "<") + kind + str(itemsize)
    return made


DTYPES = (
    _new_dtype(BOOL, "bool", "b", "?", 1, bool_, 0),
    _new_dtype(INT32, "int32", "i", "i", 4, int32, 5),
    _new_dtype(INT64, "int64", "i", "l", 8, int64, 7),
    _new_dtype(FLOAT32, "float32", "f", "f", 4, float32, 11),
    _new_dtype(FLOAT64, "float64", "f", "d", 8, float64, 12),
)

_BY_TYPE = {d.type: d for d in DTYPES}

_CODES = {
    None: FLOAT64,
    float: FLOAT64,
    int: INT64,
    bool: BOOL,
    bool_: BOOL,
    int32: INT32,
    int64: INT64,
    float32: FLOAT32,
    float64: FLOAT64,
    "bool": BOOL,
    "bool_": BOOL,
    "?": BOOL,
    "b1": BOOL,
    "|b1": BOOL,
    "int": INT64,
    "int_": INT64,
    "int64": INT64,
    "long": INT64,
    "longlong": INT64,
    "i8": INT64,
    "<i8": INT64,
    "l": INT64,
    "q": INT64,
    "p": INT64,
    "intp": INT64,
    "int32": INT32,
    "intc": INT32,
    "i": INT32,
    "i4": INT32,
    "<i4": INT32,
    "float": FLOAT64,
    "float64": FLOAT64,
    "double": FLOAT64,
    "f8": FLOAT64,
    "<f8": FLOAT64,
    "d": FLOAT64,
    "float32": FLOAT32,
    "single": FLOAT32,
    "f": FLOAT32,
    "f4": FLOAT32,
    "<f4": FLOAT32,
}

# Types that NumPy has and this package does not.
MISSING_TYPES = frozenset(
    "int8 int16 uint8 uint16 uint32 uint64 uint uintp byte ubyte short ushort uintc ulong ulonglong float16 half "
    "longdouble float128 complex64 complex128 complex clongdouble csingle cdouble complex256 object object_ str str_ "
    "bytes bytes_ void datetime64 timedelta64 O S U V e g F D G b h B H I L Q u1 u2 u4 u8 i1 i2 f2 f16 c8 c16".split()
)


def type_code(spec, strict=False):
    """The code of whatever names a type."""
    if isinstance(spec, dtype):
        return spec._code
    try:
        if strict and spec is None:
            raise TypeError("None names no type")
        return _CODES[spec]
    except KeyError:
        pass
    except TypeError:
        if strict:
            raise
        raise TypeError(f"Cannot interpret '{spec!r}' as a data type") from None
    if isinstance(spec, str):
        if spec.lstrip("<>=|") in MISSING_TYPES or spec[:1] in "SUV" and spec[1:].isdigit():
            raise unsupported(f"dtype '{spec}'")
        raise TypeError(f"data type {spec!r} not understood")
    if spec in (complex, str, bytes, object):
        raise unsupported(f"dtype '{spec.__name__}'")
    if isinstance(spec, type):
        if issubclass(spec, floating) or spec is inexact or spec is number:
            return FLOAT64
        if issubclass(spec, integer):
            return INT64
        raise unsupported(f"dtype '{spec.__name__}'")
    inner = getattr(spec, "dtype", None)
    if isinstance(inner, dtype):
        return inner._code
    raise TypeError(f"Cannot interpret '{spec!r}' as a data type")


_PROMOTED = (
    (BOOL, INT32, INT64, FLOAT32, FLOAT64),
    (INT32, INT32, INT64, FLOAT64, FLOAT64),
    (INT64, INT64, INT64, FLOAT64, FLOAT64),
    (FLOAT32, FLOAT64, FLOAT64, FLOAT32, FLOAT64),
    (FLOAT64,) * 5,
)


def promote(a, b):
    """The code of the type that holds both."""
    return _PROMOTED[a][b]


def _kind_rank(code):
    return 0 if code == BOOL else 1 if code <= INT64 else 2


def can_cast_codes(source, target, casting="safe"):
    """Whether NumPy's casting rule lets `source` become `target`."""
    if casting == "unsafe" or source == target:
        return True
    if casting in ("no", "equiv"):
        return False
    if casting == "safe":
        return promote(source, target) == target
    if casting == "same_kind":
        return _kind_rank(source) <= _kind_rank(target)
    raise ValueError(f"casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got '{casting}')")


def _float32_text(value):
    """The shortest text that reads back as the same float32, as `str` writes it."""
    from ._printing import shortest_float32

    return shortest_float32(value)


def _as_array(value, code=-1):
    from ._array import array

    return array(value, None if code < 0 else DTYPES[code])
