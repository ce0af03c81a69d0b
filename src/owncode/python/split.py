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
    globals. None where the lines cannot be parted: where they return early, or make the parameters anew as they go.
    """
    body = tree.body
    returns = [each for each in walk(tree) if isinstance(each, (ast.Return, ast.Yield, ast.YieldFrom))]
    if returns != body[-1:] or function.__code__.co_freevars:
        return None
    space = dict(function.__globals__)
    # What the values are held by as well, so that no two have one identity.
    held, kept = [set()], []
    reseed()
    with np.errstate(all="ignore"):
        for statement in body[:-1]:
            exec(_compiled([statement], function), space)
            found = _arrays([space[name] for name in sorted(_bound(body[: len(held)])) if name in space])
            kept.append(found)
            held.append({id(each) for each in found})
        returned = eval(compile(ast.Expression(node), "<gradcheck>", "eval", 0, True), space)
    wanted = {id(each) for each in _arrays([returned])}
    made = next((at for at, each in enumerate(held) if wanted <= each), None)
    if not made or not wanted:
        return None
    space = dict(function.__globals__)
    reseed()
    with np.errstate(all="ignore"):
        exec(_compiled(body[:made], function), space)
    rest = body[made:]
    again = sorted(_bound(body[:made]) & _bound(rest))
    lines = [ast.copy_location(ast.Global(again), rest[0])] if again else []
    made_tree = ast.copy_location(ast.FunctionDef(tree.name, tree.args, [*lines, *rest], []), tree)
    code = _compiled([made_tree], function)
    inner = next(each for each in code.co_consts if isinstance(each, types.CodeType))
    return types.FunctionType(inner, space), made_tree


def _compiled(statements, function):
    module = ast.fix_missing_locations(ast.Module(body=statements, type_ignores=[]))
    return compile(module, function.__code__.co_filename, "exec", 0, True)


def _arrays(values):
    return [leaf.value for value in values for leaf in leaves(value) if is_array(leaf.value)]


def _bound(statements):
    return {
        each.id
        for statement in statements
        for each in walk(statement)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
