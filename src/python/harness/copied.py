"""A syntax tree's own copy."""

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
