"""`numpy.lib`: of it, `stride_tricks`."""

import sys
import types

from . import emath as scimath  # noqa: F401
from ._axes import normalize_axis_tuple
from ._backend import k
from ._creation import asarray
from ._elsewhere import from_module
from ._errors import unsupported


def as_strided(x, shape=None, strides=None, subok=False, writeable=True):
    x = asarray(x)
    shape = x._shape if shape is None else tuple(int(n) for n in shape)
    size = x.itemsize
    if strides is None:
        steps = x._steps
    else:
        if any(step % size for step in strides):
            raise unsupported("as_strided with steps that are no whole elements")
        steps = tuple(int(step) // size for step in strides)
    _stay_inside(x, shape, steps)
    made = k.restride(x, shape, steps, 0)
    if not writeable:
        k.set_writeable(made, False)
    return made


def _stay_inside(x, shape, steps):
    """Refuses a view of memory that is not the array's."""
    owner = x if x.base is None else x.base
    begin = (k.address(x) - k.address(owner)) // x.itemsize
    low = begin + sum((n - 1) * step for n, step in zip(shape, steps, strict=True) if step < 0)
    high = begin + sum((n - 1) * step for n, step in zip(shape, steps, strict=True) if step > 0)
    if 0 not in shape and (low < 0 or high >= owner.size):
        raise ValueError(
            f"as_strided: the shape {shape} with these strides reaches beyond the array's {owner.size} elements; "
            "make the shape smaller or check the strides"
        )


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    x = asarray(x)
    window = tuple(window_shape) if hasattr(window_shape, "__len__") else (window_shape,)
    if [n for n in window if n < 0]:
        raise ValueError("`window_shape` cannot contain negative values")
    if axis is None:
        axes = tuple(range(x.ndim))
        if len(window) != x.ndim:
            raise ValueError(
                "Since axis is None, must provide window_shape for all dimensions of `x`; got "
                f"{len(window)} window_shape elements and `x.ndim` is {x.ndim}."
            )
    else:
        axes = normalize_axis_tuple(axis, x.ndim)
        if len(window) != len(axes):
            raise ValueError(
                f"Must provide matching length window_shape and axis; got {len(window)} window_shape elements and "
                f"{len(axes)} axes elements."
            )
    shape, steps = list(x._shape), list(x._steps)
    for at, n in zip(axes, window, strict=True):
        if shape[at] < n:
            raise ValueError("window shape cannot be larger than input array shape")
        shape[at] -= n - 1
        steps.append(x._steps[at])
    made = k.restride(x, (*shape, *window), tuple(steps), 0)
    k.set_writeable(made, writeable)
    return made


stride_tricks = types.ModuleType("numpy.lib.stride_tricks")
stride_tricks.as_strided = as_strided
stride_tricks.sliding_window_view = sliding_window_view
sys.modules["numpy.lib.stride_tricks"] = stride_tricks
del as_strided, sliding_window_view


__getattr__ = from_module("np.lib")
