"""Element types, and which of them become which."""

import datetime
import re
from types import GenericAlias

from ._backend import higher, k, when_bound
from ._errors import unsupported
from ._generic import complexfloating, floating, inexact, integer, number, unsignedinteger
from ._scalars import (
    bool_,
    bytes_,
    complex128,
    float16,
    float32,
    float64,
    int8,
    int16,
    int32,
    int64,
    object_,
    str_,
    uint8,
    uint16,
    uint32,
    uint64,
    void,
)
from ._times import datetime64, timedelta64

(
    BOOL, INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, FLOAT16, FLOAT32, FLOAT64,
    COMPLEX128, TEXT, OBJECT, BYTES, DATE, SPAN, VOID,
) = range(19)  # fmt: skip


class dtype:
    """An element type. There is one object for each, so that they can be compared by identity."""

    __slots__ = ("_code", "parameter", "name", "kind", "char", "itemsize", "type", "num", "str")

    hasobject = False
    fields = names = subdtype = None
    shape = ()
    isnative = True
    byteorder = "="
    base = property(lambda self: self)
    ndim = isalignedstruct = 0
    metadata = None
    descr = property(lambda self: [("", self.str)])
    flags = 0
    isbuiltin = 1
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, spec=None, align=False, copy=False):
        code = type_code(spec)
        return DTYPES[code] if code < TEXT or code == OBJECT else higher.parametric(spec, code)

    @property
    def range(self):
        """The least whole number of an integer type, and the first beyond it."""
        bits = 8 * self.itemsize
        return (0, 1 << bits) if self.kind == "u" else (-(1 << bits - 1), 1 << bits - 1)

    @property
    def alignment(self):
        return self.itemsize

    def __repr__(self):
        # A text's length is left out where it is not yet known.
        known = self.str if self.itemsize else self.str[:-1]
        return f"dtype('{known.lstrip('|') if self._code > COMPLEX128 else self}')"

    def __str__(self):
        return self.str if self._code in (TEXT, BYTES) else self.name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        if self is other:
            return True
        if isinstance(other, dtype):
            return False
        try:
            return type_code(other, True) == self._code and dtype(other) is self
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


def new_dtype(code, name, kind, char, itemsize, scalar, num):
    title = scalar.__name__.strip("_").title().replace("Uint", "UInt")
    title = title.replace("Datetime", "DateTime").replace("Timedelta", "TimeDelta")
    kind_class = type(title + "DType", (dtype,), {"__slots__": (), "__module__": "numpy.dtypes"})
    made = object.__new__(kind_class)
    made._code = code
    made.parameter = 0
    made.name = name
    made.kind = kind
    made.char = char
    made.itemsize = itemsize
    made.type = scalar
    made.num = num
    made.str = ("|" if itemsize == 1 else "<") + kind + str(itemsize)
    return made


DTYPES = (
    new_dtype(BOOL, "bool", "b", "?", 1, bool_, 0),
    new_dtype(INT8, "int8", "i", "b", 1, int8, 1),
    new_dtype(UINT8, "uint8", "u", "B", 1, uint8, 2),
    new_dtype(INT16, "int16", "i", "h", 2, int16, 3),
    new_dtype(UINT16, "uint16", "u", "H", 2, uint16, 4),
    new_dtype(INT32, "int32", "i", "i", 4, int32, 5),
    new_dtype(UINT32, "uint32", "u", "I", 4, uint32, 6),
    new_dtype(INT64, "int64", "i", "l", 8, int64, 7),
    new_dtype(UINT64, "uint64", "u", "L", 8, uint64, 8),
    new_dtype(FLOAT16, "float16", "f", "e", 2, float16, 23),
    new_dtype(FLOAT32, "float32", "f", "f", 4, float32, 11),
    new_dtype(FLOAT64, "float64", "f", "d", 8, float64, 12),
    new_dtype(COMPLEX128, "complex128", "c", "D", 16, complex128, 15),
    new_dtype(TEXT, "str", "U", "U", 0, str_, 19),
    new_dtype(OBJECT, "object", "O", "O", 8, object_, 17),
    new_dtype(BYTES, "bytes", "S", "S", 0, bytes_, 18),
    new_dtype(DATE, "datetime64", "M", "M", 8, datetime64, 21),
    new_dtype(SPAN, "timedelta64", "m", "m", 8, timedelta64, 22),
    new_dtype(VOID, "void", "V", "V", 0, void, 20),
)
DTYPES[TEXT].str, DTYPES[OBJECT].str, DTYPES[BYTES].str = "<U0", "|O", "|S0"
DTYPES[DATE].str, DTYPES[SPAN].str = "<M8", "<m8"
_CODES = {
    None: FLOAT64,
    float: FLOAT64,
    complex: COMPLEX128,
    "complex": COMPLEX128,
    "cdouble": COMPLEX128,
    "half": FLOAT16,
    int: INT64,
    bool: BOOL,
    **{d.type: d._code for d in DTYPES},
    **{d.name: d._code for d in DTYPES},
    **{d.char: d._code for d in DTYPES},
    **{d.str: d._code for d in DTYPES},
    **{d.str[1:]: d._code for d in DTYPES},
    "byte": INT8,
    "ubyte": UINT8,
    "short": INT16,
    "ushort": UINT16,
    "uintc": UINT32,
    "uint": UINT64,
    "uintp": UINT64,
    "ulong": UINT64,
    "ulonglong": UINT64,
    "Q": UINT64,
    "P": UINT64,
    str: TEXT,
    bytes: BYTES,
    datetime.date: OBJECT,
    datetime.datetime: OBJECT,
    object: OBJECT,
    "bytes_": BYTES,
    "str_": TEXT,
    "object_": OBJECT,
    "bool_": BOOL,
    "int": INT64,
    "int_": INT64,
    "long": INT64,
    "longlong": INT64,
    "q": INT64,
    "p": INT64,
    "intp": INT64,
    "intc": INT32,
    "float": FLOAT64,
    "double": FLOAT64,
    "single": FLOAT32,
}
# What NumPy has besides.
MISSING_TYPES = frozenset("longdouble float128 complex64 clongdouble csingle complex256 void V g F G f16 c8".split())


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
        if isinstance(spec, (list, dict)):
            raise unsupported("a structured dtype") from None
        raise TypeError(f"Cannot interpret '{spec!r}' as a data type") from None
    if isinstance(spec, str):
        if re.fullmatch(r"[<>=|]?[US]\d*", spec):
            return TEXT if "U" in spec else BYTES
        found = re.fullmatch(r"[<=]?(datetime64|timedelta64|M8|m8)(\[.*\])?", spec)
        if found:
            return DATE if found[1] in ("datetime64", "M8") else SPAN
        if spec[:1] == ">" and spec[1:] in _CODES:
            raise unsupported(f"dtype '{spec}', whose bytes lie in the other order,")
        if spec.lstrip("<>=|").partition("[")[0] in MISSING_TYPES or spec[:1] == "V" and spec[1:].isdigit():
            raise unsupported(f"dtype '{spec}'")
        raise TypeError(f"data type {spec!r} not understood")
    if isinstance(spec, type):
        if spec is complexfloating:
            return COMPLEX128
        if issubclass(spec, floating) or spec is inexact or spec is number:
            return FLOAT64
        if spec is unsignedinteger:
            return UINT64
        if issubclass(spec, integer):
            return INT64
        raise unsupported(f"dtype '{spec.__name__}'")
    inner = getattr(spec, "dtype", None)
    if isinstance(inner, dtype):
        return inner._code
    raise TypeError(f"Cannot interpret '{spec!r}' as a data type")


def promote(a, b):
    """The code of the type that holds both."""
    return k.promote(a, b)


def _kind_rank(code):
    if code == BOOL or code >= TEXT:
        return code
    if code == COMPLEX128:
        return 4
    return 3 if code >= FLOAT16 else 2 if code % 2 else 1


def can_cast_codes(source, target, casting="safe"):
    """Whether NumPy's casting rule lets `source` become `target`."""
    if casting == "unsafe" or source == target:
        return True
    if casting in ("no", "equiv"):
        return False
    if source == BYTES or target == BYTES:
        return target in (TEXT, OBJECT) or target == BYTES and source < TEXT
    if source >= DATE or target >= DATE:
        return target == OBJECT or target == SPAN and BOOL < source < FLOAT16
    if TEXT in (source, target) or OBJECT in (source, target):
        return target >= source
    if casting == "safe":
        return promote(source, target) == target
    if casting == "same_kind":
        return _kind_rank(source) <= _kind_rank(target)
    raise ValueError(f"casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got '{casting}')")


@when_bound.append
def _check_codes():
    """The codes stand in the kernels too."""
    for one in DTYPES:
        if k.type_name(one._code) != one.name:
            raise SystemError(f"NumPy cannot start: the code of {one.name} is another one in its kernels")
