"""The place in the learner's text where an exception was raised, and what the values there were."""

from .own import OWN as __builtins__  # noqa: F401

import ast
import operator

from .arrays import ndarray
from .limits import FILENAME

_OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.MatMult: operator.matmul,
    ast.Pow: operator.pow,
}
# Beyond this many entries nothing is computed for the sake of a sentence.
_MAX_ENTRIES = 100000
_unknown = object()


class Site:
    """The learner's frame that raised, and the pieces of its text that may have."""

    def __init__(self, frame, nodes):
        self.frame = frame
        self.nodes = nodes

    def of(self, *kinds):
        """The pieces of these kinds, the likeliest first."""
        return [node for node in self.nodes if isinstance(node, kinds)]

    def value(self, node):
        """What a piece stands for, as far as it can be told without running learner code; else `unknown`."""
        try:
            return self._value(node)
        except Exception:
            return _unknown

    def _value(self, node):
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            for names in (self.frame.f_locals, self.frame.f_globals):
                if node.id in names:
                    return names[node.id]
            return _unknown
        if isinstance(node, ast.Attribute):
            held = self._value(node.value)
            return getattr(held, node.attr) if type(held) is ndarray and node.attr in ("T", "shape") else _unknown
        if isinstance(node, ast.Subscript):
            held, key = self._value(node.value), self._value(node.slice)
            if type(held) in (dict, list, tuple) and type(key) in (str, int):
                return held[key]
            return _unknown
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
            left, right = self._value(node.left), self._value(node.right)
            if _is_plain(left) and _is_plain(right):
                return _OPERATIONS[type(node.op)](left, right)
        return _unknown

    def shape(self, node):
        """The shape of an array as text, `(3, 5)`; empty where it is not known."""
        value = self.value(node)
        return shape_text(value.shape) if type(value) is ndarray else ""


def _is_plain(value):
    return type(value) in (int, float) or type(value) is ndarray and value.size <= _MAX_ENTRIES


def is_unknown(value):
    return value is _unknown


def shape_text(shape):
    return "(%s)" % ", ".join([str(extent) for extent in shape]) if len(shape) != 1 else "(%d,)" % shape[0]


def text_of(node):
    """A piece as it is written, short."""
    try:
        return ast.unparse(node)[:60]
    except Exception:
        return ""


def site_of(tb, tree, positions):
    """The `Site` of a traceback, or None where no frame is the learner's. `positions(code, instruction)` tells columns."""
    last = None
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == FILENAME:
            last = tb
        tb = tb.tb_next
    if last is None:
        return None
    line, end_line, column, end_column = positions(last.tb_frame.f_code, last.tb_lasti)
    here, around = [], []
    for node in ast.walk(tree):
        start = getattr(node, "lineno", None)
        if start is None or not start <= last.tb_lineno <= (node.end_lineno or start):
            continue
        if column is not None:
            place = (start, node.end_lineno, node.col_offset, node.end_col_offset)
            if place == (line, end_line, column, end_column):
                here.append(node)
        elif not isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.With, ast.Try)):
            around.append(node)
    return Site(last.tb_frame, here or around)
