"""Products of arrays: `dot`, `matmul`, `tensordot`, `einsum` and their kin."""

import builtins

from . import _ufuncs
from ._array import ndarray
from ._axes import moveaxis, transpose
from ._backend import k, register
from ._broadcasting import broadcast_shapes, broadcast_to
from ._complex import complex_matmul, has_complex
from ._creation import asarray, zeros
from ._elements import has_objects
from ._errors import _UFuncNoLoopError, unsupported
from ._generic import generic
from ._joining import stack
from ._objects import goes_first, product
from ._shapes import ravel
from ._sizes import shape_text
from ._state import once
from ._types import promote
from ._ufunc import give

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def dot(a, b, out=None):
    result = k.dot(a, b)
    return result if out is None else give(result, out)


@register
def _slow_dot(a, b):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return _ufuncs.multiply(a, b)
    if has_objects(a, b):
        return product(a, b)
    if has_complex(a, b):
        return complex_matmul(k.dot, a, b)
    if a.ndim <= 2 and b.ndim <= 2:
        return k.dot(a, b)
    # Sum over the last axis of a and the last but one of b.
    axis = b.ndim - 1 if b.ndim == 1 else b.ndim - 2
    if a._shape[-1] != b._shape[axis]:
        raise ValueError(
            f"shapes {shape_text(a._shape)} and {shape_text(b._shape)} not aligned: {a._shape[-1]} (dim {a.ndim - 1}) != "
            f"{b._shape[axis]} (dim {axis})"
        )
    rest = [n for i, n in enumerate(b._shape) if i != axis]
    flat = k.dot(a.reshape(-1, a._shape[-1]), moveaxis(b, axis, 0).reshape(b._shape[axis], -1))
    return flat.reshape([*a._shape[:-1], *rest])


_MATMUL = "matmul: Input operand {} does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)"


@register
def _slow_matmul(a, b):
    known = (ndarray, list, tuple, generic, int, float, complex)
    for x in (a, b):
        if not isinstance(x, known) and not hasattr(x, "__array__"):
            if isinstance(x, (str, bytes)):
                raise _UFuncNoLoopError(
                    "ufunc 'matmul' did not contain a loop with signature matching types "
                    f"({_named(a)}, {_named(b)}) -> None"
                )
            if not goes_first(x):
                raise ValueError(_MATMUL.format(0 if x is a else 1))
            return NotImplemented
    a, b = asarray(a), asarray(b)
    if has_complex(a, b):
        return complex_matmul(k.matmul, a, b)
    for place, x in enumerate((a, b)):
        if x.ndim == 0:
            raise ValueError(_MATMUL.format(place))
    if has_objects(a, b):
        return product(a, b)
    if a.ndim <= 2 and b.ndim <= 2:
        return k.matmul(a, b)
    left = a.reshape(1, -1) if a.ndim == 1 else a
    right = b.reshape(-1, 1) if b.ndim == 1 else b
    if left._shape[-1] != right._shape[-2]:
        raise ValueError(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            f"(n?,k),(k,m?)->(n?,m?) (size {right._shape[-2]} is different from {left._shape[-1]})"
        )
    try:
        lead = broadcast_shapes(left._shape[:-2], right._shape[:-2])
    except ValueError:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{shape_text(left._shape)}->({','.join(map(str, left._shape[:-2]))},newaxis,newaxis) "
            f"{shape_text(right._shape)}->({','.join(map(str, right._shape[:-2]))},newaxis,newaxis)  "
            f"and requested shape ({left._shape[-2]},{right._shape[-1]})"
        ) from None
    core = (left._shape[-2], right._shape[-1])
    made = k.full((*lead, *core), promote(a._code, b._code), None)
    count = 1
    for n in lead:
        count *= n
    lefts = broadcast_to(left, (*lead, *left._shape[-2:])).reshape((count, *left._shape[-2:]))
    rights = broadcast_to(right, (*lead, *right._shape[-2:])).reshape((count, *right._shape[-2:]))
    parts = made.reshape((count, *core))
    with once("matmul"):
        for i in range(count):
            parts[i] = k.matmul(lefts[i], rights[i])
    if a.ndim == 1:
        made = made.reshape((*lead, core[1]))
    elif b.ndim == 1:
        made = made.reshape((*lead, core[0]))
    return made


def _named(x):
    return f"dtype('<U{len(x)}')" if isinstance(x, str) else repr(asarray(x).dtype)


def matmul(x1, x2, /, out=None, **kwargs):
    result = k.matmul(x1, x2)
    return result if out is None else give(result, out)


def vdot(a, b, /):
    return k.dot(_ufuncs.conjugate(ravel(asarray(a))), ravel(asarray(b)))


def inner(a, b, /):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a._shape[-1] != b._shape[-1]:
        # NumPy turns the second around first, and speaks of what it then has.
        turned = (*b._shape[:-2], *b._shape[: -3 if b.ndim > 1 else None : -1])
        raise ValueError(
            f"shapes {shape_text(a._shape)} and {shape_text(turned)} not aligned: {a._shape[-1]} (dim {a.ndim - 1}) != "
            f"{b._shape[-1]} (dim {max(b.ndim - 2, 0)})"
        )
    return tensordot(a, b, (-1, -1)) if a.ndim > 1 or b.ndim > 1 else k.dot(a, b)


def outer(a, b, out=None):
    return _ufuncs.multiply(ravel(a)[:, None], ravel(b)[None, :], out=out)


def tensordot(a, b, axes: "Any" = 2):
    a, b = asarray(a), asarray(b)
    try:
        one, two = axes
    except TypeError:
        one, two = list(range(-axes, 0)), list(range(axes))
    one = list(one) if hasattr(one, "__len__") else [one]
    two = list(two) if hasattr(two, "__len__") else [two]
    if len(one) != len(two):
        raise ValueError("shape-mismatch for sum")
    for p, q in zip(one, two, strict=True):
        if not -a.ndim <= p < a.ndim or not -b.ndim <= q < b.ndim:
            raise IndexError("tuple index out of range")
        if a._shape[p] != b._shape[q]:
            raise ValueError("shape-mismatch for sum")
    one = [p % a.ndim for p in one]
    two = [q % b.ndim for q in two]
    rest_a = [i for i in range(a.ndim) if i not in one]
    rest_b = [i for i in range(b.ndim) if i not in two]
    count = 1
    for p in one:
        count *= a._shape[p]
    left = transpose(a, rest_a + one).reshape(-1, count) if count else zeros((1, 0))
    right = transpose(b, two + rest_b).reshape(count, -1)
    shape = [a._shape[i] for i in rest_a] + [b._shape[i] for i in rest_b]
    return k.dot(left, right).reshape(shape)


def kron(a, b):
    a, b = asarray(a), asarray(b)
    ndim = builtins.max(a.ndim, b.ndim)
    a = a.reshape((1,) * (ndim - a.ndim) + a._shape)
    b = b.reshape((1,) * (ndim - b.ndim) + b._shape)
    one = a.reshape([n for m in a._shape for n in (m, 1)])
    two = b.reshape([n for m in b._shape for n in (1, m)])
    return (one * two).reshape([n * m for n, m in zip(a._shape, b._shape, strict=True)])


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = moveaxis(asarray(a), axisa, -1), moveaxis(asarray(b), axisb, -1)
    if a._shape[-1] not in (2, 3) or b._shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    if a._shape[-1] == 2 or b._shape[-1] == 2:
        raise unsupported("np.cross of vectors with two components")
    x = [a[..., i] for i in range(3)]
    y = [b[..., i] for i in range(3)]
    return stack([x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]], axisc)
