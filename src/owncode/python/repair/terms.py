"""Terms and factors: a difference, a penalty, a sign, a decision in place of what it was made of."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ...copied import copied
from .edit import ADDS, CHANGES, REMOVES, Edit, are_equal, is_bare, product_around
from .nodes import binary, call

_ORDERS = (ast.Gt, ast.GtE, ast.Lt, ast.LtE)
WITHOUT_FIRST = ("_own_without_row", "_own_without_column")


def targets(place, scene):
    """The error, where the output alone stands: what it is compared with is taken away."""
    if (
        not place.values
        or not scene.is_forward(place)
        or scene.is_parameter(place.values[0])
        or not is_root_or_factor(place)
    ):
        return
    if product_around(place) is not None:
        return
    for _, node, other in scene.names_at(place):
        if not are_equal(other.values, place.values) and not scene.is_parameter(other.values[0]):
            yield Edit("missing-delta", place, binary(copied(place.node), ast.Sub(), copied(node)), ADDS)


def probabilities(place, scene):
    """The error of a probability whose target is 1, where it stands alone, or what is left to 1."""
    if not place.values or place.values[0].dtype.kind == "b" or isinstance(place.statement, ast.For):
        return
    if not scene.is_forward(place) and place.shape != () or not is_root_or_factor(place):
        return
    if is_bare(place.node) and all(np.all((value > 0) & (value < 1)) for value in place.values):
        one = ast.Constant(1)
        yield Edit("missing-delta", place, binary(copied(place.node), ast.Sub(), one), ADDS)
        yield Edit("missing-delta", place, binary(one, ast.Sub(), copied(place.node)), ADDS)


def is_root_or_factor(place):
    parent = place.parent
    return not (isinstance(parent, ast.BinOp) and isinstance(parent.op, (ast.Add, ast.Sub)))


def unwrapped(place, scene):
    """What a function or a comparison was made of, in its place."""
    node = place.node
    if isinstance(node, ast.Compare):
        # What multiplies is a mask, and no prediction; nor is what decides which lines run.
        is_mask = isinstance(place.parent, ast.BinOp) and isinstance(place.parent.op, (ast.Mult, ast.Div))
        if is_mask and len(node.ops) == 1 and isinstance(node.ops[0], (ast.Gt, ast.NotEq)):
            # What let entries through has multiplied them as well: a dropout's mask that is 0 or 1 / keep.
            yield Edit("scaled", place, copied(node.left), REMOVES)
        if not is_mask and place.field != "test" and all(isinstance(each, _ORDERS) for each in node.ops):
            yield Edit("rounded-prediction", place, copied(node.left), REMOVES)
        yield from _masks(place, scene)
        return
    if isinstance(node, ast.Attribute) and node.attr == "T" and product_around(place) is None:
        yield Edit("operand-order", place, copied(node.value), REMOVES)
    if not isinstance(node, ast.Call) or not place.values:
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    inner = node.args[0] if node.args else None
    if inner is None and isinstance(node.func, ast.Attribute):
        inner = node.func.value
    if inner is None or isinstance(inner, ast.Starred):
        return
    if name in ("round", "rint", "astype", "where", "floor", "around"):
        value = node.func.value if name == "astype" and isinstance(node.func, ast.Attribute) else inner
        while isinstance(value, ast.Compare):
            value = value.left
        yield Edit("rounded-prediction", place, copied(value), REMOVES)
    elif name in ("abs", "absolute", "fabs", "square"):
        yield Edit("missing-delta", place, copied(inner), REMOVES)
    elif isinstance(inner, ast.Call) and ast.dump(inner.func) == ast.dump(node.func):
        yield Edit("slope-twice", place, copied(inner), REMOVES)


def _masks(place, scene):
    """Entries that are set to 0 or kept by another array."""
    if not place.values or not isinstance(place.parent, ast.Subscript):
        return
    is_idle = not any(np.any(value) for value in place.values)
    for _, node, other in scene.names_at(place):
        if scene.is_forward(other) and not scene.is_parameter(other.values[0]):
            code = "missing-activation-derivative" if is_idle else "derivative-of-wrong-tensor"
            yield Edit(code, place, ast.Compare(copied(node), [ast.LtE()], [ast.Constant(0)]))


def signs(place, scene):
    node = place.node
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        is_sum = isinstance(node.op, ast.Add)
        made = binary(copied(node.left), ast.Sub() if is_sum else ast.Add(), copied(node.right))
        # Of three contributions to an error that are added, one that has the other sign is wrong where it is made.
        if scene.is_forward(place) or not (is_sum and (_is_sum(node.left) or _is_sum(place.parent))):
            yield Edit("loss-term-sign", place, made)


def _is_sum(node):
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)


def exponents(place, scene):
    """The power before or after: the slope of x ** k has k - 1."""
    node = place.node
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and place.values:
        held = scene.number_of(node.right)
        for change in (-1, 1):
            power = binary(copied(node.right), ast.Add(), ast.Constant(change))
            rank = REMOVES if change < 0 else CHANGES
            if held is not None and abs(held) in (1.5, 3):
                # The powers of a variance and of a spread that belong there: the array beside them is the other's.
                rank = ADDS
            elif held is not None and abs(held + change) in (1.5, 3) and _is_positive(scene, node.left):
                rank = REMOVES
            yield Edit("wrong-slope", place, binary(copied(node.left), ast.Pow(), power), rank)


def _is_positive(scene, node):
    base = scene.at_node.get(id(node))
    return base is not None and bool(base.values) and all(np.all(value > 0) for value in base.values)


def roots(place, scene):
    """The spread, where the variance stands."""
    is_factor = isinstance(place.parent, ast.BinOp) and isinstance(place.parent.op, (ast.Mult, ast.Div))
    if is_factor and place.values and place.values[0].ndim and _is_positive(scene, place.node):
        if is_bare(place.node) or isinstance(place.node, ast.BinOp) and isinstance(place.node.op, ast.Add):
            yield Edit("derivative-of-wrong-tensor", place, call("sqrt", copied(place.node)))


def without_factors(place, scene):
    """Without a minus or a number that multiplies or divides: of what is passed several times no factor can be solved."""
    node = place.node
    if place.hits < 2 or not place.values or scene.is_forward(place):
        return
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield Edit("wrong-sign", place, copied(node.operand), REMOVES)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
        for side, rest in ((node.right, node.left), (node.left, node.right)):
            held = scene.number_of(side)
            if held is None or isinstance(node.op, ast.Div) and side is node.left:
                continue
            is_mean = any(abs(abs(held) - each) < 1e-9 * each for m in scene.samples for each in (m, 1 / m))
            code = "double-mean" if is_mean else "factor-two" if held in (2, 0.5) else "scaled"
            yield Edit(code, place, copied(rest), REMOVES)


def is_part_of(value, parameters):
    """Whether all that a value holds is in one of these parameters, each given as the set of its entries."""
    entries = value.reshape(-1).tolist()
    return any(all(entry in own for entry in entries) for own in parameters)


def penalties(place, scene, parameters):
    """How to write c times the term of an array that could lack the slope of a penalty on one of these parameters."""
    if not place.values or place.values[0].dtype.kind == "b" or place.outer is not None and place.outer.values:
        return
    if is_bare(place.node) and scene.is_of_parameters(place.values[0]):
        return
    for node in _entries_like_target(place, scene):
        yield lambda c, node=node: _penalised(place, c, node)
    for _, node, other in scene.names_at(place):
        if other.values[0].size < 2 or not scene.is_of_parameters(other.values[0]):
            continue
        # A penalty on one parameter is in the gradient of no other.
        if not any(is_part_of(value, parameters) for value in other.values):
            continue
        written = [copied(node)]
        if not scene.is_forward(place):
            written += [ast.Call(ast.Name(name, ast.Load()), [copied(node)], []) for name in WITHOUT_FIRST]
        for term in written:
            yield lambda c, term=term: _penalised(place, c, term)


def _penalised(place, rate, term):
    added = binary(ast.Constant(float(rate)), ast.Mult(), copied(term))
    edit = Edit("penalty-missing", place, binary(copied(place.node), ast.Add(), added), ADDS)
    edit.rate = rate
    return edit


def _entries_like_target(place, scene):
    """Of `grads[key] = …` the entries `params[key]` of what holds parameters."""
    targets = place.parent.targets if isinstance(place.parent, ast.Assign) else ()
    if len(targets) != 1 or not isinstance(targets[0], ast.Subscript) or isinstance(targets[0].slice, ast.Constant):
        return
    seen = set()
    for text, held in place.held.items():
        base, bracket, _ = text.rpartition("[")
        if bracket and base not in seen and held.values and scene.is_parameter(held.values[0]):
            seen.add(base)
            yield ast.Subscript(ast.parse(base, mode="eval").body, copied(targets[0].slice), ast.Load())


def unpenalised(place, scene):
    """A penalty's slope without the part that belongs to a bias."""
    if place.values and place.values[0].ndim > 0:
        for name in WITHOUT_FIRST:
            yield Edit(
                "penalty-on-bias", place, ast.Call(ast.Name(name, ast.Load()), [copied(place.node)], []), REMOVES
            )


def without_first(axis):
    def made(value):
        value = np.array(value, dtype=float)
        if axis < value.ndim:
            value[(slice(None),) * axis + (0,)] = 0
        return value

    return made


HELPERS = {WITHOUT_FIRST[0]: without_first(0), WITHOUT_FIRST[1]: without_first(1)}
