"""The declarations of a file: functions called `gradcheck`, and why one of them cannot be called as it stands."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import types

from ..copied import walk
from .declared import Refusal

NAME = "gradcheck"


def refused_record(name, line, refusal):
    return {"function": name, "line": line, "code": refusal.code, "details": refusal.details}


def declared_functions(run, wanted):
    """(function, its definition) of each `gradcheck` or `gradcheck_…` at the top level, or of the one that is wanted."""
    found = []
    for node in walk(run.source.tree):
        if not isinstance(node, ast.FunctionDef):
            continue
        function = run.namespace.get(node.name)
        if type(function) is not types.FunctionType or function.__code__.co_firstlineno > node.lineno:
            continue
        is_named = node.name == wanted if wanted else node.name == NAME or node.name.startswith(NAME + "_")
        if is_named and not function.__code__.co_argcount and not any(each[0] is function for each in found):
            found.append((function, node))
    return found


def misdeclared(run):
    """The refusals of a `gradcheck` that cannot be called as it stands."""
    refused = []
    for node in [] if run.own["function"] else run.source.tree.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or node.name != NAME:
            continue
        given = node.args
        needed = [each.arg for each in given.posonlyargs + given.args]
        needed = needed[: len(needed) - len(given.defaults)]
        refusal = None
        if isinstance(node, ast.AsyncFunctionDef):
            refusal = Refusal("declared-async")
        elif needed:
            refusal = Refusal("declared-with-arguments", names=", ".join(needed))
        if refusal is not None:
            refused.append(refused_record(NAME, node.lineno, refusal))
    return refused
