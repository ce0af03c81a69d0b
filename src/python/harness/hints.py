"""What an exception means here, as data: a code and its details, all of it text. The sentences are the grader's.

Python's own texts differ between versions, and so do NumPy's; what can be read off the exception, the frame or the
text of the snippet is taken from there, and the rest is matched in `named`, `typed`, `valued`, `syntax` and `sorts` and nowhere else.
"""

from .own import OWN as __builtins__  # noqa: F401

import numpy as np

from .named import attribute_error, import_error, key_error, undefined_error
from .typed import type_error
from .valued import axis_error, index_error, value_error


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


def _recursion(exception, message, run, site, frames):
    return "endless-recursion", {"name": site.frame.f_code.co_name if site is not None else ""}


def _exit(exception, message, run, site, frames):
    return "system-exit", {}


def _zero(exception, message, run, site, frames):
    return "division-by-zero", {}


_AxisError = getattr(getattr(np, "exceptions", np), "AxisError", None)
_FINDERS = [
    (NameError, undefined_error),
    (ImportError, import_error),
    (KeyError, key_error),
    (ValueError, value_error),
    (TypeError, type_error),
    (IndexError, index_error),
    (AttributeError, attribute_error),
    (RecursionError, _recursion),
    (SystemExit, _exit),
    (ZeroDivisionError, _zero),
]
if _AxisError is not None:
    _FINDERS.insert(0, (_AxisError, axis_error))
