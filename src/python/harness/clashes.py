"""Shapes that do not go together: which operation, which operands, and what would have fitted."""

from .own import OWN as __builtins__  # noqa: F401

import ast
import re

from .arrays import ndarray
from .site import shape_text, text_of

_SHAPES = re.compile(r"\(([\d, ]*)\)")
_PRODUCTS = ("dot", "matmul")
_ENTRYWISE = ("multiply", "add", "subtract", "divide", "maximum", "minimum")
_SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**"}


def clash_of(message, site):
    """(code, details) for operands whose shapes clash, or None where the message is of something else."""
    product = "not aligned" in message or message.startswith("matmul: ")
    entrywise = "could not be broadcast together" in message or "non-broadcastable" in message
    if not product and not entrywise:
        return None
    told = [_tuple_of(text) for text in _SHAPES.findall(message.partition("gufunc")[0])][:2]
    left = right = None
    operation = "@" if product else ""
    for node in site.nodes:
        pair = _operands(node, product)
        if pair is None:
            continue
        operation, left, right = pair
        break
    shapes = [_shape_of(site, left), _shape_of(site, right)]
    if None in shapes:
        shapes = told if len(told) == 2 else shapes
    if None in shapes or len(shapes) != 2:
        return None
    details = {
        "operation": operation,
        "left": text_of(left) if left is not None else "",
        "right": text_of(right) if right is not None else "",
        "leftShape": shape_text(shapes[0]),
        "rightShape": shape_text(shapes[1]),
        "fits": _product_fit(*shapes) if product else _entry_fit(*shapes),
    }
    return ("product-clash" if product else "entry-clash"), details


def _tuple_of(text):
    return tuple([int(part) for part in text.replace(" ", "").split(",") if part])


def _shape_of(site, node):
    value = site.value(node) if node is not None else None
    return tuple(value.shape) if type(value) is ndarray else None


def _operands(node, product):
    """(sign, left, right) of a piece that joins two arrays in this way."""
    if isinstance(node, (ast.BinOp, ast.AugAssign)):
        left, right = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
        if isinstance(node.op, ast.MatMult) == product:
            return _SIGNS.get(type(node.op), ""), left, right
        return None
    if isinstance(node, ast.Compare) and len(node.comparators) == 1 and not product:
        return "", node.left, node.comparators[0]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        name = node.func.attr
        if name in (_PRODUCTS if product else _ENTRYWISE):
            if len(node.args) == 2:
                return name, node.args[0], node.args[1]
            if len(node.args) == 1 and product:
                return name, node.func.value, node.args[0]
    return None


def _product_fit(a, b):
    """What would make a matrix product of these shapes possible."""
    if len(a) != 2 or len(b) != 2:
        return "one-dimension" if 1 in (len(a), len(b)) else ""
    if a == b:
        return "same"
    if a[0] == b[0]:
        return "rows"
    if a[1] == b[1]:
        return "columns"
    return "swapped" if b[1] == a[0] else ""


def _entry_fit(a, b):
    if len(a) == 2 and len(b) == 2:
        if a[1] == b[0]:
            return "product"
        if a == b[::-1]:
            return "transposed"
        return "product" if a[0] == b[0] and min(a[1], b[1]) > 1 else ""
    return "one-dimension" if 1 in (len(a), len(b)) else ""
