"""Pieces of the line that raised, as they are written: what a hint names."""

from .own import OWN as __builtins__  # noqa: F401

import ast
import re

from .site import is_unknown, text_of

QUOTED = re.compile(r"'([^']*)'")


def target_of(site):
    for node in site.of(ast.AugAssign, ast.Subscript, ast.Assign) if site is not None else ():
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", node)
        while isinstance(target, ast.Subscript):
            target = target.value
        return text_of(target)
    return ""


def operand_text(site, wanted):
    """The first piece whose value passes `wanted`, as it is written."""
    for node in site.nodes if site is not None else ():
        for part in ast.walk(node):
            if isinstance(part, (ast.Name, ast.Subscript, ast.Attribute)):
                value = site.value(part)
                if not is_unknown(value) and wanted(value):
                    return text_of(part)
    return ""


def made_by(name, site, tree):
    """The function whose call gave a local its value, where one line of the frame's function tells."""
    if site is None or not name.isidentifier():
        return ""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            targets = [each for target in node.targets for each in ast.walk(target)]
            if any(isinstance(each, ast.Name) and each.id == name for each in targets):
                return text_of(node.value.func)
    return ""


def none_value(site, run):
    name = operand_text(site, lambda value: value is None)
    if not name:
        for node in site.nodes if site is not None else ():
            for part in ast.walk(node):
                if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part is not node:
                    return "none-value", {"name": text_of(part), "made": text_of(part.func)}
    return "none-value", {"name": name, "made": made_by(name, site, run.source.tree)}


def is_function_type(name):
    return (
        name in ("function", "builtin_function_or_method", "type", "method", "numpy.ufunc", "ufunc")
        or "Dispatcher" in name
    )


def first_value(site):
    for node in site.of(ast.Subscript) if site is not None else ():
        return text_of(node.value)
    return ""


def argument_of(site):
    for node in site.of(ast.Call) if site is not None else ():
        if node.args:
            return text_of(node.args[0])
    return ""


def iterated(site):
    for node in site.nodes if site is not None else ():
        if isinstance(node, ast.For):
            return text_of(node.iter)
        if isinstance(node, ast.Assign):
            return text_of(node.value)
        if isinstance(node, ast.expr):
            return text_of(node)
    return ""
