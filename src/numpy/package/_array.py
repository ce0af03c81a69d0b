"""The array type, and making arrays from anything."""

import builtins
import operator
import sys
from types import GenericAlias

from ._backend import k, registry
from ._errors import unsupported
from ._types import BOOL, DTYPES, FLOAT64, INT32, INT64, dtype, float32, float64, generic, promote, type_code


class ndarray:
    """An array. Its header and elements lie in `_h`; `_b` is the array whose memory it shares."""

    __slots__ = ("_h", "_b", "__weakref__")
    __array_priority__ = 0.0
    __hash__ = None
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None):
        if buffer is not None:
            raise unsupported("ndarray(buffer=...)")
        return zeros(shape, dtype)

    def _set_shape(self, new):
        from ._shapes import reshape

        reshaped = reshape(self, new)
        if not reshaped.size == 0 and k.address(reshaped) != k.address(self):
            raise AttributeError(
                "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape."
            )
        holder = k.restride(self, self._shape, self._steps, 0)
        holder._h, self._h = self._h, reshaped._h
        if reshaped.base is self:
            self._b = holder
            del holder._b

    @property
    def dtype(self):
        return DTYPES[self._code]

    @dtype.setter
    def dtype(self, new):
        raise unsupported("assigning to ndarray.dtype")

    @property
    def itemsize(self):
        return DTYPES[self._code].itemsize

    @property
    def nbytes(self):
        return self.size * self.itemsize

    @property
    def strides(self):
        size = self.itemsize
        return tuple([step * size for step in self._steps])

    @property
    def flags(self):
        return flagsobj(self)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        made = zeros(self._shape, self.dtype)
        k.set_writeable(made, False)
        return made

    @property
    def mT(self):
        from ._shapes import swapaxes

        if self.ndim < 2:
            raise ValueError("matrix transpose with ndim < 2 is undefined")
        return swapaxes(self, -1, -2)

    @property
    def flat(self):
        from ._iteration import flatiter

        return flatiter(self)

    @flat.setter
    def flat(self, values):
        from ._iteration import flatiter

        flatiter(self)[:] = values

    @property
    def data(self):
        raise unsupported("ndarray.data")

    @property
    def ctypes(self):
        raise unsupported("ndarray.ctypes")

    def __len__(self):
        shape = self._shape
        if not shape:
            raise TypeError("len() of unsized object")
        return shape[0]

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        return _each(self)

    def __bool__(self):
        size = self.size
        if size == 1:
            return builtins.bool(k.element(self))
        if size == 0:
            raise ValueError(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
            )
        raise ValueError(
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
        )

    def _only(self):
        if self.ndim > 0:
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return k.element(self)

    def __float__(self):
        return float(self._only())

    def __int__(self):
        return int(self._only())

    def __complex__(self):
        return complex(float(self._only()))

    def __index__(self):
        if self.ndim == 0 and INT32 <= self._code <= INT64:
            return int(k.element(self))
        raise TypeError("only integer scalar arrays can be converted to a scalar index")

    def __contains__(self, item):
        return builtins.bool((self == item).any())

    def __copy__(self):
        return k.astype(self, -1)

    def __deepcopy__(self, memo):
        return k.astype(self, -1)

    def __reduce__(self):
        return (_rebuild, (self.dtype.name, self._shape, k.to_list(self.reshape(-1))))

    def __format__(self, spec):
        if self.ndim == 0:
            return format(k.element(self), spec)
        return object.__format__(self, spec)

    def __repr__(self):
        from ._printing import array_repr

        return array_repr(self)

    def __str__(self):
        from ._printing import array_str

        return array_str(self)

    def __array__(self, dtype=None, copy=None):
        if dtype is None:
            return k.astype(self, -1) if copy else self
        return self.astype(dtype)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __imatmul__(self, other):
        result = self @ other
        copyto(self, result)
        return self

    def __delitem__(self, key):
        raise ValueError("cannot delete array elements")

    def __getattr__(self, name):
        if name in ("partition", "argpartition", "byteswap", "getfield", "dump", "dumps", "tofile", "setfield"):
            raise unsupported(f"ndarray.{name}")
        raise AttributeError(f"'numpy.ndarray' object has no attribute '{name}'")

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        from ._types import can_cast_codes

        code = type_code(dtype)
        if not copy and code == self._code:
            return self
        if not can_cast_codes(self._code, code, casting):
            raise TypeError(
                f"Cannot cast array data from {self.dtype!r} to {DTYPES[code]!r} according to the rule '{casting}'"
            )
        if code != self._code and code <= INT64 < self._code and code != BOOL:
            _check_cast(self, code)
        return k.astype(self, code)

    def copy(self, order="C"):
        return k.astype(self, -1)

    def view(self, dtype=None, type=None):
        if dtype is None or dtype is ndarray:
            return k.restride(self, self._shape, self._steps, 0)
        return k.reinterpret(self, type_code(dtype))

    def tolist(self):
        return k.to_list(self)

    def item(self, *args):
        if not args:
            if self.size != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            return k.element(self).item()
        key = args[0] if len(args) == 1 else args
        if isinstance(key, tuple):
            if len(key) != self.ndim:
                raise ValueError("incorrect number of indices for array")
            return self[key].item()
        at = operator.index(key)
        if not -self.size <= at < self.size:
            raise IndexError(f"index {at} is out of bounds for size {self.size}")
        return self.reshape(-1)[at].item()

    def fill(self, value):
        self[...] = value

    def tobytes(self, order="C"):
        import struct

        flat = k.to_list(self.reshape(-1))
        return struct.pack("<" + {"?": "?", "i": "i", "l": "q", "f": "f", "d": "d"}[self.dtype.char] * len(flat), *flat)

    def setflags(self, write=None, align=None, uic=None):
        if write is not None:
            k.set_writeable(self, builtins.bool(write))


ndarray.__module__ = "numpy"
registry["ndarray"] = ndarray
registry["set_shape"] = ndarray._set_shape


def _rebuild(name, shape, values):
    return array(values, dtype=name).reshape(shape)


def _each(array):
    for i in range(array._shape[0]):
        yield array[i]


def _check_cast(source, code):
    from . import _state, _ufuncs

    limit = 2.0**31 if code == INT32 else 2.0**63
    if not (_ufuncs.absolute(source) < limit).all():
        _state._fault(8, "cast")


class flagsobj:
    __slots__ = ("_array",)

    def __init__(self, owner):
        self._array = owner

    @property
    def c_contiguous(self):
        return builtins.bool(self._array._flags & 1)

    contiguous = c_contiguous

    @property
    def f_contiguous(self):
        return builtins.bool(self._array.T._flags & 1)

    fortran = f_contiguous

    @property
    def owndata(self):
        return self._array.base is None

    @property
    def writeable(self):
        return builtins.bool(self._array._flags & 2)

    @writeable.setter
    def writeable(self, value):
        k.set_writeable(self._array, builtins.bool(value))

    aligned = property(lambda self: True)
    writebackifcopy = property(lambda self: False)

    def __getitem__(self, key):
        short = {"C": "c_contiguous", "F": "f_contiguous", "O": "owndata", "W": "writeable", "A": "aligned"}
        return getattr(self, short.get(key, key.lower()))

    def __setitem__(self, key, value):
        setattr(self, {"W": "writeable"}.get(key, key.lower()), value)

    def __repr__(self):
        names = ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY")
        return "".join([f"  {name} : {self[name]}\n" for name in names])


def shape_tuple(shape):
    """A shape argument as a tuple of ints."""
    if type(shape) is int:
        shape = (shape,)
    elif type(shape) is not tuple or not all([type(n) is int for n in shape]):
        try:
            shape = (operator.index(shape),)
        except TypeError:
            try:
                shape = tuple([operator.index(n) for n in shape])
            except TypeError:
                culprit = type(shape).__name__
                if isinstance(shape, (list, tuple, str)):
                    culprit = next(type(n).__name__ for n in shape if not hasattr(n, "__index__"))
                    raise TypeError(f"'{culprit}' object cannot be interpreted as an integer") from None
                raise TypeError(
                    f"expected a sequence of integers or a single integer, got '{shape!r}'"
                ) from None
    for n in shape:
        if n < 0:
            raise ValueError("negative dimensions are not allowed")
    if len(shape) > 64:
        raise ValueError(f"maximum supported dimension for an ndarray is 64, found {len(shape)}")
    return shape


def _full(shape, code, value):
    shape = shape_tuple(shape)
    try:
        return k.full(shape, code, value)
    except MemoryError:
        raise _too_large(shape, code) from None


def refuse_beyond_memory(shape, code):
    """Raises what NumPy says of an array that no memory of this Python could hold."""
    size = DTYPES[code].itemsize
    for n in shape:
        size *= n
    if size > sys.maxsize:
        raise _too_large(shape, code)


def _too_large(shape, code):
    from ._errors import _ArrayMemoryError

    size = DTYPES[code].itemsize
    for n in shape:
        size *= n
    units = ("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB")
    unit = 0
    amount = float(size)
    while amount >= 1024 and unit < len(units) - 1:
        amount /= 1024
        unit += 1
    number = f"{amount:#.3g}".rstrip(".") if unit else str(size)
    return _ArrayMemoryError(
        f"Unable to allocate {number} {units[unit]} for an array with shape {shape} and data type {DTYPES[code].name}"
    )


def zeros(shape, dtype=float, order="C", *, device=None, like=None):
    return _full(shape, type_code(dtype), 0.0)


def ones(shape, dtype=None, order="C", *, device=None, like=None):
    return _full(shape, type_code(dtype), 1.0)


def empty(shape, dtype=float, order="C", *, device=None, like=None):
    return _full(shape, type_code(dtype), None)


def full(shape, fill_value, dtype=None, order="C", *, device=None, like=None):
    value = asarray(fill_value)
    made = _full(shape, value._code if dtype is None else type_code(dtype), None)
    copyto(made, value, casting="unsafe")
    return made


def _like(a, dtype, shape):
    a = asarray(a)
    return a._shape if shape is None else shape, a._code if dtype is None else type_code(dtype)


def zeros_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return _full(*_like(a, dtype, shape), 0.0)


def ones_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return _full(*_like(a, dtype, shape), 1.0)


def empty_like(prototype, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return _full(*_like(prototype, dtype, shape), None)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None, *, device=None):
    shape, code = _like(a, dtype, shape)
    return full(shape, fill_value, DTYPES[code])


def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None):
    code = -1 if dtype is None else type_code(dtype)
    made = _made(object, code)
    if made is object:
        if copy or copy is None and order == "F":
            made = k.astype(object, -1)
    if ndmin > made.ndim:
        made = k.reshape(made, (1,) * (ndmin - made.ndim) + made._shape)
    return made


def asarray(a, dtype=None, order=None, *, device=None, copy=None, like=None):
    if type(a) is ndarray and dtype is None and not copy:
        return a
    if copy:
        return array(a, dtype)
    return _made(a, -1 if dtype is None else type_code(dtype))


asanyarray = asarray


def ascontiguousarray(a, dtype=None, *, like=None):
    a = asarray(a, dtype)
    if a.ndim == 0:
        return a.reshape(1)
    return a if a._flags & 1 else k.astype(a, -1)


def _made(source, code):
    """An array from anything; `source` itself where it already is the right one."""
    if isinstance(source, ndarray):
        return source if code in (-1, source._code) else source.astype(DTYPES[code])
    if isinstance(source, (list, tuple, builtins.range)):
        if isinstance(source, builtins.range):
            source = list(source)
        made = k.from_list(source, code)
        return _from_parts(source, code) if made is None else made
    if isinstance(source, (float, int, generic)):
        made = k.from_list(source, code)
        return _from_scalar(source, code) if made is None else made
    if hasattr(source, "__array__"):
        return _made(source.__array__(), code)
    return _from_other(source, code)


def _from_scalar(value, code):
    if isinstance(value, (generic, float)):
        own = FLOAT64 if isinstance(value, float) else value.dtype._code
        if own == INT64 and abs(value._v) > 2**52:
            made = k.reshape(k.from_big([value._v]), ())
        else:
            made = k.full((), own, float(value))
        return made if code in (-1, own) else made.astype(DTYPES[code])
    # An int too large for a double, or for the type asked for.
    if code >= FLOAT64 - 1:
        return k.full((), code, float(value))
    if code == INT32:
        raise OverflowError(f"Python integer {value} out of bounds for int32")
    if code == BOOL:
        return k.full((), BOOL, float(value != 0))
    if not -(1 << 63) <= value < 1 << 63:
        if code == INT64:
            raise OverflowError("Python int too large to convert to C long")
        raise unsupported("an integer beyond 64 bits in an array")
    return k.reshape(k.from_big([value]), ())


def _from_other(source, code):
    if isinstance(source, str):
        if code >= 0:
            return _parse(source, code)
        raise unsupported("an array of strings")
    if isinstance(source, complex):
        raise unsupported("complex numbers")
    if source is None and code >= FLOAT64 - 1:
        return k.full((), code, float("nan"))
    if code >= 0:
        kind = type(source).__name__
        if code >= FLOAT64 - 1:
            raise TypeError(f"float() argument must be a string or a real number, not '{kind}'")
        raise TypeError(f"int() argument must be a string, a bytes-like object or a real number, not '{kind}'")
    raise unsupported(f"an array of objects (here: {type(source).__name__})")


def _parse(text, code):
    value = float(text) if code >= FLOAT64 - 1 else int(text) if code != BOOL else builtins.bool(text)
    return k.full((), code, float(value))


def _is_sequence(x):
    return isinstance(x, (list, tuple, builtins.range)) or isinstance(x, ndarray) and x.ndim > 0


def _detect(source):
    """The shape that the nested sequences agree on, and whether they agree down to the numbers."""
    if not _is_sequence(source):
        return (), True
    if isinstance(source, ndarray):
        return source._shape, True
    parts = [_detect(item) for item in source]
    if not parts:
        return (0,), True
    shape = parts[0][0]
    whole = all([ok for _, ok in parts])
    for other, _ in parts[1:]:
        common = 0
        while common < min(len(shape), len(other)) and shape[common] == other[common]:
            common += 1
        if common < max(len(shape), len(other)):
            whole = False
        shape = shape[:common]
    return (len(source), *shape), whole


def _from_parts(source, code):
    """Nested lists that hold arrays, NumPy scalars, large ints or texts."""
    shape, regular = _detect(source)
    if not regular:
        raise ValueError(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
            f"{len(shape)} dimensions. The detected shape was {shape} + inhomogeneous part."
        )
    parts = []

    def collect(item):
        if isinstance(item, ndarray):
            parts.append(item.reshape(-1))
        elif _is_sequence(item):
            for inner in item:
                collect(inner)
        else:
            parts.append(_made(item, code if isinstance(item, str) or item is None else -1).reshape(-1))

    collect(source)
    found = code
    if code < 0:
        found = parts[0]._code
        for part in parts[1:]:
            found = promote(found, part._code)
    made = k.full(shape, found, None)
    flat = k.reshape(made, (made.size,))
    at = 0
    for part in parts:
        if found == INT32 and part._code == INT64 and code == INT32:
            for value in k.to_list(part):
                if not -(1 << 31) <= value < 1 << 31:
                    raise OverflowError(f"Python integer {value} out of bounds for int32")
        if found <= INT64 and part._code > INT64 and found != BOOL:
            _refuse_nan(part, source)
        k.copy_to(flat[at : at + part.size], part)
        at += part.size
    return made


def _refuse_nan(part, source):
    from . import _ufuncs

    if _ufuncs.isnan(part).any():
        raise ValueError("cannot convert float NaN to integer")
    if _ufuncs.isinf(part).any():
        raise OverflowError("cannot convert float infinity to integer")


def copyto(dst, src, casting="same_kind", where=True):
    from ._types import can_cast_codes

    if not isinstance(dst, ndarray):
        raise TypeError(f"copyto() argument 1 must be numpy.ndarray, not {type(dst).__name__}")
    weak = type(src) in (int, float, builtins.bool)
    source = asarray(src)
    if not can_cast_codes(source._code, dst._code, casting) and not (weak and source._code <= dst._code):
        raise TypeError(
            f"Cannot cast array data from {source.dtype!r} to {dst.dtype!r} according to the rule '{casting}'"
        )
    if where is not True:
        from ._shapes import broadcast_to

        mask = broadcast_to(asarray(where, bool), dst._shape)
        chosen = k.nonzero(mask)
        if mask.ndim == 0:
            if mask:
                k.copy_to(dst, source)
            return
        k.put(dst, chosen, k.take(k.astype(broadcast_to(source, dst._shape), -1), chosen))
        return
    if not k.copy_to(dst, source):
        shape = source._shape
        while len(shape) > dst.ndim and shape[0] == 1:
            shape = shape[1:]
        raise ValueError(
            f"could not broadcast input array from shape {shape_text(shape)} into shape {shape_text(dst._shape)}"
        )


def shape_text(shape):
    """A shape as NumPy's messages write it: no spaces."""
    return str(tuple(shape)).replace(" ", "")


registry.update(float64=float64, float32=float32)
