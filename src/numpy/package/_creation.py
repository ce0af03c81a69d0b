"""Arrays of a given shape, and arrays from anything."""

from ._array import ndarray
from ._backend import k, provide
from ._errors import unsupported
from ._from_python import _made, numbered_array
from ._sizes import _too_large, shape_text, shape_tuple
from ._types import DTYPES, OBJECT, TEXT, type_code

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _full(shape, code, value):
    shape = shape_tuple(shape)
    if code == OBJECT:
        return _of_object(shape, None if value is None else int(value))
    try:
        return k.full(shape, code, value)
    except MemoryError:
        raise _too_large(shape, code) from None


def _of_object(shape, value):
    size = 1
    for n in shape:
        size *= n
    return numbered_array([value] * size, shape, OBJECT)


def zeros(shape, dtype=float, order="C", *, device=None, like=None):
    return in_order(_full(shape, type_code(dtype), 0.0), order)


@provide
def in_order(made, order):
    """A new array with its first axis running fastest in memory, where that is the order wanted."""
    if order != "F" or made.ndim < 2:
        return made
    return k.astype(made.T, -1).T


def _new_array(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None):
    if buffer is not None:
        raise unsupported("ndarray(buffer=...)")
    return zeros(shape, dtype)


def _rebuild(name, shape, values):
    return array(values, dtype=name).reshape(shape)


def _reduced(self):
    return (_rebuild, (self.dtype.name, self._shape, k.to_list(self.reshape(-1))))


ndarray.__new__ = _new_array
ndarray.__reduce__ = _reduced


def ones(shape, dtype=None, order="C", *, device=None, like=None):
    return in_order(_full(shape, type_code(dtype), 1.0), order)


def empty(shape, dtype=float, order="C", *, device=None, like=None):
    return in_order(_full(shape, type_code(dtype), None), order)


def full(shape, fill_value, dtype=None, order="C", *, device=None, like=None):
    if dtype is not None and type_code(dtype) == OBJECT:
        return _of_object(shape_tuple(shape), fill_value)
    value = asarray(fill_value)
    if dtype is not None and type_code(dtype) == TEXT:
        value = value.astype(dtype)
    made = _full(shape, value._code if dtype is None else type_code(dtype), None)
    copy_whole(made, value)
    return made


def copy_whole(dst, source):
    """Writes an array into another, stretched and converted."""
    if not k.copy_to(dst, source):
        shape = source._shape
        while len(shape) > dst.ndim and shape[0] == 1:
            shape = shape[1:]
        raise ValueError(
            f"could not broadcast input array from shape {shape_text(shape)} into shape {shape_text(dst._shape)}"
        )


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


@provide
def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None) -> "Any":
    code = -1 if dtype is None else type_code(dtype)
    made = _made(object, code)
    if made is object:
        if copy or copy is None and order == "F":
            made = k.astype(object, -1)
    if ndmin > made.ndim:
        made = k.reshape(made, (1,) * (ndmin - made.ndim) + made._shape)
    return in_order(made, order)


def asarray(a, dtype=None, order=None, *, device=None, copy=None, like=None) -> "Any":
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


def asfortranarray(a, dtype=None):
    """The array with its first axis running fastest in memory."""
    a = asarray(a, dtype)
    return a if a.T._flags & 1 else k.astype(a.T, -1).T
