"""What an exception means here, as data: a code and its details, all of it text. The sentences are the grader's."""

from .own import OWN as __builtins__  # noqa: F401

from .guard import is_closed


def hint_of(exception, run):
    """{"code", "details"} for an exception that a teacher would explain, or None."""
    if isinstance(exception, NameError) and not isinstance(exception, UnboundLocalError):
        return _undefined(exception, run)
    if isinstance(exception, ImportError):
        code = "closed-module" if is_closed(exception.name) else "missing-module"
        return _hint(code, name=exception.name or "")
    return None


def _hint(code, **details):
    return {"code": code, "details": {key: str(value) for key, value in details.items()}}


def _name_of(exception):
    """The name that a NameError misses. Before Python 3.10 only its text tells."""
    name = getattr(exception, "name", None)
    if isinstance(name, str):
        return name
    parts = str(exception).split("'")
    return parts[1] if len(parts) > 2 else None


def _undefined(exception, run):
    name = _name_of(exception)
    if name is None:
        return None
    if run.program is not None and run.program.why_missing(name) is not None:
        return _hint("needs-skipped", name=name)
    return _hint("undefined-name", name=name)
