"""Another array in an array's place: another name, or the entry before or after."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from .edit import Edit, are_equal, product_around
from .nodes import binary, copied
from .scene import is_function_of


def _is_operand(place):
    return isinstance(place.node, (ast.Name, ast.Attribute, ast.Subscript)) and bool(place.values)


def _is_same(one, other):
    return (
        one.shape == other.shape
        and one.size > 1
        and np.allclose(one, other, rtol=1e-9, atol=1e-12)
        and bool(np.any(one))
    )


def _is_count(place):
    return all(value.ndim == 0 and float(value).is_integer() for value in place.values)


def code_of_operand(place, new, scene):
    """The mistake of holding one array where another belongs; None where it is not known as one."""
    old = place.values[0]
    values = next((value for value in new.values if value.shape == old.shape), None)
    if values is None:
        return None
    outer = place.outer
    if outer is not None and isinstance(outer.node, ast.Compare) and not any(np.any(value) for value in outer.values):
        return "missing-activation-derivative"
    if any(_is_same(np.abs(old - values), np.abs(other.values[0])) for _, _, other in scene.names_at(place)):
        return "missing-delta"
    if scene.is_parameter(values):
        return "wrong-weights" if product_around(place) is not None or scene.is_parameter(old) else None
    was, now = scene.is_forward(place), scene.is_forward(new)
    if was and now:
        if product_around(place) is not None:
            return "wrong-layer-input"
        alike = is_function_of(old, values) or is_function_of(values, old)
        return "wrong-slope" if alike else "derivative-of-wrong-tensor"
    if now and not was:
        return "derivative-of-wrong-tensor" if product_around(place) is None else "wrong-layer-input"
    if was and not now:
        return "missing-delta"
    with np.errstate(all="ignore"):
        ratio = values / old
    if scene.slope_like(place, [ratio]) is not None:
        return "missing-activation-derivative"
    return "restarted-delta"


def operands(place, scene):
    # A count is no array, and what the forward pass hands on is right.
    if not _is_operand(place) or _is_count(place) or place.outer is None and scene.is_forward(place):
        return
    text = ast.unparse(place.node)
    for other, node, new in scene.names_at(place):
        if other != text and not are_equal(new.values, place.values):
            code = code_of_operand(place, new, scene)
            if code is not None:
                yield Edit(code, place, copied(node))


def keys(place, scene):
    """The entry before or after of a list, a dictionary or an array."""
    if not isinstance(place.node, ast.Subscript) or not place.values or _is_count(place):
        return
    for change in (1, -1):
        made = copied(place.node)
        if isinstance(made.slice, ast.JoinedStr):
            inner = [part for part in made.slice.values if isinstance(part, ast.FormattedValue)]
            if len(inner) != 1:
                return
            inner[0].value = binary(inner[0].value, ast.Add(), ast.Constant(change))
        elif isinstance(made.slice, (ast.Name, ast.BinOp, ast.UnaryOp)) or (
            isinstance(made.slice, ast.Constant) and type(made.slice.value) is int
        ):
            made.slice = binary(made.slice, ast.Add(), ast.Constant(change))
        else:
            return
        code = "wrong-key"
        if scene.is_parameter(place.values[0]):
            code = "wrong-weights"
        elif product_around(place) is not None and scene.is_forward(place):
            code = "wrong-layer-input"
        elif scene.is_forward(place):
            code = "derivative-of-wrong-tensor"
        yield Edit(code, place, made)
