"""The file's own run, within what a check has for it, and what its functions were given in it."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ..budget import Budget
from ..copied import walk
from ..limits import FILENAME
from .leaves import is_array
from .tokens import has_once, has_twice

_MOST_WRITTEN = 64
_MOST_RANDOM = 20000
_MOST_FUNCTIONS = 200
_MOST_CALLS = 60


class Watched(Budget):
    """A budget for module code, which notes the arguments of the first call of each of the file's functions."""

    def __init__(self, tree):
        super().__init__(tree)
        # The arguments by (class, function), by name: each with its expression, None where it cannot be written.
        self.seen = {}
        self.owners = {}
        for node in walk(tree):
            if isinstance(node, ast.ClassDef):
                for member in node.body:
                    if isinstance(member, ast.FunctionDef):
                        # Code begins with the first decorator.
                        first = min([member.lineno, *(each.lineno for each in member.decorator_list)])
                        self.owners[member.name, first] = node.name
        self.known = set()
        # How many calls of a function may be looked at yet, where the first had tokens of which each came once.
        self.waiting = {}

    def __call__(self, frame, event, argument):
        code = frame.f_code
        if code.co_filename == FILENAME and code not in self.known and len(self.known) < _MOST_FUNCTIONS:
            self.known.add(code)
            if any(has_once(value) for value in self.note(frame, code)):
                self.waiting[code] = _MOST_CALLS
        elif code in self.waiting:
            self.look_again(frame, code)
        return super().__call__(frame, event, argument)

    def look_again(self, frame, code):
        """Takes the arguments of a later call where a token comes twice in them."""
        self.waiting[code] -= 1
        is_telling = any(has_twice(value) for value in _given(frame, code).values())
        if is_telling:
            self.note(frame, code)
        if is_telling or self.waiting[code] <= 0:
            del self.waiting[code]

    def note(self, frame, code):
        values = _given(frame, code)
        self.seen[self.owners.get((code.co_name, code.co_firstlineno)), code.co_name] = {
            name: (value, written_value(value)) for name, value in values.items()
        }
        return list(values.values())


def _given(frame, code):
    names = code.co_varnames[: code.co_argcount]
    return {name: frame.f_locals[name] for name in names if name in frame.f_locals}


def written_value(value):
    """An argument as Python; None for what cannot be written in a line or should not be."""
    if isinstance(value, (bool, int, float, str)) and len(repr(value)) < 60:
        return repr(value)
    if isinstance(value, np.generic) and value.dtype.kind in "fiu":
        return repr(value.item())
    if is_array(value) and type(value) is np.ndarray:
        return _written_array(value)
    if isinstance(value, (list, tuple)) and 0 < len(value) <= _MOST_WRITTEN:
        if all(isinstance(item, (int, float, str)) for item in value):
            return repr(value)
    if isinstance(value, (list, tuple, dict)) and 0 < len(value) <= 16:
        items = value.items() if isinstance(value, dict) else enumerate(value)
        texts = {key: written_value(item) for key, item in items}
        if all(text is not None and isinstance(key, (str, int)) for key, text in texts.items()):
            if isinstance(value, dict):
                return "{%s}" % ", ".join("%r: %s" % each for each in texts.items())
            return ("[%s]" if isinstance(value, list) else "(%s,)") % ", ".join(texts.values())
    return None


def _written_array(value):
    if value.size <= _MOST_WRITTEN and not (value.dtype.kind == "f" and value.size > 12 and value.ndim == 2):
        return "np.array(%r)" % value.tolist()
    if value.size > _MOST_RANDOM:
        return None
    shape = ", ".join(map(str, value.shape))
    if value.dtype.kind in "iu":
        return "np.random.randint(%d, %d, (%s,))" % (value.min(), value.max() + 1, shape)
    if np.all((value == 0) | (value == 1)):
        for axis in (1, 0):
            if value.ndim == 2 and value.shape[axis] > 1 and np.all(value.sum(axis=axis) == 1):
                units, samples = value.shape[axis], value.shape[1 - axis]
                text = "np.eye(%d)[np.random.randint(0, %d, %d)]" % (units, units, samples)
                return text if axis == 1 else text + ".T"
        return "(np.random.rand(%s) > 0.5) * 1.0" % shape
    return "np.random.randn(%s)" % shape
