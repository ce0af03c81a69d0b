"""The text of a snippet: compiled, and what its syntax tree says."""

from .own import OWN as __builtins__  # noqa: F401

import ast
import linecache
import warnings

from .errors import Stop, describe, make_error, syntax_error
from .limits import FILENAME
from .notebook import without_notebook_lines


class Source:
    """A snippet's text, its lines, its code and its tree. Raises `Stop` where it is no Python."""

    def __init__(self, text):
        if text[:1] == "\ufeff":
            text = text[1:]
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.text.split("\n")
        # The lines that only a notebook understands, and the names that they would have bound.
        self.notebook_lines, self.notebook_names = [], {}
        self.refuse_null()
        linecache.cache[FILENAME] = (len(self.text), None, [line + "\n" for line in self.lines], FILENAME)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.parse()
                self.code = self.compile()
        except SyntaxError as exception:
            raise Stop(syntax_error(exception, self.lines)) from None
        except (RecursionError, MemoryError, ValueError, OverflowError) as exception:
            # The parser gives up on extreme nesting in several ways.
            raise Stop(make_error("syntax", describe(exception), None, type(exception).__name__)) from None
        self.blanks = _blanks_of(self.tree)

    def parse(self):
        try:
            self.tree = compile(self.text, FILENAME, "exec", ast.PyCF_ONLY_AST, True)
        except SyntaxError:
            plain, self.notebook_lines, self.notebook_names = without_notebook_lines(self.lines)
            if not self.notebook_lines:
                raise
            self.text = "\n".join(plain)
            self.tree = compile(self.text, FILENAME, "exec", ast.PyCF_ONLY_AST, True)

    def refuse_null(self):
        for number, line in enumerate(self.lines, 1):
            if "\0" in line:
                error = make_error(
                    "syntax", "SyntaxError: source code cannot contain null bytes", number, "SyntaxError"
                )
                error["column"] = line.index("\0") + 1
                raise Stop(error)

    def compile(self):
        try:
            return compile(self.tree, FILENAME, "exec", 0, True)  # pyright: ignore[reportCallIssue]
        except SyntaxError:
            # Found after parsing (`return` outside a function): from the text it comes with the line's text.
            return compile(self.text, FILENAME, "exec", 0, True)

    def return_lines(self, function, line, names=()):
        """The line of each returned expression: of the return statement in `line`, or of the only one there is.

        A dictionary display has them in the order of `names`.
        """
        code = getattr(function, "__code__", None)
        if code is None or code.co_filename != FILENAME:
            return []
        returns = _returns_of(self.tree, code)
        if line is not None:
            returns = [node for node in returns if node.lineno <= line <= (node.end_lineno or node.lineno)]
        if len(returns) != 1:
            # Several may stand in one line; which of them it was, the line does not say.
            return [line] if returns and line is not None else []
        value = returns[0].value if isinstance(returns[0], ast.Return) else returns[0]
        if isinstance(value, ast.Tuple) and not any(isinstance(item, ast.Starred) for item in value.elts):
            return [item.lineno for item in value.elts]
        if isinstance(value, ast.Dict):
            lines = {getattr(key, "value", None): item.lineno for key, item in zip(value.keys, value.values)}
            if names and all(name in lines for name in names):
                return [lines[name] for name in names]
        return [returns[0].lineno]


def _returns_of(tree, code):
    """The return statements of the function that `code` belongs to; a lambda's body for a lambda."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Lambda) and code.co_name == "<lambda>" and node.lineno == code.co_firstlineno:
            return [node.body]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == code.co_name:
            first = min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])
            if code.co_firstlineno in (first, node.lineno):
                return list(_own_returns(node))
    return []


def _own_returns(node):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Return):
            yield child
        elif not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            yield from _own_returns(child)


def _blanks_of(tree):
    """Lines inside functions where `...` stands alone: the starter's blank where whole statements belong."""
    return sorted(
        {
            node.lineno
            for function in (ast.walk(tree) if tree is not None else ())
            if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
            for node in ast.walk(function)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.value.value is ...
        }
    )
