"""The array type, and making arrays from anything."""

import builtins
import operator
import struct
from types import GenericAlias

from . import _state
from ._backend import higher, k, registry
from ._elsewhere import mark_absent, refuse
from ._errors import unsupported
from ._flags import flagsobj
from ._types import BOOL, COMPLEX128, DTYPES, FLOAT16, FLOAT64, OBJECT, TEXT, can_cast_codes, type_code

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class ndarray:
    """An array. Its header and elements lie in `_h`; `_b` is the array whose memory it shares."""

    __slots__ = ("_h", "_b", "__weakref__")
    __array_priority__ = 0.0
    __hash__: "Any" = None
    __class_getitem__ = classmethod(GenericAlias)
    if TYPE_CHECKING:
        # The kernels put operators, indexing and most attributes here.
        __getitem__: Any
        __setitem__: Any

    @property
    def dtype(self):
        code = self._code
        return DTYPES[code] if code < TEXT or code == OBJECT else higher.dtype_of_boxed(self)

    @dtype.setter
    def dtype(self, new):
        raise unsupported("assigning to ndarray.dtype")

    @property
    def itemsize(self):
        return self.dtype.itemsize

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
        return k.part(self, 0) if self._code == COMPLEX128 else self

    @real.setter
    def real(self, value):
        self.real[...] = value

    @property
    def imag(self):
        if self._code == COMPLEX128:
            return k.part(self, 1)
        made = k.full(self._shape, self._code, 0.0)
        k.set_writeable(made, False)
        return made

    @imag.setter
    def imag(self, value):
        if self._code != COMPLEX128:
            raise TypeError("cannot set imaginary part of a non-complex array")
        self.imag[...] = value

    @property
    def data(self):
        return memoryview(self)

    device = "cpu"

    def to_device(self, device, /, *, stream=None):
        if device != "cpu":
            raise ValueError(f'Unsupported device: {device}. Only "cpu" is accepted.')
        return self

    def __buffer__(self, flags):
        """The elements for `memoryview`, `bytes` and the like: a copy, so none that can be written to."""
        data = memoryview(self.tobytes())
        if self._code > FLOAT64 or self.size == 0:
            return data
        letter: Any = self.dtype.char
        return data.cast(letter, self._shape)

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
        raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")

    def _only(self):
        if self.ndim > 0:
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return k.element(self)

    def __float__(self):
        return float(self._only())

    def __int__(self):
        return int(self._only())

    def __complex__(self):
        return complex(self._only())

    def __index__(self):
        if self.ndim == 0 and BOOL < self._code < FLOAT16:
            return int(k.element(self))
        raise TypeError("only integer scalar arrays can be converted to a scalar index")

    def __contains__(self, item):
        return builtins.bool((self == item).any())

    def __copy__(self):
        return k.astype(self, -1)

    def __deepcopy__(self, memo):
        return k.astype(self, -1)

    def __format__(self, spec):
        if self.ndim == 0:
            return format(k.element(self), spec)
        return object.__format__(self, spec)

    def __array__(self, dtype=None, copy=None):
        if dtype is None:
            return k.astype(self, -1) if copy else self
        return self.astype(dtype)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __imatmul__(self, other):
        higher.copyto(self, self @ other)
        return self

    def __delitem__(self, key):
        raise ValueError("cannot delete array elements")

    def __getattr__(self, name) -> "Any":
        refuse("ndarray", name)
        raise AttributeError(f"'numpy.ndarray' object has no attribute '{name}'")

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        code = type_code(dtype)
        if not copy and code == self._code:
            return self
        if code >= TEXT or self._code >= TEXT:
            return higher.converted_objects(self, code, dtype)
        if not can_cast_codes(self._code, code, casting):
            raise TypeError(
                f"Cannot cast array data from {self.dtype!r} to {DTYPES[code]!r} according to the rule '{casting}'"
            )
        if self._code == COMPLEX128 and code != COMPLEX128:
            if code != BOOL:
                higher.drop_imaginary()
            return (self != 0) if code == BOOL else self.real.astype(dtype)
        if code != self._code and code < FLOAT16 <= self._code and code != BOOL:
            _check_cast(self, code)
        made = k.astype(self, code)
        if FLOAT16 <= code < FLOAT64 and self._code > code and higher.has_grown_infinite(made, self):
            _state._fault(2, "cast")
        return made

    def copy(self, order="C"):
        return higher.in_order(k.astype(self, -1), order)

    def view(self, dtype=None, type=None):
        if dtype is None or dtype is ndarray:
            return k.restride(self, self._shape, self._steps, 0)
        code = type_code(dtype)
        if code != self._code and (code >= TEXT or self._code >= TEXT):
            return higher.seen_as(self, code, dtype)
        return k.reinterpret(self, code)

    def tolist(self):
        return higher.plain_items(k.to_list(self)) if self._code >= TEXT else k.to_list(self)

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
            place = "axis 0 with " if self.ndim == 1 else ""
            raise IndexError(f"index {at} is out of bounds for {place}size {self.size}")
        return self.reshape(-1)[at].item()

    def fill(self, value):
        self[...] = value

    def tobytes(self, order="C"):
        if self._code == COMPLEX128:
            return k.reinterpret(k.astype(k.reshape(self, (self.size,)), -1), FLOAT64).tobytes()
        flat = k.to_list(self.reshape(-1))
        letter = str(self.dtype.char)
        return struct.pack("<" + {"l": "q", "L": "Q"}.get(letter, letter) * len(flat), *flat)

    def tofile(self, fid, sep="", format="%s"):
        if sep:
            raise unsupported("ndarray.tofile with a separator")
        if hasattr(fid, "write"):
            fid.write(self.tobytes())
            return
        with open(fid, "wb") as file:
            file.write(self.tobytes())

    def resize(self, *new_shape, refcheck=True):
        """Another shape, and another size, in place; what is new is zero."""
        higher.resize_in_place(self, new_shape[0] if len(new_shape) == 1 else new_shape)

    def setflags(self, write=None, align=None, uic=None):
        if write is not None:
            k.set_writeable(self, builtins.bool(write))


ndarray.__module__ = "numpy"
mark_absent(ndarray, "ndarray")
registry["ndarray"] = ndarray


def _each(array):
    for i in range(array._shape[0]):
        yield array[i]


def _check_cast(source, code):
    """Warns, as errstate says, where a float does not become an integer of a type."""
    if k.misfit(source, code):
        _state._fault(8, "cast")
