"""Stretching arrays to one shape, and copying with it."""

import builtins

from ._array import ndarray
from ._backend import k, provide
from ._creation import asarray, copy_whole
from ._sizes import shape_text, shape_tuple
from ._types import can_cast_codes


@provide
def copyto(dst, src, casting="same_kind", where=True):
    if not isinstance(dst, ndarray):
        raise TypeError(f"copyto() argument 1 must be numpy.ndarray, not {type(dst).__name__}")
    weak = type(src) in (int, float, builtins.bool)
    source = asarray(src)
    if not can_cast_codes(source._code, dst._code, casting) and not (weak and source._code <= dst._code):
        raise TypeError(
            f"Cannot cast array data from {source.dtype!r} to {dst.dtype!r} according to the rule '{casting}'"
        )
    if where is not True:
        mask = broadcast_to(asarray(where, bool), dst._shape)
        chosen = k.nonzero(mask)
        if mask.ndim == 0:
            if mask:
                k.copy_to(dst, source)
            return
        k.put(dst, chosen, k.take(k.astype(broadcast_to(source, dst._shape), -1), chosen))
        return
    copy_whole(dst, source)


def broadcast_shapes(*shapes):
    shapes = [(s,) if isinstance(s, int) else tuple(s) for s in shapes]
    ndim = builtins.max([len(s) for s in shapes], default=0)
    result = [1] * ndim
    for position, shape in enumerate(shapes):
        for i, n in enumerate(shape):
            at = ndim - len(shape) + i
            if result[at] == 1:
                result[at] = n
            elif n not in (1, result[at]):
                first = [j for j, s in enumerate(shapes) if len(s) > ndim - 1 - at and s[at - ndim] not in (1,)][0]
                raise ValueError(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg "
                    f"{first} with shape {shape_text(shapes[first])} and arg {position} with shape {shape_text(shape)}."
                )
    return tuple(result)


def broadcast_to(a, shape, subok=False):
    a = asarray(a)
    shape = shape_tuple(shape)
    lead = len(shape) - a.ndim
    if lead < 0:
        raise ValueError("input operand has more dimensions than allowed by the axis remapping")
    steps = [0] * lead
    for n, have, step in zip(shape[lead:], a._shape, a._steps, strict=True):
        if n != have and have != 1:
            raise ValueError(
                "operands could not be broadcast together with remapped shapes [original->remapped]: "
                f"{shape_text(a._shape)}  and requested shape {shape_text(shape)}"
            )
        steps.append(step if have == n != 1 else 0)
    made = k.restride(a, shape, tuple(steps), 0)
    k.set_writeable(made, False)
    return made


def broadcast_arrays(*arrays, subok=False):
    arrays = [asarray(a) for a in arrays]
    shape = broadcast_shapes(*[a._shape for a in arrays])
    return tuple([a if a._shape == shape else broadcast_to(a, shape) for a in arrays])
