"""Changing the shape of arrays: views where NumPy gives views."""

import builtins
import operator

from ._axes import checked_axis, normalize_axis_tuple
from ._backend import k, registry
from ._creation import asarray
from ._sizes import wanted_text


def reshape(a, /, shape=None, order="C", *, newshape=None, copy=None):
    a = asarray(a)
    if shape is None:
        shape = newshape
    order = _known(order)
    if order == "K":
        raise ValueError("order 'K' is not permitted for reshaping")
    if order == "F" or order == "A" and _is_fortran(a):
        return k.reshape(a.T, tuple(builtins.reversed(_resolve(a, shape)))).T
    return k.reshape(a, _resolve(a, shape))


def _known(order):
    found = "C" if order is None else str(order).upper()
    if found not in ("C", "F", "A", "K"):
        raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got {order!r})")
    return found


def _is_fortran(a):
    return bool(a.T._flags & 1 and not a._flags & 1)


def _read_in(a, order):
    """The view whose entries, read row by row, are those of `a` in an order; K is that of the memory."""
    order = _known(order)
    if order == "F" or order == "A" and _is_fortran(a):
        return a.T
    if order != "K" or a._flags & 1:
        return a
    axes = sorted(range(a.ndim), key=lambda axis: -abs(a._steps[axis]))
    return k.restride(a, tuple([a._shape[i] for i in axes]), tuple([a._steps[i] for i in axes]), 0)


def _resolve(a, shape):
    """The shape with its -1 filled in."""
    if type(shape) is int:
        shape = (shape,)
    else:
        try:
            shape = tuple([operator.index(n) for n in shape])
        except TypeError:
            if hasattr(shape, "__index__"):
                shape = (operator.index(shape),)
            else:
                bad = (
                    shape
                    if not isinstance(shape, (list, tuple))
                    else [n for n in shape if not hasattr(n, "__index__")][0]
                )
                raise TypeError(f"'{type(bad).__name__}' object cannot be interpreted as an integer") from None
    known = 1
    unknown = -1
    for i, n in enumerate(shape):
        if n < 0:
            if unknown >= 0:
                raise ValueError("can only specify one unknown dimension")
            unknown = i
        else:
            known *= n
    if unknown >= 0 and known > 0 and a.size % known == 0:
        return shape[:unknown] + (a.size // known,) + shape[unknown + 1 :]
    if unknown >= 0 or known != a.size:
        raise ValueError(f"cannot reshape array of size {a.size} into shape {wanted_text(shape)}")
    return shape


def _method_reshape(self, *shape, order="C", copy=None):
    if not shape:
        raise TypeError("reshape() takes exactly 1 argument (0 given)")
    if len(shape) == 1 and not isinstance(shape[0], int):
        shape = shape[0]
    return reshape(self, shape, order)


def _set_shape(self, new):
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


registry["set_shape"] = _set_shape


def ravel(a, order="C"):
    a = asarray(a)
    return k.reshape(_read_in(a, order), (a.size,))


def _method_flatten(self, order="C"):
    flat = k.reshape(_read_in(self, order), (self.size,))
    # A copy that owns its memory: where reshaping had to copy, that is one already.
    return flat if flat.base is None else k.astype(flat, -1)


def squeeze(a, axis=None):
    a = asarray(a)
    if axis is None:
        chosen = [i for i, n in enumerate(a._shape) if n == 1]
    else:
        chosen = [checked_axis(x, a.ndim) for x in (axis if isinstance(axis, tuple) else (axis,))]
        for at in chosen:
            if a._shape[at] != 1:
                raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    if not chosen:
        return a
    keep = [i for i in range(a.ndim) if i not in chosen]
    return k.restride(a, tuple([a._shape[i] for i in keep]), tuple([a._steps[i] for i in keep]), 0)


def expand_dims(a, axis):
    a = asarray(a)
    if not isinstance(axis, (list, tuple)):
        axis = (axis,)
    ndim = a.ndim + len(axis)
    axes = normalize_axis_tuple(axis, ndim)
    shape = iter(a._shape)
    return reshape(a, [1 if i in axes else next(shape) for i in range(ndim)])


def atleast_1d(*arrays):
    made = [a.reshape(1) if a.ndim == 0 else a for a in map(asarray, arrays)]
    return made[0] if len(made) == 1 else tuple(made)


def atleast_2d(*arrays):
    made = [a if a.ndim >= 2 else a.reshape(1, -1) for a in map(asarray, arrays)]
    return made[0] if len(made) == 1 else tuple(made)


def atleast_3d(*arrays):
    made = []
    for a in map(asarray, arrays):
        if a.ndim < 2:
            a = a.reshape(1, -1, 1)
        elif a.ndim == 2:
            a = a[:, :, None]
        made.append(a)
    return made[0] if len(made) == 1 else tuple(made)
