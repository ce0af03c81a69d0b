"""Element types, and which of them become which."""

import re
from types import GenericAlias

from ._backend import k, when_bound
from ._errors import unsupported
from ._generic import complexfloating, floating, generic, inexact, integer, number, unsignedinteger
from ._scalars import (
    bool_,
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
)

BOOL, INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64, FLOAT16, FLOAT32, FLOAT64, COMPLEX128, TEXT, OBJECT = (
    range(15)
)


class dtype:
    """An element type. There is one object for each, so that they can be compared by identity."""

    __slots__ = ("_code", "name", "kind", "char", "itemsize", "type", "num", "str")

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
        return DTYPES[type_code(spec)]

    @property
    def range(self):
        """The least whole number of an integer type, and the first beyond it."""
        bits = 8 * self.itemsize
        return (0, 1 << bits) if self.kind == "u" else (-(1 << bits - 1), 1 << bits - 1)

    @property
    def alignment(self):
        return self.itemsize

    def __repr__(self):
        return f"dtype('{self}')" if self._code != OBJECT else "dtype('O')"

    def __str__(self):
        return self.str if self._code == TEXT and self.itemsize else self.name

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
    title = scalar.__name__.strip("_").title().replace("Uint", "UInt")
    kind_class = type(title + "DType", (dtype,), {"__slots__": (), "__module__": "numpy.dtypes"})
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
    _new_dtype(INT8, "int8", "i", "b", 1, int8, 1),
    _new_dtype(UINT8, "uint8", "u", "B", 1, uint8, 2),
    _new_dtype(INT16, "int16", "i", "h", 2, int16, 3),
    _new_dtype(UINT16, "uint16", "u", "H", 2, uint16, 4),
    _new_dtype(INT32, "int32", "i", "i", 4, int32, 5),
    _new_dtype(UINT32, "uint32", "u", "I", 4, uint32, 6),
    _new_dtype(INT64, "int64", "i", "l", 8, int64, 7),
    _new_dtype(UINT64, "uint64", "u", "L", 8, uint64, 8),
    _new_dtype(FLOAT16, "float16", "f", "e", 2, float16, 23),
    _new_dtype(FLOAT32, "float32", "f", "f", 4, float32, 11),
    _new_dtype(FLOAT64, "float64", "f", "d", 8, float64, 12),
    _new_dtype(COMPLEX128, "complex128", "c", "D", 16, complex128, 15),
    _new_dtype(TEXT, "str", "U", "U", 0, str_, 19),
    _new_dtype(OBJECT, "object", "O", "O", 8, object_, 17),
)
DTYPES[TEXT].str, DTYPES[OBJECT].str = "<U0", "|O"
_TEXTS = {0: DTYPES[TEXT]}


def text_dtype(width):
    """The type of texts of so many characters at most."""
    made = _TEXTS.get(width)
    if made is None:
        made = _TEXTS[width] = _new_dtype(TEXT, f"str{32 * width}", "U", "U", 4 * width, str_, 19)
        made.str = f"<U{width}"
    return made


def text_width(spec):
    """How many characters a type of texts has room for; 0 where it does not say."""
    if isinstance(spec, dtype):
        return spec.itemsize // 4
    return int(spec.lstrip("<>=|")[1:]) if isinstance(spec, str) and spec[-1:].isdigit() else 0


_BY_TYPE = {d.type: d for d in DTYPES}
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
    object: OBJECT,
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
MISSING_TYPES = frozenset(
    "longdouble float128 complex64 clongdouble csingle complex256 bytes bytes_ "
    "void datetime64 timedelta64 S V g F G f16 c8 M8 m8".split()
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
        if isinstance(spec, (list, dict)):
            raise unsupported("a structured dtype") from None
        raise TypeError(f"Cannot interpret '{spec!r}' as a data type") from None
    if isinstance(spec, str):
        if re.fullmatch(r"[<>=|]?U\d*", spec):
            return TEXT
        if spec[:1] == ">" and spec[1:] in _CODES:
            raise unsupported(f"dtype '{spec}', whose bytes lie in the other order,")
        if spec.lstrip("<>=|").partition("[")[0] in MISSING_TYPES or spec[:1] in "SV" and spec[1:].isdigit():
            raise unsupported(f"dtype '{spec}'")
        raise TypeError(f"data type {spec!r} not understood")
    if spec is bytes:
        raise unsupported(f"dtype '{spec.__name__}'")
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
    if TEXT in (source, target) or OBJECT in (source, target):
        return target >= source
    if casting == "safe":
        return promote(source, target) == target
    if casting == "same_kind":
        return _kind_rank(source) <= _kind_rank(target)
    raise ValueError(f"casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got '{casting}')")


def _dtype_of(scalar):
    if isinstance(scalar, str_):
        return text_dtype(len(scalar))
    return _BY_TYPE[type(scalar)]


generic.dtype = property(_dtype_of)


@when_bound.append
def _check_codes():
    """The codes stand in the kernels too."""
    for one in DTYPES:
        if k.type_name(one._code) != one.name:
            raise SystemError(f"NumPy cannot start: the code of {one.name} is another one in its kernels")
