"""Nodes of a syntax tree, short to write."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

# What NumPy is called in code that edits write, whatever it is called in the file.
NP = "_own_np"


def call(name, *arguments, **keywords):
    """`np.name(…)`."""
    return ast.Call(
        ast.Attribute(ast.Name(NP, ast.Load()), name, ast.Load()),
        list(arguments),
        [ast.keyword(key, ast.Constant(value)) for key, value in keywords.items()],
    )


def binary(left, op, right):
    return ast.BinOp(left, op, right)
