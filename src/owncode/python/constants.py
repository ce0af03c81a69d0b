"""The small numbers that a program puts beside a logarithm or into a denominator."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

from ..copied import walk

LARGEST = 1e-3


def smallest_constant(tree):
    """The largest such number below a thousandth, added or clipped to somewhere in the file; None where there is none."""
    named = {}
    for node in walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id] = _number(node.value)
        elif isinstance(node, (ast.FunctionDef, ast.Lambda)):
            arguments = node.args.posonlyargs + node.args.args
            for argument, default in zip(arguments[len(arguments) - len(node.args.defaults) :], node.args.defaults):
                named.setdefault(argument.arg, _number(default))
    found = []

    def note(part):
        name = part.id if isinstance(part, ast.Name) else part.attr if isinstance(part, ast.Attribute) else None
        value = named.get(name) if name is not None else _number(part)
        if value is not None and 0 < value <= LARGEST:
            found.append(value)

    for node in walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
            note(node.left)
            note(node.right)
        elif isinstance(node, ast.Call):
            for part in node.args[1:]:
                note(part)
    return max(found) if found else None


def _number(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        return float(node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.Mult)):
        left, right = _number(node.left), _number(node.right)
        if isinstance(node.right, ast.UnaryOp) and isinstance(node.right.op, ast.USub):
            right = _number(node.right.operand)
            right = None if right is None else -right
        if left is not None and right is not None and abs(right) < 100:
            return left**right if isinstance(node.op, ast.Pow) and left > 0 else left * right
    return None
