"""Products of matrices with their factors otherwise, and sums along other axes."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

from ...copied import copied, walk
from .edit import ADDS, ADDS_WITHIN, Edit, is_root, sides_of
from .nodes import binary, call


def _turned(node):
    if isinstance(node, ast.Attribute) and node.attr == "T":
        return node.value
    return ast.Attribute(node, "T", ast.Load())


def products(place, scene):
    sides = sides_of(place.node)
    if not place.values or sides is not None and getattr(getattr(place.node, "func", None), "attr", "") == "outer":
        return
    if sides is None:
        if isinstance(place.node, ast.BinOp) and isinstance(place.node.op, ast.Mult) and len(place.shape) == 2:
            made = binary(copied(place.node.left), ast.MatMult(), copied(place.node.right))
            if _shape_of(made, place, scene) == place.shape:
                yield Edit("elementwise-product", place, made)
        return
    left, right = sides
    text = ast.unparse(binary(left, ast.MatMult(), right))
    for one in (left, _turned(left)):
        for two in (right, _turned(right)):
            for first, second in ((one, two), (two, one)):
                made = binary(copied(first), ast.MatMult(), copied(second))
                if ast.unparse(made) != text and _shape_of(binary(first, ast.MatMult(), second), place, scene) in (
                    place.shape,
                    place.shape[::-1],
                    None,
                ):
                    yield Edit("operand-order", place, made)
    if scene.shape_of(left) == scene.shape_of(right):
        yield Edit("matrix-product", place, binary(copied(left), ast.Mult(), copied(right)))


def _shape_of(product, place, scene):
    """The shape of a product of matrices; None where it cannot be told."""
    shapes = [scene.shape_of(side) for side in (product.left, product.right)]
    if any(shape is None or len(shape) != 2 for shape in shapes):
        return None
    return (shapes[0][0], shapes[1][1]) if shapes[0][1] == shapes[1][0] else ()


def restarted(place, scene):
    """Another error, carried back through the weights whose shapes fit."""
    if sides_of(place.node) is None or place.shape is None or len(place.shape) != 2 or scene.is_forward(place):
        return
    text = ast.unparse(place.node)
    for error, weights in scene.carried_at(place):
        for through in (weights, (_turned(weights[0]), weights[1][::-1])):
            for left, right in ((error, through), (through, error)):
                made = binary(copied(left[0]), ast.MatMult(), copied(right[0]))
                fits = left[1][1] == right[1][0] and (left[1][0], right[1][1]) == place.shape
                if fits and ast.unparse(made) != text:
                    yield Edit("restarted-delta", place, made, ADDS_WITHIN)


def _summed(node):
    """(what is summed, sum or mean, its axis) of a sum."""
    if (
        not isinstance(node, ast.Call)
        or not isinstance(node.func, ast.Attribute)
        or node.func.attr not in ("sum", "mean")
    ):
        return None
    axis = next((each.value for each in node.keywords if each.arg == "axis"), None)
    is_function = isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "numpy")
    rest = node.args[1:] if is_function else node.args
    if is_function and not node.args:
        return None
    inner = node.args[0] if is_function else node.func.value
    axis = rest[0] if axis is None and rest else axis
    return inner, node.func.attr, axis


def sums(place, scene):
    found = _summed(place.node)
    if found is None:
        # Only 2-D arrays have something to sum, and only what is not summed yet.
        if place.shape is not None and len(place.shape) == 2 and is_root(place):
            for axis in (0, 1):
                yield Edit("missing-sum", place, call("sum", copied(place.node), axis=axis, keepdims=True), ADDS)
        return
    inner, name, axis = found
    code = "summed-everything" if axis is None else "wrong-axis"
    for other in _axes_beside(axis, scene.shape_of(inner)):
        for keepdims in (True, False):
            yield Edit(code, place, call(name, copied(inner), axis=other, keepdims=keepdims))


def _axes_beside(axis, shape):
    """The axes that something of a shape could be summed along, but for the one that it is."""
    ndim = 2 if shape is None else len(shape)
    found = [0, 1] if ndim <= 2 else [*range(ndim), tuple(range(ndim - 1)), (0, *range(2, ndim))]
    held = None if axis is None else ast.unparse(axis)
    is_last = held in ("-1", str(ndim - 1))
    return [each for each in found if str(each) != held and not (is_last and each == ndim - 1)]


def axes(place, scene):
    """All sums of a line along another axis, where several go along the same."""
    if place.outer is not None or scene.is_forward(place):
        return
    found = [(each, _summed(each)) for each in walk(place.node) if isinstance(each, ast.Call)]
    along = [(each, *held) for each, held in found if held is not None and held[2] is not None]
    if len(along) < 2 or len({ast.unparse(axis) for *_, axis in along}) > 1:
        return
    _, inner, _, axis = along[0]
    for other in _axes_beside(axis, scene.shape_of(inner)):
        made = copied(place.node)
        for each in walk(made):
            held = _summed(each) if isinstance(each, ast.Call) else None
            if held is not None and held[2] is not None:
                each.args = [part for part in each.args if part is not held[2]]
                each.keywords = [part for part in each.keywords if part.arg != "axis"]
                each.keywords.append(ast.keyword("axis", ast.Constant(other)))
        yield Edit("wrong-axis", place, made)
