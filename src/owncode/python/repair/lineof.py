"""The line of a mistake that several could hold: which of them reads as if something were left out."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from ...copied import walk

_NAME = re.compile(r"\b[A-Za-z_][\w.]*")


def line_of_count(fits, scene):
    """
    The one line of several that could divide by a count where something says so: that multiplies by the count itself,
    whose other terms or whose twin are divided by it, that hands errors to what was looked up for a mean, that divides.
    """
    known = [(edit, edit.place, edit.factor) for edit in fits if getattr(edit, "factor", None)]
    for is_told in (_counts_itself, _is_beside_divided, _has_divided_twin, _is_scattered, _divides):
        lines = {edit.line for edit, place, factor in known if is_told(place, 1 / factor, scene)}
        if len(lines) == 1:
            return lines.pop()
    return None


def _is_count(node, count, scene, inverse=True):
    held = scene.number_of(node)
    return held is not None and any(
        abs(held - each) <= 1e-4 * abs(each) for each in ((count, 1 / count) if inverse else (count,))
    )


def _counts_itself(place, count, scene):
    return any(
        isinstance(each, ast.BinOp)
        and isinstance(each.op, ast.Mult)
        and any(_is_count(side, count, scene, False) for side in (each.left, each.right))
        for each in walk(place.node)
    )


def _chain(node):
    """(factors, divisors) of a product."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
        (up, down), (first, second) = _chain(node.left), _chain(node.right)
        if isinstance(node.op, ast.Div):
            first, second = second, first
        return up + first, down + second
    return [node], []


def _terms(node):
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        return _terms(node.left) + _terms(node.right)
    return [node]


def _is_divided_by(node, count, scene):
    up, down = _chain(node)
    return any(_is_count(each, count, scene) for each in up + down)


def _is_beside_divided(place, count, scene):
    whole = place
    while (
        whole.outer is not None
        and isinstance(whole.parent, ast.BinOp)
        and isinstance(whole.parent.op, (ast.Add, ast.Sub))
    ):
        whole = whole.outer
    terms = _terms(whole.node)
    return (
        len(terms) > 1
        and any(each is place.node for each in terms)
        and not _is_divided_by(place.node, count, scene)
        and any(_is_divided_by(each, count, scene) for each in terms if each is not place.node)
    )


def _pattern(nodes):
    return sorted(_NAME.sub("#", ast.unparse(each)) for each in nodes)


def _has_divided_twin(place, count, scene):
    """`dsq = 1 / N * np.ones((N, D)) * dvar` beside `dx2 = np.ones((N, D)) * dmu`."""
    if place.outer is not None or not isinstance(place.node, ast.BinOp):
        return False
    own = _pattern(_chain(place.node)[0])
    for other in scene.program.places:
        if other.scope is place.scope and other.outer is None and other is not place and other.values:
            up, down = _chain(other.node)
            up = [each for each in up if scene.number_of(each) != 1]
            rest = [each for each in up if not _is_count(each, count, scene)]
            is_divided = len(rest) < len(up) or any(_is_count(each, count, scene) for each in down)
            if is_divided and _pattern(rest) == own:
                return True
    return False


def _is_scattered(place, count, scene):
    """Whether it is added to the rows of a parameter's gradient, of which the way forward takes a mean."""
    statement = place.statement
    is_added = isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Subscript)
    is_added = is_added or ".add.at(" in ast.unparse(statement)
    return is_added and any(_is_mean_of_rows(each, scene) for each in scene.program.places)


def _is_mean_of_rows(place, scene):
    node = place.node
    if not place.values or not scene.is_forward(place):
        return False
    is_mean = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "mean"
    is_mean = is_mean or isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    looked_up = [scene.at_node.get(id(each)) for each in walk(node) if isinstance(each, ast.Subscript)]
    return is_mean and any(
        each is not None and each.values and each.values[0].ndim > 1 and scene.is_of_parameters(each.values[0])
        for each in looked_up
    )


def _divides(place, count, scene):
    return isinstance(place.node, ast.BinOp) and isinstance(place.node.op, ast.Div)


def line_of_mask(fits, scene):
    """The one line that multiplies by what let entries through: a dropout's mask goes with its factor."""
    lines = {edit.line for edit in fits if _is_masked(getattr(edit, "place", None), scene)}
    return lines.pop() if len(lines) == 1 else None


def _is_masked(place, scene):
    if place is None or not isinstance(place.node, ast.BinOp) or not isinstance(place.node.op, ast.Mult):
        return False
    for side in (place.node.left, place.node.right):
        held = scene.at_node.get(id(side))
        if held is not None and held.values and not isinstance(side, (ast.Call, ast.Compare)):
            if held.values[0].shape == place.shape and len(np.unique(held.values[0])) == 2 and scene.is_forward(held):
                return True
    return False


def line_of_idle(fits):
    """The one line that only gives something another name: `dxhat = dout`."""
    lines = {
        edit.line
        for edit in fits
        if isinstance(edit.place.node, ast.Name) and isinstance(edit.place.parent, ast.Assign)
    }
    return lines.pop() if len(lines) == 1 else None


def divides_by_spread(place, scene):
    """Whether a place is divided, or multiplied by what is the same for several of its entries and no parameter."""
    parent = place.parent
    if not isinstance(parent, ast.BinOp):
        return False
    if isinstance(parent.op, ast.Div) and parent.left is place.node:
        return True
    other = parent.right if parent.left is place.node else parent.left
    by = scene.at_node.get(id(other))
    return (
        isinstance(parent.op, ast.Mult)
        and by is not None
        and bool(by.values)
        and by.values[0].ndim > 0
        and by.values[0].size < place.values[0].size
        and bool(np.all(by.values[0] > 0))
        and scene.is_forward(by)
        and not scene.is_parameter(by.values[0])
    )
