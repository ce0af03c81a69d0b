"""An edit: another expression for a place, and what is asked of places by several kinds of them."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

# How much an edit supposes: what takes something away that stands there supposes less than what adds something, and most
# supposes what makes right whatever is wrong along the same direction.
RANKS = REMOVES, CHANGES, ADDS, ADDS_WITHIN, PROJECTS = 0, 1, 2, 3, 4


class Edit:
    """Another expression for a place. Its code may be a function that finds it out, of edits that fit."""

    def __init__(self, code, place, node, rank=CHANGES):
        self._code, self.place, self.node, self.rank = code, place, node, rank
        self.units, self.order = [place.unit], place.order
        # What is added stands behind what is there; a `pass` among statements holds the place of one that is missing.
        self.line = place.missing_line if rank >= ADDS else place.line

    @property
    def code(self):
        if callable(self._code):
            self._code = self._code()
        return self._code

    def apply(self):
        self.old = self.place.swap(ast.copy_location(self.node, self.place.node))

    def undo(self):
        self.place.swap(self.old)


def is_bare(node):
    """Whether it only names what something else has made."""
    return isinstance(node, (ast.Name, ast.Attribute, ast.Subscript))


def is_root(place):
    """Whether it is no factor of a product entry by entry, nor a term: its product may be divided by a count."""
    parent = place.parent
    if not isinstance(parent, ast.BinOp) or isinstance(parent.op, ast.MatMult):
        return True
    return isinstance(parent.op, ast.Div) and place.node is parent.left


def sides_of(node):
    """(left, right, how to write it) of a product of matrices."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return node.left, node.right
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("dot", "matmul", "outer")
    ):
        if len(node.args) == 2:
            return node.args[0], node.args[1]
        if len(node.args) == 1:
            return node.func.value, node.args[0]
    return None


def are_equal(one, other):
    return len(one) == len(other) and all(np.array_equal(each, two) for each, two in zip(one, other))


def _is_turned(node):
    """Whether it is the transpose of what stands in it: `a.T`, `a.transpose()`, `np.transpose(a)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr == "transpose" and len(node.args) <= 1
    return isinstance(node, ast.Attribute) and node.attr == "T"


def product_around(place):
    """The product of matrices that a place is an operand of, as it is or turned; None where there is none."""
    while place.outer is not None:
        node, outer = place.node, place.outer
        sides = sides_of(outer.node)
        if sides is not None and node in sides:
            return outer
        if not _is_turned(outer.node):
            return None
        place = outer
    return None
