"""The local slopes of products with arrays that are spread over an array's entries: a gain, a spread."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ...copied import copied
from .edit import ADDS, Edit, is_root
from .nodes import binary

_MOST_SPREAD = 12


def spread_factors(place, scene):
    """What the way forward multiplies or divides by, where the way back does not: `dxhat = dout` without the gain."""
    value = place.values[0] if place.values else None
    if value is None or value.ndim < 1 or value.dtype.kind == "b" or not is_root(place):
        return
    if scene.is_forward(place) and not _is_given(place):
        return
    for _, node, other in scene.spread_at(place)[:_MOST_SPREAD]:
        yield Edit("inner-derivative-missing", place, binary(copied(place.node), ast.Mult(), copied(node)), ADDS)
        if all(np.all(each > 0) for each in other.values):
            yield Edit("inner-derivative-missing", place, binary(copied(place.node), ast.Div(), copied(node)), ADDS)


def _is_given(place):
    """What a layer is given for its error, and what is made of it at once."""
    return place.outer is None and isinstance(place.parent, ast.Assign) or isinstance(place.node, ast.BinOp)
