"""`numpy.strings`: the functions of arrays of texts under their newer name."""

from ._elsewhere import from_module
from .char import *  # noqa: F403
from .char import _each

_builtin_slice = slice


def slice(a, start=None, stop=None, step=None, /):
    """A part of each text; with one bound alone that is where the part ends."""
    part = _builtin_slice(start) if stop is None else _builtin_slice(start, stop, step)
    return _each(lambda text: text[part], str, a)


__getattr__ = from_module("np.strings")
