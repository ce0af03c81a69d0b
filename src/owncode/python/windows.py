"""Where a round reads a window of a sequence: one that tells more than the first, as in a text that is read in pieces."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

from ..copied import copied, walk
from .tokens import has_twice

_MOST_WINDOWS = 400


def telling_start(body, value_of):
    """
    (name, where a window begins that has a token twice) of a round that reads `x = data[p:p + n]` or what it makes of that;
    None where the window that it begins with has one, or none has. `value_of` evaluates an expression.
    """
    for statement in body:
        is_one = isinstance(statement, ast.Assign) and len(statement.targets) == 1
        if not is_one or not isinstance(statement.targets[0], ast.Name):
            continue
        for start, sequence in _windows(statement.value):
            found = _telling(statement.value, start, sequence, value_of)
            if found is not None:
                return start, found
    return None


def _windows(node):
    """(name of the start, the sequence) of each slice that begins at a name."""
    for each in walk(node):
        if (
            isinstance(each, ast.Subscript)
            and isinstance(each.slice, ast.Slice)
            and isinstance(each.slice.lower, ast.Name)
        ):
            yield each.slice.lower.id, each.value


def _telling(node, start, sequence, value_of):
    try:
        now, length = value_of(node), len(value_of(sequence))
        # At the end of the sequence rounds begin anew, wherever that is.
        last = length - 2 * len(now)
        if has_twice(now) and value_of(ast.Name(start, ast.Load())) < last:
            return None
        for at in range(min(last, _MOST_WINDOWS)):
            window = value_of(_Starting(start, at).visit(copied(node)))
            if len(window) == len(now) and has_twice(window):
                return at
    except Exception:
        return None
    return None


class _Starting(ast.NodeTransformer):
    def __init__(self, name, at):
        self.name, self.at = name, at

    def visit_Name(self, node):
        return ast.copy_location(ast.Constant(self.at), node) if node.id == self.name else node
