"""A declared function that makes its parameters itself, parted: what makes them, once, and what follows them."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import types

import numpy as np

from ..copied import walk
from .leaves import is_array, leaves
from .state import reseed


def split(function, tree, node):
    """
    (function, tree) of the lines behind those that make the parameters, `node`, with what those lines have bound for its
    globals. None where the lines cannot be parted: where they return early, or give parameters to others anew.
    """
    body = tree.body
    returns = [each for each in walk(tree) if isinstance(each, (ast.Return, ast.Yield, ast.YieldFrom))]
    is_plain = all(isinstance(each, (ast.Name, ast.Attribute, ast.Subscript, *_KEPT)) for each in _parts(node))
    if returns != body[-1:] or not is_plain or function.__code__.co_freevars:
        return None
    space = dict(function.__globals__)
    held = [_identities(node, space)]
    reseed()
    with np.errstate(all="ignore"):
        for statement in body[:-1]:
            exec(_compiled([statement], function), space)
            held.append(_identities(node, space))
    made = next((at for at, each in enumerate(held) if each and each == held[-1]), None)
    if not made or any(each != held[-1] for each in held[made:]):
        return None
    space = dict(function.__globals__)
    reseed()
    with np.errstate(all="ignore"):
        exec(_compiled(body[:made], function), space)
    rest = body[made:]
    bound = {each.id for line in body[:made] for each in walk(line) if _is_stored(each)}
    again = sorted(bound & {each.id for line in rest for each in walk(line) if _is_stored(each)})
    lines = [ast.copy_location(ast.Global(again), rest[0])] if again else []
    made_tree = ast.copy_location(ast.FunctionDef(tree.name, tree.args, [*lines, *rest], []), tree)
    code = _compiled([made_tree], function)
    inner = next(each for each in code.co_consts if isinstance(each, types.CodeType))
    return types.FunctionType(inner, space), made_tree


_KEPT = (ast.Tuple, ast.List, ast.Dict, ast.Constant, ast.Load, ast.UnaryOp, ast.USub)


def _parts(node):
    return walk(node) if node is not None else [ast.Pass()]


def _compiled(statements, function):
    module = ast.fix_missing_locations(ast.Module(body=statements, type_ignores=[]))
    return compile(module, function.__code__.co_filename, "exec", 0, True)


def _identities(node, space):
    """Which arrays an expression holds, by identity; None while it does not yet."""
    try:
        value = eval(compile(ast.Expression(node), "<gradcheck>", "eval", 0, True), space)
    except (NameError, LookupError, AttributeError, TypeError):
        return None
    return [id(leaf.value) for leaf in leaves(value) if is_array(leaf.value)]


def _is_stored(node):
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
