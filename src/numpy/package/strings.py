"""`numpy.strings`: the functions of arrays of texts under their newer name."""

from .char import *  # noqa: F403
