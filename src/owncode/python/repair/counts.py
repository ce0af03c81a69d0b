"""Counts: another one in a count's place, and the division by the length of what a loop goes through."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import itertools
import math

from ...copied import copied, walk
from .edit import ADDS, Edit
from .nodes import binary

_MOST_COUNTS = 12


def counts(place, scene):
    """A number of entries in another's place: of a mean over several axes, a product of them."""
    if not place.values or any(value.ndim or value < 1 or value % 1 for value in place.values):
        return
    if isinstance(place.parent, ast.Subscript) or not _is_factor_or_named(place):
        return
    held = {float(value) for value in place.values}
    if len(held) > 1:
        return
    for count in _counts_in(scene):
        if count not in held:
            yield Edit("wrong-mean", place, ast.Constant(float(count)), ADDS)


def _is_factor_or_named(place):
    parent = place.parent
    if isinstance(parent, ast.BinOp):
        return isinstance(parent.op, (ast.Mult, ast.Div))
    return isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name)


def _counts_in(scene):
    shapes = {shape for shape, _ in scene.forward_keys if shape}
    found = {math.prod(part) for shape in shapes for n in range(1, len(shape) + 1) for part in _parts(shape, n)}
    return sorted(found - {1})[:_MOST_COUNTS]


def _parts(shape, n):
    """Some extents of a shape: one of a matrix, several of what has more axes."""
    return itertools.combinations(shape, n) if n == 1 or len(shape) > 2 else ()


def lengths(place, scene):
    """What is added at the entries that a loop goes through, divided by how many they are; or by them, not by others."""
    if not isinstance(place.statement, ast.AugAssign) or not isinstance(place.statement.target, ast.Subscript):
        return
    if scene.is_forward(place) or not place.values:
        return
    node = place.node
    if place.outer is None:
        for sequence in _sequences(place):
            yield Edit("missing-mean", place, binary(copied(node), ast.Div(), _length(sequence)), ADDS)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and scene.number_of(node.right) is not None:
        for sequence in _sequences(place):
            if ast.unparse(node.right) != ast.unparse(_length(sequence)):
                yield Edit("wrong-mean", place, binary(copied(node.left), ast.Div(), _length(sequence)))


def _length(sequence):
    return ast.Call(ast.Name("len", ast.Load()), [copied(sequence)], [])


def _sequences(place):
    """The sequences that the loops around a statement go through, entry by entry."""
    for loop in walk(place.scope):
        if isinstance(loop, ast.For) and any(each is place.statement for each in walk(loop)):
            if isinstance(loop.iter, (ast.Name, ast.Attribute, ast.Subscript)):
                yield loop.iter
