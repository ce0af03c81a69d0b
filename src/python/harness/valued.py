"""Hints for values that are of the right type and will not do: shapes, sizes, indices, truth."""

from .own import OWN as __builtins__  # noqa: F401

import ast
import re

from .arrays import ndarray
from .clashes import clash_of
from .pieces import first_value, none_value, operand_text, target_of
from .site import shape_text, text_of


def value_error(exception, message, run, site, frames):
    if "truth value of an array" in message:
        return "ambiguous-truth", _truth(site)
    if "to unpack" in message:
        return _unpack(message, site)
    if "read-only" in message:
        return "read-only", {"name": target_of(site)}
    if site is not None:
        clash = clash_of(message, site)
        if clash is not None:
            return clash
    if "does not have enough dimensions" in message and site is not None:
        return none_value(site, run) if operand_text(site, lambda value: value is None) or _holds_none(site) else None
    if "inhomogeneous" in message or "setting an array element with a sequence" in message:
        return "ragged-array", {}
    if "cannot reshape array" in message:
        return "reshape", {}
    return None


def _holds_none(site):
    return any(isinstance(part, ast.Constant) and part.value is None for node in site.nodes for part in ast.walk(node))


def _truth(site):
    """The array that was asked whether it is true, where the text tells which."""
    for node in site.nodes if site is not None else ():
        tests = [node] if isinstance(node, (ast.Name, ast.Compare, ast.Subscript)) else []
        if isinstance(node, (ast.If, ast.While, ast.IfExp, ast.Assert)):
            tests = [node.test]
        elif isinstance(node, ast.UnaryOp):
            tests = [node.operand]
        elif isinstance(node, ast.BoolOp):
            tests = node.values
        elif isinstance(node, ast.Call):
            tests = node.args
        for test in tests:
            for part in [test] + (list(ast.iter_child_nodes(test)) if isinstance(test, ast.Compare) else []):
                value = site.value(part)
                if type(value) is ndarray and value.size > 1:
                    return {"name": text_of(part), "shape": shape_text(value.shape)}
    return {"name": "", "shape": ""}


def _unpack(message, site):
    numbers = re.findall(r"\d+", message)
    for node in site.of(ast.Assign) if site is not None else ():
        value = site.value(node.value)
        if type(value) in (tuple, list, ndarray):
            numbers = [numbers[0] if numbers else "", str(len(value))]
    wanted = numbers[0] if numbers else ""
    given = numbers[1] if len(numbers) > 1 else ""
    return "unpack-count", {"wanted": wanted, "given": given, "more": "1" if "too many" in message else ""}


def index_error(exception, message, run, site, frames):
    quoted = re.findall(r"-?\d+", message)
    axis = getattr(exception, "axis", None)
    if axis is not None and hasattr(exception, "ndim"):
        return axis_error(exception, message, run, site, frames)
    if "tuple index out of range" in message:
        for node in site.of(ast.Subscript) if site is not None else ():
            held = node.value
            if isinstance(held, ast.Attribute) and held.attr == "shape":
                value = site.value(held.value)
                shape = shape_text(value.shape) if type(value) is ndarray else ""
                return "fewer-dimensions", {"name": text_of(held.value), "shape": shape}
    if "invalid index to scalar variable" in message:
        return "not-subscriptable", {"name": first_value(site), "type": "number"}
    if "too many indices" in message:
        name = first_value(site)
        shape = ""
        for node in site.of(ast.Subscript) if site is not None else ():
            shape = site.shape(node.value)
        if "0-dimensional" in message:
            return "not-subscriptable", {"name": name, "type": "number"}
        return "fewer-dimensions", {"name": name, "shape": shape}
    if "is out of bounds" in message and len(quoted) >= 3:
        shape = next((site.shape(node.value) for node in site.of(ast.Subscript)), "") if site is not None else ""
        many = "1" if shape.count(",") == 1 and shape[-2:] != ",)" or shape.count(",") > 1 else ""
        found = {"name": first_value(site), "index": quoted[0], "axis": quoted[1], "size": quoted[2]}
        return "index-out-of-bounds", dict(found, shape=shape, many=many)
    if "list index out of range" in message:
        return "list-too-short", {"name": first_value(site)}
    if "only integers" in message or "arrays used as indices" in message:
        return "not-an-index", {"name": first_value(site)}
    return None


def axis_error(exception, message, run, site, frames):
    numbers = re.findall(r"-?\d+", message)
    if len(numbers) < 2:
        return None
    return "no-such-axis", {"axis": numbers[0], "dimensions": numbers[1]}
