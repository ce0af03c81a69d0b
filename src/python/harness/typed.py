"""Hints for values of another type than an operation or a call wants."""

from .own import OWN as __builtins__  # noqa: F401

import ast

from .pieces import (
    QUOTED,
    argument_of,
    first_value,
    is_function_type,
    iterated,
    made_by,
    none_value,
    operand_text,
    target_of,
)
from .site import text_of


def type_error(exception, message, run, site, frames):
    quoted = QUOTED.findall(message)
    if "NoneType" in message:
        return none_value(site, run)
    if "is not subscriptable" in message:
        if quoted and is_function_type(quoted[0]):
            return "call-in-brackets", {"name": first_value(site), "type": quoted[0]}
        return "not-subscriptable", {"name": first_value(site), "type": quoted[0] if quoted else ""}
    if "is not callable" in message:
        node = next(iter(site.of(ast.Call)), None) if site is not None else None
        name = text_of(node.func) if node is not None else ""
        return "not-callable", {"name": name, "type": quoted[0] if quoted else ""}
    if "positional argument" in message or "unexpected keyword argument" in message or "multiple values for" in message:
        return _arguments(message, run, site)
    if "is not iterable" in message or "cannot unpack non-iterable" in message:
        return "not-iterable", {
            "name": iterated(site),
            "type": (quoted or message.split("non-iterable ")[-1:] or [""])[0],
        }
    if "cannot be interpreted as an integer" in message:
        return "not-a-count", {"type": quoted[0] if quoted else ""}
    if "only" in message and "converted to Python scalar" in message:
        return _scalar(site)
    if "has no len()" in message or "len() of unsized object" in message:
        return "no-length", {"name": argument_of(site)}
    if (
        "can't multiply sequence by non-int" in message
        or "unsupported operand type" in message
        or "bad operand type" in message
    ):
        return _operands(message, quoted, site, run)
    if "Cannot cast ufunc" in message or "_UFuncOutputCasting" in type(exception).__name__:
        name = target_of(site)
        return "integer-array", {
            "name": name,
            "from": quoted[1] if len(quoted) > 2 else "",
            "to": quoted[-1] if quoted else "",
        }
    if "object does not support item assignment" in message:
        return "no-item-assignment", {"name": target_of(site), "type": quoted[0] if quoted else ""}
    if "list indices must be integers" in message or "tuple indices must be integers" in message:
        return "list-index", {"type": message.split(" ")[0], "name": first_value(site)}
    return None


def _scalar(site):
    for node in site.of(ast.Call) if site is not None else ():
        return "scalar-needed", {"name": text_of(node.func), "argument": text_of(node.args[0]) if node.args else ""}
    return "scalar-needed", {"name": "", "argument": ""}


def _operands(message, quoted, site, run):
    kinds = [kind for kind in quoted if kind]
    for wanted in (list, tuple, dict, str):
        kind = wanted.__name__
        if kind in kinds or kind == "list" and "multiply sequence" in message:
            name = operand_text(site, lambda value, wanted=wanted: type(value) is wanted)
            return "not-an-array", {"name": name, "type": kind, "made": made_by(name, site, run.source.tree)}
    if any(is_function_type(kind) for kind in kinds):
        name = operand_text(site, callable)
        return "function-not-called", {"name": name}
    return None


def _arguments(message, run, site):
    """A function of the snippet that was called with another number of arguments."""
    name = message.partition("(")[0].rpartition(".")[2]
    for function in ast.walk(run.source.tree):
        if isinstance(function, ast.ClassDef):
            for member in function.body:
                if isinstance(member, ast.FunctionDef) and member.name == name:
                    first = member.args.args[0].arg if member.args.args else ""
                    static = any(
                        isinstance(each, ast.Name) and each.id == "staticmethod" for each in member.decorator_list
                    )
                    called = next((node.func for node in site.of(ast.Call)), None) if site is not None else None
                    if first == "self" and isinstance(called, ast.Attribute) and text_of(called.value) == function.name:
                        return "missing-self", {"name": name, "class": function.name, "variant": "instance"}
                    if not static and (first != "self" and "given" in message or "'self'" in message):
                        variant = "instance" if "'self'" in message else "self"
                        return "missing-self", {"name": name, "class": function.name, "variant": variant}
    for function in ast.walk(run.source.tree):
        if isinstance(function, ast.FunctionDef) and function.name == name:
            written = "%s(%s)" % (name, text_of(function.args))
            return "wrong-arguments", {"name": name, "signature": written}
    return None
