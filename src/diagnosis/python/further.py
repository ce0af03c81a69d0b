"""The ways to write a place otherwise that suppose more: an expression that stands elsewhere, something missing within."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ..copied import copied
from .added import OPERATORS, is_sensible, is_top, vocabulary, written_around
from .edits import Edit
from .places import number_or_array

_NEUTRAL = {ast.Add: 0, ast.Sub: 0, ast.Mult: 1, ast.Div: 1, ast.Pow: 1}

# What stands elsewhere is taken for another only where most of it is the same.
_MOST_COST = 4


def filled(place, places):
    """Something in place of what does nothing where it stands: `x * 1`, `x += 0`."""
    for edit in _filled(place, places):
        edit.is_filled = True
        yield edit


def _filled(place, places):
    node, array = place.node, number_or_array(place.value)
    if array is None:
        return
    if isinstance(node, ast.BinOp) and _is_neutral(node.op, node.right):
        for made in [*written_around(node.left, array), *_combined(node.left, array, place, places)]:
            yield Edit(place, made)
    elif isinstance(place.parent, ast.AugAssign) and _does_nothing(place):
        statement = place.parent
        target = statement.target
        held = number_or_array(place.names.get(target.id)) if isinstance(target, ast.Name) else array
        if held is None:
            return
        for written, value in vocabulary(place, places, held):
            for op in OPERATORS:
                if is_sensible(op, written, value, held):
                    yield Edit(place, [ast.AugAssign(copied(target), op(), copied(written))], statement)


def _is_neutral(op, node):
    return isinstance(node, ast.Constant) and type(op) in _NEUTRAL and node.value == _NEUTRAL[type(op)]


def _does_nothing(place):
    """Whether all that is added to a name, or all that it is multiplied by, leaves it as it is."""
    neutral = _NEUTRAL.get(type(place.parent.op))
    return neutral is not None and all(np.all(number_or_array(each) == neutral) for each in place.values)


def _combined(node, array, place, places):
    for written, value in vocabulary(place, places, array):
        for op in OPERATORS:
            if is_sensible(op, written, value, array):
                yield ast.BinOp(copied(node), op(), copied(written))


def elsewhere(place, places):
    """What stands elsewhere in the function, of the same shape, in place of a name or an entry."""
    node, array = place.node, number_or_array(place.value)
    if array is None or isinstance(place.parent, (ast.Subscript, ast.Slice)):
        return
    if not isinstance(node, (ast.Name, ast.Subscript, ast.Attribute, ast.Compare, ast.Constant)):
        return
    for written, value in vocabulary(place, places, array):
        if isinstance(node, ast.Name) and isinstance(written, ast.Name):
            continue
        if value.shape == array.shape and (value.dtype.kind == "b") == (array.dtype.kind == "b"):
            edit = Edit(place, copied(written))
            if edit.cost <= _MOST_COST:
                yield edit


def within(place, places):
    """A factor or a term that is missing within an expression."""
    node, array = place.node, number_or_array(place.value)
    if array is None or is_top(place) or isinstance(place.parent, (ast.Subscript, ast.Slice)):
        return
    if isinstance(node, ast.Constant):
        return
    for made in _combined(node, array, place, places):
        yield Edit(place, made)
