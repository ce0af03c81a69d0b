"""Sums of products that are written by letters: an operand with two of its axes exchanged."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import itertools

from ...copied import copied
from .edit import Edit


def letters(place, scene):
    """`einsum("ij,jk->ik", …)` with two letters of one operand in each other's place."""
    node = place.node
    is_einsum = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "einsum"
    if not is_einsum or not place.values or not isinstance(node.args[0], ast.Constant):
        return
    text = node.args[0].value
    if type(text) is not str or "..." in text:
        return
    given, arrow, result = text.replace(" ", "").partition("->")
    operands = given.split(",")
    for at, operand in enumerate(operands):
        for one, two in itertools.combinations(range(len(operand)), 2):
            turned = list(operand)
            turned[one], turned[two] = turned[two], turned[one]
            made = copied(node)
            changed = operands[:at] + ["".join(turned)] + operands[at + 1 :]
            made.args[0] = ast.Constant(",".join(changed) + arrow + result)
            yield Edit("operand-order", place, made)
