"""Hints for names that are not there: of variables, modules, keys and attributes."""

from .own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from .arrays import ndarray
from .guard import is_closed
from .names import closest, set_elsewhere
from .own import PLAIN
from .pieces import QUOTED, none_value
from .site import text_of

_numpy_names = vars(np)


def _name_of(exception, message):
    """The name that a NameError misses. Before Python 3.10 only its text tells."""
    name = getattr(exception, "name", None)
    if isinstance(name, str) and name:
        return name
    quoted = QUOTED.findall(message)
    return quoted[0] if quoted else None


def undefined_error(exception, message, run, site, frames):
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


def import_error(exception, message, run, site, frames):
    code = "closed-module" if is_closed(exception.name) else "missing-module"
    return code, {"name": exception.name or ""}


def key_error(exception, message, run, site, frames):
    key = exception.args[0] if exception.args else None
    if type(key) not in (str, int) or site is None:
        return None
    for node in site.of(ast.Subscript):
        held = site.value(node.value)
        if type(held) is dict and key not in held:
            keys = [each for each in held if type(each) is str]
            near = closest(key, keys) if isinstance(key, str) else ""
            listed = ", ".join([repr(each) for each in list(held)[:12]])
            details = {
                "key": repr(key),
                "name": text_of(node.value),
                "keys": listed,
                "suggestion": repr(near) if near else "",
            }
            return "no-such-key", details
    return None


def attribute_error(exception, message, run, site, frames):
    quoted = QUOTED.findall(message)
    if "NoneType" in message:
        return none_value(site, run)
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
