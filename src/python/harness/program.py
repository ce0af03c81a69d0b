"""A whole program around the learner's function: what runs of it is run, what does not is left out and told."""

from .own import OWN as __builtins__  # noqa: F401

import __future__
import ast
import copy
import types

from .copied import copied
from .definitions import definitions_of
from .drawing import Drawing
from .errors import Stop, make_error
from .limits import FILENAME, MAX_CODE_TEXT, MAX_SKIPPED
from .own import PLAIN

_FUTURE = 0
for _name in __future__.all_feature_names:
    _FUTURE |= getattr(__future__, _name).compiler_flag
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# What was said where a run of the whole program did not come to its end, and how it is said of its parts.
_WITHOUT = {
    "time": (
        "timeout",
        "TooLong",
        "This part of the program was left out: as a whole it takes longer than a check may.",
    ),
    "memory": (
        "memory",
        "MemoryError",
        "This part of the program was left out: as a whole it takes more memory than there is.",
    ),
    "crash": ("exception", None, "This part of the program was left out: as a whole it brings Python down."),
}
_KEPT = (types.FunctionType, types.ModuleType, type)


class NotMade:
    """Stands for a name that a skipped statement would have bound, where Python has a function of that name."""

    def __init__(self, name):
        object.__setattr__(self, "_name", name)

    def _refuse(self, *arguments, **named):
        name = object.__getattribute__(self, "_name")
        error = NameError("name %r is not defined" % name)
        error.name = name
        raise error

    __call__ = __getattr__ = __getitem__ = __iter__ = __len__ = __bool__ = _refuse


class Program:
    """Runs module code statement by statement once one has failed, and remembers which were left out."""

    def __init__(self, source, namespace, without=""):
        self.source = source
        # Why all but definitions is left out, a key of `_WITHOUT`, or empty.
        self.without = without
        self.namespace = namespace
        self.skipped = [self.notebook_line(line, text) for line, text in source.notebook_lines]
        # Whether names keep the value that they have where a statement that binds them anew is left out.
        self.keeps_bound = False
        # The number of the skipped statement that would have bound a name.
        self.missing = {}
        # The skipped `from … import *`, which might have bound any.
        self.star = None
        self.drawing = Drawing(self.note_drawing)
        self.flags = source.code.co_flags & _FUTURE
        for index, record in enumerate(self.skipped):
            for name in source.notebook_names.get(record["line"], ()):
                self.missing[name] = index

    def run(self, execute):
        """Runs it by `execute(code)`, which raises `Stop`. Raises `Stop` where it cannot go on."""
        rest = self.source.tree.body
        code = self.source.code
        if self.without:
            rest, left_out = definitions_of(self.source.tree)
            code = self.compiled(rest)
            kind, name, message = _WITHOUT[self.without]
            for statement in left_out:
                error = make_error(kind, message, _first_line(statement), name)
                self.leave_out(statement, "rest", self.without, error)
        while code is not None:
            try:
                execute(code)
                return
            except Exception as stop:
                if stop.ends_run or stop.where is None or len(self.skipped) >= MAX_SKIPPED:
                    raise
                found = _after(rest, stop.where)
                if found is None:
                    raise
                failed, rest = found
                error = stop.error
            alone = _one_by_one(failed) or _without_file(failed, error)
            if alone:
                rest = alone + rest
            elif not self.redone(failed, execute):
                self.skip(failed, error)
            code = self.compiled(rest) if rest else None

    def compiled(self, statements, flags=0):
        module = ast.Module(body=statements, type_ignores=[])
        return compile(module, FILENAME, "exec", self.flags | flags, True)

    def redone(self, statement, execute):
        """A function or a class without the decorators, annotations and base classes that are not there."""
        if not isinstance(statement, _SCOPES):
            return False
        stripped = copied(statement)
        left_out = []
        for node in ast.walk(stripped):
            if isinstance(node, _SCOPES[:3]):
                gone = [each for each in node.decorator_list if not self.is_bound(each)]
                node.decorator_list = [each for each in node.decorator_list if each not in gone]
                left_out += [(each, "decorator") for each in gone]
            if isinstance(node, ast.ClassDef):
                gone = [each for each in node.bases if not self.is_bound(each)]
                node.bases = [each for each in node.bases if each not in gone]
                left_out += [(each, "base") for each in gone]
        try:
            execute(self.compiled([stripped], __future__.annotations.compiler_flag))
        except Exception as stop:
            if stop.ends_run:
                raise
            return False
        for node, what in left_out:
            self.record(node, what, _root(node) or "", None)
        return True

    def is_bound(self, expression):
        name = _root(expression)
        return name is None or name in self.namespace or name in PLAIN

    def skip(self, statement, error):
        hint = error["hint"] or {"code": "", "details": {}}
        reason, name = "error", error["type"] or ""
        if error["type"] == "TooLong":
            reason, name = "long", ""
        elif error["kind"] == "output":
            reason, name = "printing", ""
        elif hint["code"] == "needs-skipped":
            reason, name = "needs", hint["details"]["name"]
        elif hint["code"] in ("missing-module", "closed-module"):
            reason, name = hint["code"].partition("-")[0], hint["details"]["name"]
        elif hint["code"] == "undefined-name":
            reason, name = "undefined", hint["details"]["name"]
        self.leave_out(statement, reason, name, error)

    def leave_out(self, statement, reason, name, error):
        """Records a statement that is left out, and the names that it would have bound."""
        index = self.record(statement, reason, name, error)
        for bound in _bound_names(statement):
            if bound == "*":
                self.star = index
            elif self.keeps_bound and bound in self.namespace:
                continue
            elif not isinstance(self.namespace.get(bound), _KEPT):
                self.missing[bound] = index
                self.namespace.pop(bound, None)
                if bound in PLAIN:
                    self.namespace[bound] = NotMade(bound)

    def record(self, node, reason, name, error):
        """The number of the record; one for all names of an import that are missing alike."""
        line, end = _first_line(node), node.end_lineno or node.lineno
        for index, each in enumerate(self.skipped):
            if (each["line"], each["reason"], each["name"]) == (line, reason, name):
                return index
        self.skipped.append(self.entry(line, end, self.code_of(line), reason, name, error))
        return len(self.skipped) - 1

    def code_of(self, line):
        lines = self.source.lines
        return lines[line - 1].strip()[:MAX_CODE_TEXT] if 1 <= line <= len(lines) else ""

    @staticmethod
    def entry(line, end, code, reason, name, error):
        return {"line": line, "endLine": end, "code": code, "reason": reason, "name": name, "error": error}

    def notebook_line(self, line, text):
        return self.entry(line, line, text.strip()[:MAX_CODE_TEXT], "notebook", "", None)

    def note_drawing(self, module, line):
        if not any(each["reason"] == "drawing" and each["line"] == line for each in self.skipped):
            self.skipped.append(self.entry(line, line, self.code_of(line), "drawing", module, None))

    def why_missing(self, name):
        """(the skipped statement that would have bound the name, the one behind all that), or None."""
        index = self.missing.get(name, self.star)
        if index is None:
            return None
        first = root = self.skipped[index]
        for _ in self.skipped:
            behind = self.missing.get(root["name"], self.star) if root["reason"] == "needs" else None
            if behind is None or self.skipped[behind] is root:
                break
            root = self.skipped[behind]
        return first, root

    def needed(self, hint, error):
        """`error`, a NameError, as the error of the statement that was skipped and should have bound the name."""
        first, root = self.why_missing(hint["details"]["name"])  # pyright: ignore[reportGeneralTypeIssues] -- of names that are missing
        hint["details"].update(line=str(first["line"]), statement=first["code"], reason=root["reason"])
        if root is not first:
            hint["details"].update(behind=str(root["line"]), cause=root["code"])
        if root["error"] is not None and root["reason"] not in ("long", "printing", "rest"):
            error = dict(root["error"])
            if root is not first:
                error.update(column=None, endLine=None, endColumn=None, traceback="")
        else:
            error.update(column=None, endLine=None, endColumn=None)
        error["line"] = first["line"]
        error["hint"] = hint
        return error

    def refuse_missing(self, name):
        """Raises the error of the statement that should have defined the function, where one was skipped."""
        index = self.missing.get(name, self.star)
        if index is not None and self.skipped[index]["error"] is not None:
            raise Stop(self.skipped[index]["error"])

    def refuse_failed(self):
        """Raises the error of the first statement that failed, where there is one."""
        for each in self.skipped:
            if each["error"] is not None:
                raise Stop(each["error"])


def _first_line(node):
    return min([node.lineno] + [each.lineno for each in getattr(node, "decorator_list", ())])


def _contains(node, where):
    line, column = where
    if not _first_line(node) <= line <= (node.end_lineno or node.lineno):
        return False
    if column is None:
        return True
    start = line > node.lineno or column >= node.col_offset
    end = line < (node.end_lineno or line) or node.end_col_offset is None or column < node.end_col_offset
    return start and end or line < node.lineno


def _after(statements, where):
    """(the statement in which it stopped, those that come after it); within an `if`, of the branch that was taken."""
    for index, statement in enumerate(statements):
        if not _contains(statement, where):
            continue
        rest = statements[index + 1 :]
        if isinstance(statement, ast.If):
            for branch in (statement.body, statement.orelse):
                found = _after(branch, where)
                if found is not None:
                    return found[0], found[1] + rest
        return statement, rest
    # A version of Python that names the line only, or a place between two statements: the last that began there.
    return _after(statements, (where[0], None)) if where[1] is not None else None


def _one_by_one(statement):
    """`import os, json` as one import for each name, so that one that is not there does not take the others with it."""
    if not isinstance(statement, (ast.Import, ast.ImportFrom)) or len(statement.names) < 2:
        return []
    alone = []
    for alias in statement.names:
        single = copy.copy(statement)
        single.names = [alias]
        alone.append(single)
    return alone


def _without_file(statement, error):
    """What a program does where a file of its own is not there, as one that may not be opened is not."""
    if not isinstance(statement, ast.Try) or error["type"] not in ("PermissionError", "FileNotFoundError"):
        return []
    expecting = ("FileNotFoundError", "OSError", "IOError", "EnvironmentError")
    for handler in statement.handlers:
        kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        if any(isinstance(kind, ast.Name) and kind.id in expecting for kind in kinds) and handler.name is None:
            return handler.body + statement.finalbody
    return []


def _bound_names(statement):
    """The names that a statement binds in its own scope; `*` for a star import."""
    names = []
    stack = [statement]
    while stack:
        node = stack.pop()
        if isinstance(node, _SCOPES):
            if not isinstance(node, ast.Lambda):
                names.append(node.name)
            continue
        if isinstance(node, _COMPREHENSIONS):
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                whole = isinstance(node, ast.Import) and alias.asname is None
                names.append(alias.name.partition(".")[0] if whole else alias.asname or alias.name)
        stack.extend(ast.iter_child_nodes(node))
    return names


def _root(expression):
    while isinstance(expression, (ast.Call, ast.Attribute, ast.Subscript)):
        expression = expression.func if isinstance(expression, ast.Call) else expression.value
    return expression.id if isinstance(expression, ast.Name) else None
