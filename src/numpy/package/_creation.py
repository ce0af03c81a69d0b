"""Arrays of a given shape, and arrays from anything."""

from ._array import ndarray
from ._backend import k, provide
from ._errors import unsupported
from ._from_python import _made, _objects_from, numbered_array
from ._parametric import boxed_dtype, parameter_of
from ._sizes import _too_large, shape_text, shape_tuple
from ._types import BYTES, OBJECT, SPAN, TEXT, type_code

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _full(shape, spec, value):
    """A new array of what `spec` names, filled with a number; of anything where `value` is None."""
    code = type_code(spec)
    shape = shape_tuple(shape)
    if code == OBJECT:
        return _of_object(shape, None if value is None else int(value))
    if code >= TEXT:
        return _of_boxed(shape, code, value, parameter_of(spec))
    try:
        return k.full(shape, code, value)
    except MemoryError:
        raise _too_large(shape, code) from None


def _of_object(shape, value):
    size = 1
    for n in shape:
        size *= n
    return numbered_array([value] * size, shape, OBJECT)


def _of_boxed(shape, code, value, parameter):
    size = 1
    for n in shape:
        size *= n
    filling = int(value or 0)
    if code in (TEXT, BYTES):
        return numbered_array([str(filling or "")] * size, shape, code, parameter or 1)
    return numbered_array([filling if parameter or code == SPAN else "NaT"] * size, shape, code, parameter)


def zeros(shape, dtype=float, order="C", *, device=None, like=None):
    return in_order(_full(shape, dtype, 0.0), order)


@provide
def in_order(made, order):
    """A new array with its first axis running fastest in memory, where that is the order wanted."""
    if order != "F" or made.ndim < 2:
        return made
    return k.columns(made)


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
    return in_order(_full(shape, dtype, 1.0), order)


def empty(shape, dtype=float, order="C", *, device=None, like=None):
    return in_order(_full(shape, dtype, None), order)


def full(shape, fill_value, dtype=None, order="C", *, device=None, like=None):
    if dtype is not None and type_code(dtype) == OBJECT:
        return _of_object(shape_tuple(shape), fill_value)
    value = asarray(fill_value)
    if dtype is not None and type_code(dtype) >= TEXT or value._code >= TEXT:
        value = value if dtype is None else asarray(fill_value, dtype)
        made = k.full(shape_tuple(shape), value._code, None)
        copy_whole(made, value)
        k.set_text_width(made, value.dtype.parameter)
        return made
    made = _full(shape, value.dtype if dtype is None else dtype, None)
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
    return a._shape if shape is None else shape, a.dtype if dtype is None else dtype


def zeros_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return _full(*_like(a, dtype, shape), 0.0)


def ones_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return _full(*_like(a, dtype, shape), 1.0)


def empty_like(prototype, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return _full(*_like(prototype, dtype, shape), None)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None, *, device=None):
    shape, kind = _like(a, dtype, shape)
    return full(shape, fill_value, kind)


@provide
def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None) -> "Any":
    code = -1 if dtype is None else type_code(dtype)
    made = _made(object, code) if code <= OBJECT and code != TEXT else _boxed(object, code, dtype)
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
    code = -1 if dtype is None else type_code(dtype)
    return _made(a, code) if code <= OBJECT and code != TEXT else _boxed(a, code, dtype)


def _boxed(source, code, spec):
    """An array of texts of a width, or of times in a unit, from anything."""
    parameter = parameter_of(spec)
    if isinstance(source, ndarray):
        same = source._code == code and (not parameter or source.dtype.parameter == parameter)
        return source if same else source.astype(boxed_dtype(code, parameter))
    return _objects_from(source, code, parameter)


asanyarray = asarray


def ascontiguousarray(a, dtype=None, *, like=None):
    a = asarray(a, dtype)
    if a.ndim == 0:
        return a.reshape(1)
    return a if a._flags & 1 else k.astype(a, -1)


def asfortranarray(a, dtype=None):
    """The array with its first axis running fastest in memory."""
    a = asarray(a, dtype)
    return a if a.T._flags & 1 else k.columns(a)
