"""What of a program is sure to run soon: its imports, functions, classes and constants.

Where the program as a whole took all the time or the memory that there is, or brought Python down, the learner's
function is judged with these alone.
"""

from .own import OWN as __builtins__  # noqa: F401

import ast
import copy

_KEPT = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Pass)
_PLAIN = (
    ast.Constant, ast.Name, ast.Attribute, ast.Subscript, ast.Slice, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp,
    ast.Tuple, ast.List, ast.Dict, ast.Set, ast.JoinedStr, ast.FormattedValue, ast.Starred, ast.keyword,
    ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop,
)  # fmt: skip
# Where what is called may come from, beside the kinds of values that Python itself makes.
_MODULES = frozenset(
    """numpy math cmath collections functools typing typing_extensions dataclasses enum operator fractions decimal
    string random abc contextlib types numbers warnings""".split()
)
_TYPES = frozenset(["dict", "list", "tuple", "set", "frozenset", "int", "float", "str", "bool", "object", "slice"])
_SEEDS = frozenset(["seed", "default_rng", "RandomState", "Random"])
# No constant is larger that has to be computed.
_LARGEST = 10**6


def definitions_of(tree):
    """(the statements that are kept, those that are left out), in order."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update((each.asname or each.name.partition(".")[0], each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.update((each.asname or each.name, node.module) for each in node.names)
    modules = {name for name, module in names.items() if module.partition(".")[0] in _MODULES}
    left_out = []
    return _kept(tree.body, modules, left_out), left_out


def _kept(statements, modules, left_out):
    kept = []
    for statement in statements:
        if isinstance(statement, _KEPT) or _is_constant(statement, modules):
            kept.append(statement)
        elif isinstance(statement, ast.Try) or isinstance(statement, ast.If) and _is_plain(statement.test, modules):
            kept.append(_within(statement, modules, left_out))
        else:
            left_out.append(statement)
    return kept


def _within(statement, modules, left_out):
    """A statement with blocks, of which the same holds."""
    kept = copy.copy(statement)
    for block in ("body", "orelse", "finalbody"):
        inner = getattr(statement, block, None)
        if inner:
            nothing = ast.copy_location(ast.Pass(), inner[0])
            setattr(kept, block, _kept(inner, modules, left_out) or [nothing])
    if isinstance(statement, ast.Try):
        kept.handlers = [_within(handler, modules, left_out) for handler in statement.handlers]
    return kept


def _is_constant(statement, modules):
    if isinstance(statement, (ast.Assign, ast.AugAssign, ast.Expr)):
        return _is_plain(statement.value, modules)
    return isinstance(statement, ast.AnnAssign) and (statement.value is None or _is_plain(statement.value, modules))


def _is_plain(expression, modules):
    """Whether an expression computes next to nothing, as far as its text tells."""
    stack, size = [expression], 1
    seeds = False
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            seeds = seeds or name in _SEEDS
            root = node.func
            while isinstance(root, ast.Attribute):
                root = root.value
            if not isinstance(root, ast.Name) or root.id not in modules and root.id not in _TYPES:
                return False
        elif isinstance(node, ast.BinOp):
            if isinstance(node.op, (ast.Pow, ast.LShift)) and not _is_small(node.right):
                return False
        elif not isinstance(node, _PLAIN):
            return False
        if isinstance(node, ast.Constant) and type(node.value) is int:
            size *= max(1, abs(node.value))
        stack.extend(ast.iter_child_nodes(node))
    return seeds or size <= _LARGEST or isinstance(expression, (ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.BinOp))


def _is_small(exponent):
    if isinstance(exponent, ast.UnaryOp):
        exponent = exponent.operand
    return isinstance(exponent, ast.Constant) and isinstance(exponent.value, (int, float)) and abs(exponent.value) <= 64
