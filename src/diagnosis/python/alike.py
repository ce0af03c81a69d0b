"""The same change at the same place of statements that differ by their names alone: `dW1` and `dW2`, `W` and `b`."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

from ..copied import copied, walk
from .edits import Edit

_NAMED = {ast.Name: "id", ast.Attribute: "attr"}


def alike(edit, places):
    """The edit as it would be in each other statement that is like its own."""
    found, seen = [], {id(edit.place.statement)}
    for place in places.all:
        if id(place.statement) in seen or not place.hits:
            continue
        seen.add(id(place.statement))
        pairs = _paired(edit.place.statement, place.statement)
        if pairs is None:
            continue
        other = next(b for a, b in pairs if a is edit.node)
        made = [_renamed(each, pairs) for each in (edit.made if isinstance(edit.made, list) else [edit.made])]
        if isinstance(edit.made, list):
            found.append(Edit(place, made, other))
        elif id(other) in places.by_node:
            found.append(Edit(places.by_node[id(other)], made[0]))
    return found


def _paired(one, other):
    """The nodes of two trees at the same places; None where more than names and numbers differ, or a name is two others."""
    pairs, names = [(one, other)], {}
    for a, b in pairs:
        if type(a) is not type(b):
            return None
        name = _NAMED.get(type(a))
        if name and names.setdefault(getattr(a, name), getattr(b, name)) != getattr(b, name):
            return None
        for field in a._fields:
            if field in (name, "ctx") or isinstance(a, ast.Constant):
                continue
            parts = getattr(a, field, None), getattr(b, field, None)
            left, right = (part if isinstance(part, list) else [part] for part in parts)
            if len(left) != len(right):
                return None
            for x, y in zip(left, right):
                if isinstance(x, ast.AST) and isinstance(y, ast.AST):
                    pairs.append((x, y))
                elif x != y:
                    return None
    return pairs


def _renamed(tree, pairs):
    """A copy of a tree with the names of the other statement."""
    names = {(type(a), getattr(a, _NAMED[type(a)])): getattr(b, _NAMED[type(a)]) for a, b in pairs if type(a) in _NAMED}
    made = copied(tree)
    for node in walk(made):
        name = _NAMED.get(type(node))
        if name:
            setattr(node, name, names.get((type(node), getattr(node, name)), getattr(node, name)))
    return made
