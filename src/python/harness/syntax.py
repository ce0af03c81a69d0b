"""Hints for a text that is no Python."""

from .own import OWN as __builtins__  # noqa: F401

import re

_PRINT = re.compile(r"\s*print\s+[^\s(=]")
_OLD = re.compile(r"(\bexcept\s+[\w.]+\s*,\s*\w+\s*:|\braise\s+\w+\s*,|<>|`[^`]+`|\bexec\s+[\"'])")
# What is in front of each line of a session that was copied as it stood.
_SESSION = re.compile(r"\s*(>>>|\.\.\. |(In|Out) ?\[\d*\]:)")
_FENCE = re.compile(r"\s*(```|~~~)")
# Characters that text processors, web pages and Korean keyboards put where code has another.
_ODD = {
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'", "\u2212": "-", "\u2013": "-", "\u2014": "-",
    "\u00d7": "*", "\u00f7": "/", "\u00a0": " ", "\u3000": " ", "\uff08": "(", "\uff09": ")", "\uff1a": ":", "\uff0c": ",",
    "\uff1d": "=", "\uff0b": "+", "\uff0d": "-", "\uff0a": "*", "\uff0f": "/", "\uff3b": "[", "\uff3d": "]",
}  # fmt: skip


def syntax_hint(exception, lines):
    """The hint for a text that is no Python."""
    line = lines[exception.lineno - 1] if exception.lineno and exception.lineno <= len(lines) else ""
    if isinstance(exception, TabError):
        return {"code": "tabs-and-spaces", "details": {}}
    if _PRINT.match(line) or _OLD.search(line) and "lambda" not in line:
        return {"code": "python-2", "details": {"code": line.strip()[:60]}}
    if _SESSION.match(line):
        return {"code": "copied-session", "details": {}}
    if _FENCE.match(line):
        return {"code": "copied-markdown", "details": {}}
    odd = next((each for each in line if each in _ODD), None)
    if odd is not None and "character" in str(exception.msg):
        return {"code": "odd-character", "details": {"character": odd, "meant": _ODD[odd]}}
    if "'await' outside" in str(exception.msg):
        return {"code": "await-outside", "details": {}}
    if isinstance(exception, IndentationError):
        return {"code": "indentation", "details": {"variant": _indentation(exception)}}
    return None


def _indentation(exception):
    text = str(exception.msg)
    if "expected an indented block" in text:
        return "missing"
    return "unexpected" if "unexpected indent" in text else "uneven"
