"""What an exception means here, as data: a code and its details, all of it text. The sentences are the grader's.

Python's own texts differ between versions, and so do NumPy's; what can be read off the exception, the frame or the
text of the snippet is taken from there, and the rest is matched here and nowhere else.
"""

from .own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from .arrays import ndarray
from .clashes import clash_of
from .guard import is_closed
from .names import closest, set_elsewhere
from .own import PLAIN
from .site import is_unknown, shape_text, text_of

_numpy_names = vars(np)
_QUOTED = re.compile(r"'([^']*)'")


def hint_of(exception, run, site, frames):
    """{"code", "details"} for an exception that a teacher would explain, or None."""
    try:
        message = _text(exception)
        for kind, find in _FINDERS:
            if isinstance(exception, kind):
                found = find(exception, message, run, site, frames)
                if found is not None:
                    code, details = found
                    return {"code": code, "details": {key: str(value)[:200] for key, value in details.items()}}
    except Exception:
        # A sentence beside the error is worth nothing if it costs the error.
        pass
    return None


def _text(exception):
    """What Python or NumPy says of an exception. A class of the snippet's own is not asked: asking would run its code."""
    module = type.__dict__["__module__"].__get__(type(exception))
    if module == "builtins" or isinstance(module, str) and module.partition(".")[0] == "numpy":
        return str(exception)
    return " ".join([argument for argument in exception.args if type(argument) is str])


def _name_of(exception, message):
    """The name that a NameError misses. Before Python 3.10 only its text tells."""
    name = getattr(exception, "name", None)
    if isinstance(name, str) and name:
        return name
    quoted = _QUOTED.findall(message)
    return quoted[0] if quoted else None


def _undefined(exception, message, run, site, frames):
    name = _name_of(exception, message)
    if name is None:
        return None
    if isinstance(exception, UnboundLocalError):
        return "unbound-local", {"name": name}
    if run.program is not None and run.program.why_missing(name) is not None:
        return "needs-skipped", {"name": name}
    details = {"name": name, "suggestion": "", "variant": ""}
    if site is None:
        return "undefined-name", details
    frame = site.frame
    known = [each for each in list(frame.f_locals) + list(frame.f_globals) if each[:2] != "__"]
    suggestion = closest(name, known)
    if suggestion:
        return "undefined-name", dict(details, suggestion=suggestion, variant="similar")
    if name in _numpy_names and name not in PLAIN:
        return "undefined-name", dict(details, suggestion="np." + name, variant="numpy")
    if name in ("np", "numpy"):
        return "undefined-name", dict(details, suggestion="import numpy as np", variant="import")
    other = set_elsewhere(name, run.source.tree, frame.f_code.co_name)
    if other:
        return "undefined-name", dict(details, suggestion=other, variant="elsewhere")
    return "undefined-name", details


def _import(exception, message, run, site, frames):
    code = "closed-module" if is_closed(exception.name) else "missing-module"
    return code, {"name": exception.name or ""}


def _key(exception, message, run, site, frames):
    key = exception.args[0] if exception.args else None
    if type(key) not in (str, int) or site is None:
        return None
    for node in site.of(ast.Subscript):
        held = site.value(node.value)
        if type(held) is dict and key not in held:
            keys = [each for each in held if type(each) is str]
            near = closest(key, keys) if isinstance(key, str) else ""
            listed = ", ".join([repr(each) for each in list(held)[:12]])
            details = {"key": repr(key), "name": text_of(node.value), "keys": listed, "suggestion": repr(near) if near else ""}
            return "no-such-key", details
    return None


def _value_error(exception, message, run, site, frames):
    if "truth value of an array" in message:
        return "ambiguous-truth", _truth(site)
    if "to unpack" in message:
        return _unpack(message, site)
    if "read-only" in message:
        return "read-only", {"name": _target(site)}
    if site is not None:
        clash = clash_of(message, site)
        if clash is not None:
            return clash
    if "does not have enough dimensions" in message and site is not None:
        return _none(site, run) if _operand_text(site, lambda value: value is None) or _holds_none(site) else None
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


def _target(site):
    for node in site.of(ast.AugAssign, ast.Subscript, ast.Assign) if site is not None else ():
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", node)
        while isinstance(target, ast.Subscript):
            target = target.value
        return text_of(target)
    return ""


def _operand_text(site, wanted):
    """The first piece whose value passes `wanted`, as it is written."""
    for node in site.nodes if site is not None else ():
        for part in ast.walk(node):
            if isinstance(part, (ast.Name, ast.Subscript, ast.Attribute)):
                value = site.value(part)
                if not is_unknown(value) and wanted(value):
                    return text_of(part)
    return ""


def _made_by(name, site, tree):
    """The function whose call gave a local its value, where one line of the frame's function tells."""
    if site is None or not name.isidentifier():
        return ""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            targets = [each for target in node.targets for each in ast.walk(target)]
            if any(isinstance(each, ast.Name) and each.id == name for each in targets):
                return text_of(node.value.func)
    return ""


def _none(site, run):
    name = _operand_text(site, lambda value: value is None)
    if not name:
        for node in site.nodes if site is not None else ():
            for part in ast.walk(node):
                if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part is not node:
                    return "none-value", {"name": text_of(part), "made": text_of(part.func)}
    return "none-value", {"name": name, "made": _made_by(name, site, run.source.tree)}


def _type_error(exception, message, run, site, frames):
    quoted = _QUOTED.findall(message)
    if "NoneType" in message:
        return _none(site, run)
    if "is not subscriptable" in message:
        if quoted and _is_function_type(quoted[0]):
            return "call-in-brackets", {"name": _first_value(site), "type": quoted[0]}
        return "not-subscriptable", {"name": _first_value(site), "type": quoted[0] if quoted else ""}
    if "is not callable" in message:
        node = next(iter(site.of(ast.Call)), None) if site is not None else None
        name = text_of(node.func) if node is not None else ""
        return "not-callable", {"name": name, "type": quoted[0] if quoted else ""}
    if "positional argument" in message or "unexpected keyword argument" in message or "multiple values for" in message:
        return _arguments(message, run, site)
    if "is not iterable" in message or "cannot unpack non-iterable" in message:
        return "not-iterable", {"name": _iterated(site), "type": (quoted or message.split("non-iterable ")[-1:] or [""])[0]}
    if "cannot be interpreted as an integer" in message:
        return "not-a-count", {"type": quoted[0] if quoted else ""}
    if "only" in message and "converted to Python scalar" in message:
        return _scalar(site)
    if "has no len()" in message or "len() of unsized object" in message:
        return "no-length", {"name": _argument(site)}
    if "can't multiply sequence by non-int" in message or "unsupported operand type" in message or "bad operand type" in message:
        return _operands(message, quoted, site, run)
    if "Cannot cast ufunc" in message or "_UFuncOutputCasting" in type(exception).__name__:
        name = _target(site)
        return "integer-array", {"name": name, "from": quoted[1] if len(quoted) > 2 else "", "to": quoted[-1] if quoted else ""}
    if "object does not support item assignment" in message:
        return "no-item-assignment", {"name": _target(site), "type": quoted[0] if quoted else ""}
    if "list indices must be integers" in message or "tuple indices must be integers" in message:
        return "list-index", {"type": message.split(" ")[0], "name": _first_value(site)}
    return None


def _is_function_type(name):
    return name in ("function", "builtin_function_or_method", "type", "method", "numpy.ufunc", "ufunc") or "Dispatcher" in name


def _first_value(site):
    for node in site.of(ast.Subscript) if site is not None else ():
        return text_of(node.value)
    return ""


def _argument(site):
    for node in site.of(ast.Call) if site is not None else ():
        if node.args:
            return text_of(node.args[0])
    return ""


def _iterated(site):
    for node in site.nodes if site is not None else ():
        if isinstance(node, ast.For):
            return text_of(node.iter)
        if isinstance(node, ast.Assign):
            return text_of(node.value)
        if isinstance(node, ast.expr):
            return text_of(node)
    return ""


def _scalar(site):
    for node in site.of(ast.Call) if site is not None else ():
        return "scalar-needed", {"name": text_of(node.func), "argument": text_of(node.args[0]) if node.args else ""}
    return "scalar-needed", {"name": "", "argument": ""}


def _operands(message, quoted, site, run):
    kinds = [kind for kind in quoted if kind]
    for kind in ("list", "tuple", "dict", "str"):
        if kind in kinds or kind == "list" and "multiply sequence" in message:
            types = {"list": list, "tuple": tuple, "dict": dict, "str": str}
            name = _operand_text(site, lambda value: type(value) is types[kind])
            return "not-an-array", {"name": name, "type": kind, "made": _made_by(name, site, run.source.tree)}
    if any(_is_function_type(kind) for kind in kinds):
        name = _operand_text(site, callable)
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
                    static = any(isinstance(each, ast.Name) and each.id == "staticmethod" for each in member.decorator_list)
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


def _index_error(exception, message, run, site, frames):
    quoted = re.findall(r"-?\d+", message)
    axis = getattr(exception, "axis", None)
    if axis is not None and hasattr(exception, "ndim"):
        return _axis(exception, message, run, site, frames)
    if "tuple index out of range" in message:
        for node in site.of(ast.Subscript) if site is not None else ():
            held = node.value
            if isinstance(held, ast.Attribute) and held.attr == "shape":
                value = site.value(held.value)
                shape = shape_text(value.shape) if type(value) is ndarray else ""
                return "fewer-dimensions", {"name": text_of(held.value), "shape": shape}
    if "invalid index to scalar variable" in message:
        return "not-subscriptable", {"name": _first_value(site), "type": "number"}
    if "too many indices" in message:
        name = _first_value(site)
        shape = ""
        for node in site.of(ast.Subscript) if site is not None else ():
            shape = site.shape(node.value)
        if "0-dimensional" in message:
            return "not-subscriptable", {"name": name, "type": "number"}
        return "fewer-dimensions", {"name": name, "shape": shape}
    if "is out of bounds" in message and len(quoted) >= 3:
        shape = next((site.shape(node.value) for node in site.of(ast.Subscript)), "") if site is not None else ""
        many = "1" if shape.count(",") == 1 and shape[-2:] != ",)" or shape.count(",") > 1 else ""
        found = {"name": _first_value(site), "index": quoted[0], "axis": quoted[1], "size": quoted[2]}
        return "index-out-of-bounds", dict(found, shape=shape, many=many)
    if "list index out of range" in message:
        return "list-too-short", {"name": _first_value(site)}
    if "only integers" in message or "arrays used as indices" in message:
        return "not-an-index", {"name": _first_value(site)}
    return None


def _axis(exception, message, run, site, frames):
    numbers = re.findall(r"-?\d+", message)
    if len(numbers) < 2:
        return None
    return "no-such-axis", {"axis": numbers[0], "dimensions": numbers[1]}


def _attribute(exception, message, run, site, frames):
    quoted = _QUOTED.findall(message)
    if "NoneType" in message:
        return _none(site, run)
    if len(quoted) < 2:
        if "was removed in the NumPy" in message or "was a deprecated alias" in message:
            return "removed-name", {"name": message.split("`")[1] if "`" in message else ""}
        return None
    holder, name = quoted[0], quoted[1]
    if message.startswith("module "):
        if "deprecated alias" in message or "was removed" in message:
            return "removed-name", {"name": "np." + name if holder == "numpy" else name}
        near = closest(name, [each for each in _numpy_names if each[:1] != "_"]) if holder == "numpy" else ""
        return "no-such-function", {"module": holder, "name": name, "suggestion": near}
    if holder in ("numpy.ndarray", "ndarray"):
        near = closest(name, [each for each in dir(ndarray) if each[:1] != "_"])
        return "no-such-attribute", {"type": "array", "name": name, "suggestion": near}
    if holder in ("list", "tuple", "dict", "float", "int"):
        held = next((site.value(node.value) for node in site.of(ast.Attribute)), None) if site is not None else None
        written = next((text_of(node.value) for node in site.of(ast.Attribute)), "") if site is not None else ""
        if type(held) in (list, tuple, dict, float, int) or written:
            return "no-such-attribute", {"type": holder, "name": name, "suggestion": "", "holder": written}
    return None


def _recursion(exception, message, run, site, frames):
    return "endless-recursion", {"name": site.frame.f_code.co_name if site is not None else ""}


def _exit(exception, message, run, site, frames):
    return "system-exit", {}


def _zero(exception, message, run, site, frames):
    return "division-by-zero", {}


_AxisError = getattr(getattr(np, "exceptions", np), "AxisError", None)
_FINDERS = [
    (NameError, _undefined),
    (ImportError, _import),
    (KeyError, _key),
    (ValueError, _value_error),
    (TypeError, _type_error),
    (IndexError, _index_error),
    (AttributeError, _attribute),
    (RecursionError, _recursion),
    (SystemExit, _exit),
    (ZeroDivisionError, _zero),
]
if _AxisError is not None:
    _FINDERS.insert(0, (_AxisError, _axis))


_PRINT = re.compile(r"\s*print\s+[^\s(=]")
_OLD = re.compile(r"(\bexcept\s+[\w.]+\s*,\s*\w+\s*:|\braise\s+\w+\s*,|<>|`[^`]+`|\bexec\s+[\"'])")


def syntax_hint(exception, lines):
    """The hint for a text that is no Python."""
    line = lines[exception.lineno - 1] if exception.lineno and exception.lineno <= len(lines) else ""
    if isinstance(exception, TabError):
        return {"code": "tabs-and-spaces", "details": {}}
    if _PRINT.match(line) or _OLD.search(line) and "lambda" not in line:
        return {"code": "python-2", "details": {"code": line.strip()[:60]}}
    if isinstance(exception, IndentationError):
        return {"code": "indentation", "details": {"variant": _indentation(exception)}}
    return None


def _indentation(exception):
    text = str(exception.msg)
    if "expected an indented block" in text:
        return "missing"
    return "unexpected" if "unexpected indent" in text else "uneven"
