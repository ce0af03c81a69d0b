"""Another array in an array's place: another name, or the entry before or after."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from ...copied import copied
from ..functions import UPSTREAM
from .edit import ADDS, Edit, are_equal, is_bare, product_around
from .nodes import binary
from .scene import is_function_of

_MOST_EXCHANGED = 6


def _is_operand(place):
    return is_bare(place.node) and bool(place.values)


def _is_same(one, other):
    return (
        one.shape == other.shape
        and one.size > 1
        and np.allclose(one, other, rtol=1e-9, atol=1e-12)
        and bool(np.any(one))
    )


def _is_listed(place):
    """Whether it is what a list is made of, one number for each unit: the list is what a layer gives to the next."""
    return isinstance(place.parent, ast.ListComp)


def is_carried(node):
    """Whether it is called the slope of the loss by what a layer gives: `dnext_h`, `dc_next`, `dout`."""
    name = node.id if isinstance(node, ast.Name) else ""
    return bool(UPSTREAM.match(name) or re.match(r"d\w{0,2}_?(next|prev)(_?\w)?$|d[a-z]{1,2}$", name))


def _is_count(place):
    return all(value.ndim == 0 and float(value).is_integer() for value in place.values)


def code_of_operand(place, node, new, scene):
    """The mistake of holding one array where another, `node`, belongs; None where it is not known as one."""
    old = place.values[0]
    values = next((value for value in new.values if value.shape == old.shape), None)
    if values is None:
        return None
    outer = place.outer
    if outer is not None and isinstance(outer.node, ast.Compare) and not any(np.any(value) for value in outer.values):
        return "missing-activation-derivative"
    if is_carried(place.node) and is_carried(node):
        # Two errors on the way back, whatever the one is of the other.
        return "restarted-delta"
    if _is_difference(old, values, place, scene):
        return "missing-delta"
    if scene.is_parameter(values):
        return "wrong-weights" if product_around(place) is not None or scene.is_parameter(old) else None
    was, now = scene.is_forward(place), scene.is_forward(new)
    if was and now:
        if product_around(place) is not None:
            return "wrong-layer-input"
        if _is_summed_for_parameter(place, scene):
            return "wrong-layer-input"
        alike = is_function_of(old, values) or is_function_of(values, old)
        return "wrong-slope" if alike else "derivative-of-wrong-tensor"
    if now and not was:
        return (
            "wrong-layer-input"
            if product_around(place) is not None or _is_listed(place)
            else "derivative-of-wrong-tensor"
        )
    if was and not now:
        return "missing-delta"
    with np.errstate(all="ignore"):
        ratio = values / old
    if scene.slope_like(place, [ratio]) is not None:
        return "missing-activation-derivative"
    return "restarted-delta"


def _is_difference(old, new, place, scene):
    """Whether one of two arrays is the other less a third: an output and its error, an error and its target."""
    change = np.abs(old - new)
    return old.size > 1 and any(
        _is_same(change, np.abs(other.values[0]))
        and not _is_same(np.abs(old), change)
        and not _is_same(np.abs(new), change)
        for _, _, other in scene.names_at(place)
    )


def operands(place, scene):
    # A count is no array, and what the forward pass hands on is right.
    if not _is_operand(place) or _is_count(place) or place.outer is None and scene.is_forward(place):
        return
    text = ast.unparse(place.node)
    for other, node, new in scene.names_at(place):
        if other != text and not are_equal(new.values, place.values):
            code = code_of_operand(place, node, new, scene)
            if _is_turned(place, node):
                code = "operand-order"
            if code is not None:
                yield Edit(code, place, copied(node))


def _is_turned(place, node):
    """Whether one of two expressions is the other's transpose."""
    one, two = ast.unparse(place.node), ast.unparse(node)
    return one == two + ".T" or one + ".T" == two or ast.unparse(place.parent) == two + ".T" == one + ".T"


def _is_summed_for_parameter(place, scene):
    """Whether it is a factor of what is summed for a parameter's gradient: `np.sum(dout * x, axis=0)`."""
    outer = place.outer
    while outer is not None and isinstance(outer.node, ast.BinOp) and isinstance(outer.node.op, (ast.Mult, ast.Div)):
        if isinstance(outer.parent, ast.Attribute) and outer.parent.attr == "sum":
            break
        outer, place = outer.outer, outer
    if outer is None or not outer.values:
        return False
    call = outer if isinstance(outer.node, ast.Call) else outer.outer
    name = getattr(getattr(getattr(call, "node", None), "func", None), "attr", "")
    return name == "sum" and call.shape in [each.shape for each in scene.parameters]


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


class Exchange:
    """Two places of a line, each in the other's."""

    def __init__(self, code, first, second):
        self.code, self.first, self.second = code, first, second
        self.units, self.line, self.order, self.rank = [first.unit], first.line, first.order, ADDS

    def apply(self):
        one, two = self.first.node, self.second.node
        self.first.swap(two)
        self.second.swap(one)
        self.old = one, two

    def undo(self):
        self.first.swap(self.old[0])
        self.second.swap(self.old[1])


def exchanges(places, scene):
    """Arrays of the way forward that stand in each other's place within one line."""
    by_statement = {}
    for place in places:
        if is_bare(place.node) and place.values and scene.is_forward(place):
            by_statement.setdefault(id(place.statement), []).append(place)
    for alike in by_statement.values():
        for at, one in enumerate(alike[:_MOST_EXCHANGED]):
            for two in alike[at + 1 : _MOST_EXCHANGED]:
                is_nested = two.outer is one or one.outer is two
                if not is_nested and one.shape == two.shape and not are_equal(one.values, two.values):
                    yield Exchange("derivative-of-wrong-tensor", one, two)
