"""Hints for a text that is no Python."""

from .own import OWN as __builtins__  # noqa: F401

import re

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
