"""Nodes of a syntax tree, short to write."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import copy

from .places import NP


def copied(node):
    return copy.deepcopy(node)


def call(name, *arguments, **keywords):
    """`np.name(…)`, whatever NumPy is called in the file."""
    return ast.Call(
        ast.Attribute(ast.Name(NP, ast.Load()), name, ast.Load()),
        list(arguments),
        [ast.keyword(key, ast.Constant(value)) for key, value in keywords.items()],
    )


def binary(left, op, right):
    return ast.BinOp(left, op, right)
