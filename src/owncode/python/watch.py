"""The file's own run, within what a check has for it, and what its functions were given in it."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ..budget import Budget
from ..limits import FILENAME
from .leaves import is_array

_MOST_WRITTEN = 64
_MOST_FUNCTIONS = 200


class Watched(Budget):
    """A budget for module code, which notes the arguments of the first call of each of the file's functions."""

    def __init__(self, tree):
        super().__init__(tree)
        # Expressions of arguments by (class, function), by name.
        self.seen = {}
        self.owners = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                for member in node.body:
                    if isinstance(member, ast.FunctionDef):
                        self.owners[member.name, member.lineno] = node.name
        self.known = set()

    def more(self):
        super().more()

    def __call__(self, frame, event, argument):
        code = frame.f_code
        if code.co_filename == FILENAME and code not in self.known and len(self.known) < _MOST_FUNCTIONS:
            self.known.add(code)
            self.note(frame, code)
        return super().__call__(frame, event, argument)

    def note(self, frame, code):
        names = code.co_varnames[: code.co_argcount]
        written = {}
        for name in names:
            text = written_value(frame.f_locals.get(name))
            if text is not None:
                written[name] = text
        self.seen[self.owners.get((code.co_name, code.co_firstlineno)), code.co_name] = written


def written_value(value):
    """An argument as Python; None for what cannot be written in a line or should not be."""
    if isinstance(value, (bool, int, float, str)) and len(repr(value)) < 60:
        return repr(value)
    if is_array(value) and type(value) is np.ndarray:
        if value.size <= _MOST_WRITTEN:
            return "np.array(%s)" % value.tolist() if value.dtype.kind == "f" else "np.array(%r)" % value.tolist()
        return None
    if isinstance(value, (list, tuple)) and 0 < len(value) <= _MOST_WRITTEN:
        if all(isinstance(item, (int, float, str)) for item in value):
            return repr(value)
    return None
