"""Questions about types and about memory."""

import builtins

from . import _types
from ._array import ndarray
from ._backend import k
from ._creation import asarray
from ._errors import unsupported
from ._generic import generic
from ._parametric import boxed_dtype
from ._types import (
    BOOL,
    DTYPES,
    FLOAT16,
    FLOAT32,
    FLOAT64,
    INT64,
    TEXT,
    can_cast_codes,
    dtype,
    promote,
    type_code,
)


def ndim(a):
    return asarray(a).ndim


def shape(a):
    return asarray(a)._shape


def size(a, axis=None):
    a = asarray(a)
    return a.size if axis is None else a._shape[axis]


def result_type(*arrays_and_dtypes):
    code = -1
    weak = -1
    parameter = 0
    for x in arrays_and_dtypes:
        if type(x) in (int, float):
            weak = builtins.max(weak, FLOAT64 if type(x) is float else INT64)
            continue
        kind = asarray(x).dtype if isinstance(x, (ndarray, generic, list, builtins.bool)) else dtype(x)
        own = kind._code
        parameter = builtins.max(parameter, kind.parameter)
        code = own if code < 0 else promote(code, own)
    if code < 0:
        return DTYPES[weak]
    if weak == FLOAT64 and code < FLOAT16:
        code = FLOAT64
    elif weak == INT64 and code == BOOL:
        code = INT64
    return boxed_dtype(code, parameter) if code >= TEXT else DTYPES[code]


def promote_types(type1, type2):
    return result_type(dtype(type1), dtype(type2))


def can_cast(from_, to, casting="safe"):
    if type(from_) in (int, float):
        raise TypeError(
            "can_cast() does not support Python ints, floats, and complex because the result used to depend on the "
            "value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future."
        )
    own = from_.dtype._code if isinstance(from_, (ndarray, generic)) else type_code(from_)
    return can_cast_codes(own, type_code(to), casting)


def issubdtype(arg1, arg2):
    one = arg1 if isinstance(arg1, type) and issubclass(arg1, generic) else dtype(arg1).type
    if arg2 is float:
        two = _types.float64
    elif isinstance(arg2, type) and issubclass(arg2, generic):
        two = arg2
    else:
        two = dtype(arg2).type
    return issubclass(one, two)


def min_scalar_type(a):
    if isinstance(a, ndarray) and a.ndim:
        return a.dtype
    value = a.item() if isinstance(a, (ndarray, generic)) else a
    if isinstance(value, builtins.bool):
        return DTYPES[BOOL]
    if isinstance(value, int):
        codes = [c for c in range(BOOL + 1, FLOAT16) if DTYPES[c].range[0] <= value < DTYPES[c].range[1]]
        fits = [DTYPES[c] for c in codes if DTYPES[c].kind == ("u" if value >= 0 else "i")]
        if fits:
            return builtins.min(fits, key=lambda kind: kind.itemsize)
    elif isinstance(value, float):
        size = abs(value)
        return DTYPES[FLOAT16 if size < 65000 or size - size != 0 else FLOAT32 if size < 3.4e38 else FLOAT64]
    raise unsupported(f"np.min_scalar_type of {type(value).__name__}")


def common_type(*arrays):
    code = FLOAT32
    for a in arrays:
        code = promote(code, a._code if a._code >= FLOAT16 else FLOAT64)
    return DTYPES[code].type


def may_share_memory(a, b, max_work=None):
    return shares_memory(a, b)


def shares_memory(a, b, max_work=None):
    a, b = asarray(a), asarray(b)
    if a.size == 0 or b.size == 0:
        return False
    root = a if a.base is None else a.base
    other = b if b.base is None else b.base
    if root is not other:
        return False

    def touched(x):
        offsets = {k.address(x)}
        for n, step in zip(x._shape, x.strides, strict=True):
            offsets = {o + i * step for o in offsets for i in range(n)}
        return offsets

    return not touched(a).isdisjoint(touched(b))


def require(a, dtype=None, requirements=None):
    return asarray(a, dtype)


def get_include():
    raise unsupported("np.get_include")


def show_config():
    print("The built-in NumPy of Backprop Tutor.")


def binary_repr(num, width=None):
    text = builtins.bin(num).removeprefix("0b") if num >= 0 else "-" + builtins.bin(-num).removeprefix("0b")
    if num < 0 and width:
        text = builtins.bin((1 << width) + num).removeprefix("0b")
    return text.rjust(width or 0, "0")


def iterable(y):
    try:
        iter(y)
    except TypeError:
        return False
    return True


typecodes = {
    "Character": "c",
    "Integer": "bhilqnp",
    "UnsignedInteger": "BHILQNP",
    "Float": "efdg",
    "Complex": "FDG",
    "AllInteger": "bBhHiIlLqQnNpP",
    "AllFloat": "efdgFDG",
    "Datetime": "Mm",
    "All": "?bhilqnpBHILQNPefdgFDGSUVOMm",
}
_NAMES = {
    "S1": "character", "?": "bool", "b": "signed char", "B": "unsigned char", "h": "short", "H": "unsigned short", "i": "integer",
    "I": "unsigned integer", "l": "long integer", "L": "unsigned long integer", "q": "long long integer",
    "Q": "unsigned long long integer", "f": "single precision", "d": "double precision", "g": "long precision",
    "F": "complex single precision", "D": "complex double precision", "G": "complex long double precision", "S": "string",
    "U": "unicode", "V": "void", "O": "object",
}  # fmt: skip


def typename(char):
    return _NAMES[char]


def mintypecode(typechars, typeset="GDFgdf", default="d"):
    codes = [x if isinstance(x, str) else asarray(x).dtype.char for x in typechars]
    known = [c for c in codes if c in typeset]
    if not known:
        return default
    if "F" in known and "d" in known:
        return "D"
    return builtins.min(known, key="GDFgdfeqQlLiIhHbB?".index)
