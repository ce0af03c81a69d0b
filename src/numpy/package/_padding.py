"""`pad`: arrays with elements around them."""

import builtins

from ._arithmetic import round as _round
from ._axes import moveaxis
from ._backend import k
from ._broadcasting import broadcast_to
from ._construction import linspace
from ._creation import asarray, full
from ._errors import unsupported
from ._iteration import ndindex
from ._joining import concatenate
from ._parts import take
from ._reductions import max as _max
from ._reductions import mean as _mean
from ._reductions import min as _min
from ._statistics import median
from ._types import FLOAT16

_STATISTICS = {"maximum": _max, "minimum": _min, "mean": _mean, "median": median}


def pad(array, pad_width, mode="constant", **kwargs):
    a = asarray(array)
    if isinstance(pad_width, dict):
        pad_width = [pad_width.get(i, pad_width.get(i - a.ndim, (0, 0))) for i in range(a.ndim)]
    widths = asarray(pad_width)
    if widths._code >= FLOAT16:
        raise TypeError("`pad_width` must be of integral type.")
    widths = k.to_list(broadcast_to(widths, (a.ndim, 2)))
    if [w for pair in widths for w in pair if w < 0]:
        raise ValueError("index can't contain negative values")
    if callable(mode):
        return _by_function(a, widths, mode, kwargs)
    for axis, (before, after) in enumerate(widths):
        if before or after:
            a = _along(a, axis, before, after, mode, kwargs)
    return a if a is not array else k.astype(a, -1)


def _by_function(a, widths, fill, options):
    """Hands each line of the array, with its room on both sides, to a function that fills it in place."""
    made = full([n + low + high for n, (low, high) in zip(a._shape, widths, strict=True)], 0, a.dtype)
    made[tuple([slice(low, low + n) for n, (low, _) in zip(a._shape, widths, strict=True)])] = a
    for axis, pair in enumerate(widths):
        lines = moveaxis(made, axis, -1)
        for at in ndindex(*lines._shape[:-1]):
            fill(lines[at], tuple(pair), axis, options)
    return made


def _along(a, axis, before, after, mode, options):
    n = a._shape[axis]
    if mode == "constant":
        low, high = _pair(a, axis, options.get("constant_values", 0))
        return _between(a, axis, _block(a, axis, before, low), _block(a, axis, after, high))
    if mode in _STATISTICS:
        low, high = _pair(a, axis, options.get("stat_length"))
        parts = [
            _repeated(
                a,
                axis,
                count,
                mode,
                slice(None, length) if first else slice(None if length is None else n - length, None),
            )
            for count, length, first in ((before, low, True), (after, high, False))
        ]
        return _between(a, axis, *parts)
    if mode == "linear_ramp":
        low, high = _pair(a, axis, options.get("end_values", 0))
        return _between(a, axis, _ramp(a, axis, 0, low, before), _ramp(a, axis, n - 1, high, after, True))
    if options.get("reflect_type", "even") == "odd" and mode in ("reflect", "symmetric"):
        return _mirrored(a, axis, before, after, mode)
    return take(a, _places(mode, n, before, after, options.get("reflect_type", "even")), axis)


def _pair(a, axis, given):
    """What an option says for the two ends of an axis."""
    if given is None:
        return None, None
    return k.to_list(broadcast_to(asarray(given), (a.ndim, 2)))[axis]


def _block(a, axis, count, value):
    shape = list(a._shape)
    shape[axis] = count
    return full(shape, value, a.dtype)


def _between(a, axis, low, high):
    return concatenate([low.astype(a.dtype), a, high.astype(a.dtype)], axis)


def _repeated(a, axis, count, mode, part):
    value = _STATISTICS[mode](a[(slice(None),) * axis + (part,)], axis=axis, keepdims=True)
    if a._code < FLOAT16 and mode in ("mean", "median"):
        value = _round(value)
    shape = list(a._shape)
    shape[axis] = count
    return broadcast_to(asarray(value), shape)


def _ramp(a, axis, edge, end, count, up=False):
    edges = a[(slice(None),) * axis + (slice(edge, edge + 1),)]
    steps = linspace(0, 1, count, endpoint=False).reshape([-1 if i == axis else 1 for i in range(a.ndim)])
    made = end + (edges - end) * steps
    if a._code < FLOAT16:
        made = made.astype(a.dtype)
    return made[(slice(None),) * axis + (slice(None, None, -1),)] if up else made


def _mirrored(a, axis, before, after, mode):
    """Reflected through the point at the edge: twice the edge, less what lies on the other side."""
    n = a._shape[axis]
    if before > n - 1 or after > n - 1:
        raise unsupported("np.pad(reflect_type='odd') by more than the array is long")
    places = _places(mode, n, before, after, "even")
    edges = [take(a, [at], axis) for at in (0, n - 1)]
    low, high = [take(a, part, axis) for part in (places[:before], places[before + n :])]
    return concatenate([2 * edges[0] - low, a, 2 * edges[1] - high], axis)


def _places(mode, n, before, after, kind):
    """Which element of an axis stands at each place of the padded one."""
    if n == 0:
        raise ValueError("can't extend empty axis 0 using modes other than 'constant' or 'empty'")
    at = range(-before, n + after)
    if kind != "even":
        raise unsupported(f"np.pad(reflect_type={kind!r})")
    if mode == "edge":
        return [builtins.min(builtins.max(i, 0), n - 1) for i in at]
    if mode == "wrap":
        return [i % n for i in at]
    if mode == "reflect":
        period = builtins.max(1, 2 * (n - 1))
        return [builtins.min(i % period, period - i % period) if n > 1 else 0 for i in at]
    if mode == "symmetric":
        return [builtins.min(i % (2 * n), 2 * n - 1 - i % (2 * n)) for i in at]
    if mode == "empty":
        return [builtins.min(builtins.max(i, 0), n - 1) for i in at]
    raise ValueError(f"mode '{mode}' is not supported")
