"""The slope of an activation: missing, of another array, another function's, or once too often."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ...copied import copied
from .edit import ADDS, ADDS_WITHIN, CHANGES, REMOVES, Edit, is_bare, is_root, sides_of
from .nodes import binary
from .scene import is_function_of


def _chain(node):
    """The factors of a product entry by entry."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return _chain(node.left) + _chain(node.right)
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "multiply"
        and len(node.args) == 2
    ):
        return _chain(node.args[0]) + _chain(node.args[1])
    return [node]


def _multiplied(nodes):
    made = copied(nodes[0])
    for node in nodes[1:]:
        made = binary(made, ast.Mult(), copied(node))
    return made


def slopes(place, scene):
    if not place.values or not is_root(place) or place.values[0].dtype.kind == "b":
        return
    factors = scene.factors_at(place)
    chain = _chain(place.node)
    noted = {id(each.node): each for each in scene.program.places if each.statement is place.statement}

    def code_of(nodes, factor):
        return lambda: _code_of_slope(nodes, factor, place, noted, scene)

    for factor in factors:
        if len(chain) > 1:
            for at, each in enumerate(chain):
                others = chain[:at] + chain[at + 1 :]
                if factor.kind == "itself":
                    continue
                if len(others) > 1 or not scene.is_made_before(others[0], place):
                    rank = ADDS_WITHIN if _lets_through(others, factor, noted) else CHANGES
                    yield Edit(code_of(others, factor), place, _times(each, factor), rank)
                if len(chain) > 2 and not scene.is_made_before(each, place):
                    yield Edit(code_of([each], factor), place, _times(_multiplied(others), factor))
        # What the forward pass hands on is right, but for what a slope's function gives.
        is_handed_on = scene.is_forward(place) and (is_bare(place.node) or place.outer is not None)
        if factor.kind != "itself" and (not is_handed_on or scene.is_in_slope(place)):
            yield Edit(code_of([place.node], factor), place, copied(factor.node))
        # What a gate multiplies by is no slope, but what lets entries through or not is one.
        is_slope = factor.kind != "itself" or _is_mask(factor.values)
        if is_slope and (not scene.is_forward(place) or place.outer is None and isinstance(place.parent, ast.Assign)):
            rank = ADDS if place.outer is None or not place.outer.values else ADDS_WITHIN
            yield Edit("missing-activation-derivative", place, _times(place.node, factor), rank)
            yield from _carried_first(place, factor)
    if len(chain) > 1:
        for at, each in enumerate(chain):
            others = chain[:at] + chain[at + 1 :]
            values = _values_of(others, noted)
            if values is not None and values[0].shape != ():
                code = "slope-twice" if scene.slope_like(place, values) is not None else "not-a-slope"
                yield Edit(code, place, copied(each), REMOVES)
            if len(chain) > 2:
                values = _values_of([each], noted)
                if values is not None and values[0].shape != ():
                    code = "slope-twice" if scene.slope_like(place, values) is not None else "not-a-slope"
                    yield Edit(code, place, _multiplied(others), REMOVES)


def _is_mask(values):
    """Whether arrays hold two numbers and no other, as 0 and 1, or 0.1 and 1 of a leaky ReLU."""
    return all(value.size > 2 and len(np.unique(value)) == 2 for value in values)


def _lets_through(nodes, factor, noted):
    """Whether what stands there lets through all that the slope does, as the mask of a dropout: it need not go."""
    values = _values_of(nodes, noted)
    return values is not None and all(
        one.shape == other.shape and len(np.unique(one)) == 2 and np.array_equal(other * (one != 0), other)
        for one, other in zip(values, factor.values)
    )


def _carried_first(place, factor):
    """A slope that was applied to an operand of the product, in place of the product."""
    sides = sides_of(place.node)
    if sides is None or factor.kind == "itself":
        return
    for at in (0, 1):
        chain = _chain(sides[at])
        for each in chain if len(chain) > 1 else ():
            pair = [copied(sides[0]), copied(sides[1])]
            pair[at] = copied(each)
            made = binary(binary(*_around(pair)), ast.Mult(), copied(factor.node))
            yield Edit("derivative-of-wrong-tensor", place, made)


def _around(pair):
    return pair[0], ast.MatMult(), pair[1]


def _times(node, factor):
    return binary(copied(node), ast.Mult(), copied(factor.node))


def _values_of(nodes, noted):
    """What a product of some expressions has given; None where one of them was not noted."""
    values = None
    for node in nodes:
        place = noted.get(id(node))
        if place is None:
            if not isinstance(node, ast.Constant) or not isinstance(node.value, (int, float)):
                return None
            held = [np.asarray(float(node.value))]
        else:
            held = place.values
        if not held:
            return None
        values = held if values is None else [one * other for one, other in zip(values, held)]
    return values


def _code_of_slope(nodes, factor, place, noted, scene):
    """What stands where a slope belongs."""
    values = _values_of(nodes, noted)
    if values is None:
        return "wrong-slope"
    if all(np.all(value == 1) for value in values):
        return "missing-activation-derivative"
    first = values[0]
    other = None if scene.is_in_slope(place) else scene.slope_like(place, values)
    if other is not None:
        wanted, given = factor.of.values[0], other.of.values[0]
        alike = np.array_equal(wanted, given) or is_function_of(wanted, given) or is_function_of(given, wanted)
        return "wrong-slope" if alike else "derivative-of-wrong-tensor"
    if factor.kind == "inverse":
        return "wrong-slope"
    activation = factor.of.values[0]
    if first.shape == activation.shape and (
        np.array_equal(first, activation) or is_function_of(first, activation) and _is_activation(first, activation)
    ):
        return "activation-instead-of-derivative"
    return "wrong-slope"


def _is_activation(values, argument):
    with np.errstate(all="ignore"):
        known = (1 / (1 + np.exp(-argument)), np.tanh(argument), np.maximum(argument, 0), argument)
    return any(np.allclose(values, each, rtol=1e-9, atol=1e-12) for each in known)
