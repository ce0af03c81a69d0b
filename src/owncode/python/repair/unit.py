"""The smallest parts of a file that can be compiled by themselves, and the living functions that run them."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import types

import numpy as np

from ...copied import walk
from ...limits import FILENAME

_MOST_OBJECTS = 20000
_CLOSED = (
    types.ModuleType,
    types.BuiltinFunctionType,
    str,
    bytes,
    int,
    float,
    complex,
    np.ndarray,
    np.generic,
    type(None),
)
_EMPTY = types.CellType()


class Unit:
    """The smallest part of the file that can be compiled by itself, and the living functions of its code."""

    def __init__(self, root, file, functions, is_check=False):
        self.root, self.file, self.is_check = root, file, is_check
        self.functions = []
        # Of each statement the block that it is in, and its place there.
        self.blocks, self.indices = {}, {}
        for node in walk(root):
            for field in ("body", "orelse"):
                block = getattr(node, field, None)
                if isinstance(block, list):
                    self.blocks.update({id(each): (block, at) for at, each in enumerate(block)})
        keyed = {}
        for code in self._codes(self.compiled(root)):
            keyed.setdefault(_key(code), []).append(code)
        for function in functions:
            alike = keyed.get(_key(function.__code__), [])
            same = [code for code in alike if _reads(code) == _reads(function.__code__)]
            for at, code in enumerate(alike):
                # Two lambdas of one line are told apart by what they read.
                if len(alike) == 1 or code == function.__code__ or same == [code]:
                    if code.co_freevars == function.__code__.co_freevars:
                        self.functions.append((function, _key(code), at, function.__code__))
                    break

    def compiled(self, root):
        _put_in_place(root, 1)
        return compile(ast.Module(body=[root], type_ignores=[]), self.file, "exec", 0, True)

    def _codes(self, code):
        found = []
        for each in code.co_consts:
            if isinstance(each, types.CodeType):
                found.append(each)
                found += self._codes(each)
        return found

    def run_as(self, root):
        """Lets the living functions run what `root` says. Raises SyntaxError and the like where it cannot be."""
        keyed = {}
        for code in self._codes(self.compiled(root)):
            keyed.setdefault(_key(code), []).append(code)
        for function, key, at, old in self.functions:
            alike = keyed.get(key, [])
            if at < len(alike) and alike[at].co_freevars == old.co_freevars:
                function.__code__ = alike[at]

    def set_back(self):
        for function, _, _, old in self.functions:
            function.__code__ = old


def _put_in_place(node, line):
    """Gives what has no line that of what it stands in, as `ast.fix_missing_locations` does, in a third of its time."""
    held = node.__dict__
    if "lineno" in held:
        line = held["lineno"]
    elif "lineno" in node._attributes:
        held.update(lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)
    for value in held.values():
        if isinstance(value, ast.AST):
            _put_in_place(value, line)
        elif type(value) is list:
            for each in value:
                if isinstance(each, ast.AST):
                    _put_in_place(each, line)


def copies_of(tree, check):
    """By line of a declared check, the line of the same statement elsewhere in the file, where there is one."""
    own = {id(node) for node in walk(check)}
    elsewhere = {}
    for node in walk(tree):
        if isinstance(node, ast.stmt) and id(node) not in own and hasattr(node, "lineno"):
            elsewhere.setdefault(ast.dump(node), []).append(node.lineno)
    found = {}
    for node in walk(check):
        if isinstance(node, ast.stmt) and len(elsewhere.get(ast.dump(node), ())) == 1:
            found[node.lineno] = elsewhere[ast.dump(node)][0]
    return found


def living(namespace):
    """The functions of the file that its names lead to: by classes, objects, lists and closures too."""
    found, seen, stack = [], set(), list(namespace.values())
    while stack and len(seen) < _MOST_OBJECTS:
        value = stack.pop()
        if id(value) in seen or isinstance(value, _CLOSED):
            continue
        seen.add(id(value))
        if isinstance(value, types.FunctionType):
            if value.__globals__ is namespace and value.__code__.co_filename == FILENAME:
                found.append(value)
                stack += [cell.cell_contents for cell in value.__closure__ or () if cell != _EMPTY]
        elif isinstance(value, type):
            if value.__module__ == namespace.get("__name__"):
                stack += list(vars(value).values()) + list(value.__bases__)
        elif isinstance(value, (staticmethod, classmethod, types.MethodType)):
            stack.append(value.__func__)
        elif isinstance(value, property):
            stack += [value.fget, value.fset]
        elif isinstance(value, dict):
            stack += list(value.values())
        elif isinstance(value, (list, tuple, set)):
            stack += list(value)
        elif type(getattr(value, "__dict__", None)) is dict:
            stack += [type(value), *value.__dict__.values()]
    return found


def _reads(code):
    return code.co_consts, code.co_names, code.co_varnames


def _key(code):
    return code.co_name, code.co_firstlineno
