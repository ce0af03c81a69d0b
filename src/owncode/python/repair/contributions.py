"""Contributions that a gradient lacks: of a later step, and of entries that were divided by what they have in common."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import math

import numpy as np

from ...copied import copied, walk
from .edit import ADDS, ADDS_WITHIN, PROJECTS, Edit
from .nodes import binary, call
from .operands import is_carried

# Of arrays that make up another, how many are looked at.
_MOST_ERRORS = 8


def _is_stored(node):
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _names(nodes, context):
    return {
        each.id for node in nodes for each in walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, context)
    }


def unused_names(scope):
    """The names that a function gives a value and never reads, or that a round of a loop makes for the next, which does not."""
    if not isinstance(scope, ast.FunctionDef):
        return set()
    found = _names(scope.body, ast.Store) - _names(scope.body, ast.Load)
    for loop in walk(scope):
        if isinstance(loop, (ast.For, ast.While)):
            inside = {id(each) for each in walk(loop)}
            outside = {each.id for each in walk(scope) if _is_stored(each) and id(each) not in inside}
            found |= (_names(loop.body, ast.Store) & outside) - _names(loop.body, ast.Load)
    return found


def _is_part_of_error(node):
    return is_carried(node.value if isinstance(node, ast.Subscript) else node)


def carried(place, scene):
    """What was made for it and is not used is added: the error that comes from the next step, or along another path."""
    is_factor = isinstance(place.parent, ast.BinOp) and isinstance(place.parent.op, ast.Mult)
    if not place.values or place.outer is not None and place.outer.values and not is_factor:
        return
    # What a layer is given for its error is a part of the loss where that is taken of the layer by itself.
    if scene.is_forward(place) and not _is_part_of_error(place.node):
        return
    unused = unused_names(place.scope)
    for text, node, _ in scene.names_at(place) if unused else ():
        if text in unused:
            yield Edit("missing-sum", place, binary(copied(place.node), ast.Add(), copied(node)), ADDS)


def other_paths(place, scene):
    """The error that comes along another path is added: past a layer, or back through weights that are not in the sum."""
    if place.outer is not None or not place.values or place.values[0].ndim < 1:
        return
    if not isinstance(place.parent, (ast.Return, ast.Assign)):
        return
    text = ast.unparse(place.node)
    for name, node, other in scene.names_at(place):
        is_error = is_carried(node) or not scene.is_forward(other) and not scene.is_parameter(other.values[0])
        if name != text and isinstance(node, ast.Name) and is_error:
            yield Edit("missing-sum", place, binary(copied(place.node), ast.Add(), copied(node)), ADDS_WITHIN)
    for (error, shape), (weights, (rows, columns)) in scene.carried_at(place):
        turned = ast.Attribute(copied(weights), "T", ast.Load())
        for through, inner, outer in ((copied(weights), rows, columns), (turned, columns, rows)):
            for left, right, made in (
                (error, through, (shape[0], outer) if shape[1] == inner else None),
                (through, error, (inner, shape[1]) if shape[0] == outer else None),
            ):
                if made == place.shape:
                    term = binary(copied(left), ast.MatMult(), copied(right))
                    yield Edit("missing-sum", place, binary(copied(place.node), ast.Add(), term), ADDS_WITHIN)


def _errors_at(place, scene):
    """Expressions of arrays of the way back that a place's could be made of."""
    inner = [
        (each.node, each)
        for each in scene.program.places
        if each.statement is place.statement and each.shape == place.shape and each is not place
    ]
    named = [(node, other) for _, node, other in scene.names_at(place)]
    errors = [
        (node, other)
        for node, other in [*inner, *named, (place.node, place)]
        if other.values and other.values[0].dtype.kind == "f" and (not scene.is_forward(other) or is_carried(node))
    ]
    seen = {}
    for node, other in errors:
        seen.setdefault(other.values[0].tobytes(), node)
    return list(seen.values())[:_MOST_ERRORS]


def _shares_at(place, scene):
    """(expression, axis) of what was divided by the sum of its entries."""
    for _, node, other in scene.names_at(place):
        value = other.values[0]
        if value.ndim < 1 or not scene.is_forward(other) or scene.is_parameter(value):
            continue
        for axis in (-1, 0):
            # What a mask lets through no more is 0.
            if value.shape[axis] > 1 and np.all((value >= 0) & (value <= 1)) and np.any((value > 0) & (value < 1)):
                if np.allclose(value.sum(axis=axis), 1, atol=1e-9):
                    yield node, axis


def _normals_at(place, scene):
    """(expression, axis) of what was divided by the spread of its entries."""
    for _, node, other in scene.names_at(place):
        value = other.values[0]
        is_forward = scene.is_forward(other)
        for axis in _axes_of(value.ndim):
            if is_forward and not scene.is_parameter(value) and _is_normal(value, axis):
                yield node, axis
            elif is_forward or scene.is_parameter(value):
                yield from ((binary(node, ast.Div(), by), axis) for by in _spreads(value, axis, place, scene))


def _axes_of(ndim):
    """The axes that something is normalised along: the last, the first, all but one of what has more."""
    if ndim < 2:
        return ()
    return (-1, 0, *(((0, 1),) if ndim == 3 else ()), *(((0, 2, 3), (2, 3)) if ndim == 4 else ()))


def _is_normal(value, axis):
    return np.size(value) > 2 and np.allclose((value**2).mean(axis=axis), 1, atol=2e-3)


def _spreads(value, axis, place, scene):
    """What names hold there by which an array is divided to have a mean square of 1."""
    for _, node, other in scene.spread_at(place):
        by = other.values[0]
        if by.size < value.size and np.all(by > 0) and _is_normal(value / by, axis):
            yield node


def softmax_slopes(place, scene):
    """y (d - Σ y d) in the place of what leaves out that the entries of y depend on each other."""
    # Of a layer by itself, what comes out times what is given for its error is a part of the loss.
    is_product = any(is_carried(each) for each in walk(place.node))
    if not place.values or place.values[0].ndim < 1 or scene.is_forward(place) and not is_product:
        return
    # Where the share does not stand, the way back goes past it.
    is_idle = place.outer is None and isinstance(place.parent, ast.Assign)
    for share, axis in _shares_at(place, scene):
        if not _speaks_of(place.node, share) and is_idle and not is_carried(share):
            total = call("sum", binary(copied(share), ast.Mult(), copied(place.node)), axis=axis, keepdims=True)
            inner = binary(copied(place.node), ast.Sub(), total)
            made = binary(copied(share), ast.Mult(), inner)
            yield Edit("missing-activation-derivative", place, made, ADDS_WITHIN)
        if _speaks_of(place.node, share):
            for error in _errors_at(place, scene):
                total = call("sum", binary(copied(share), ast.Mult(), copied(error)), axis=axis, keepdims=True)
                inner = binary(copied(error), ast.Sub(), total)
                yield Edit("missing-dot-term", place, binary(copied(share), ast.Mult(), inner), ADDS)


def _speaks_of(node, share):
    text = ast.dump(share)
    return any(isinstance(each, type(share)) and ast.dump(each) == text for each in walk(node))


def normalised(place, scene):
    """How to write c times the terms by which what was divided by its spread depends on all entries."""
    if not place.values or place.values[0].ndim < 2 or scene.is_forward(place):
        return
    for share, axis in _normals_at(place, scene):
        for error in _errors_at(place, scene):
            count = math.prod(place.values[0].shape[each] for each in (axis if type(axis) is tuple else (axis,)))
            mean = call("mean", copied(error), axis=axis, keepdims=True)
            along = call("mean", binary(copied(error), ast.Mult(), copied(share)), axis=axis, keepdims=True)
            spread = binary(copied(share), ast.Mult(), along)
            for term in (spread, mean, binary(copied(mean), ast.Add(), copied(spread))):
                yield lambda c, term=term, count=count: _with_term(place, c, term, count)


def _with_term(place, factor, term, count):
    """None where the factor is no mean's or sum's: then something stands there already, and another number is wrong."""
    if factor != 1 and not any(abs(factor + each) < 1e-4 * each for each in (1, count)):
        return None
    added = binary(ast.Constant(float(factor)), ast.Mult(), copied(term))
    return Edit("missing-dot-term", place, binary(copied(place.node), ast.Add(), added), PROJECTS)
