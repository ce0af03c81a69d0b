"""The expressions of the functions that a check runs, and functions that run with one of them written otherwise."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import types

from ...limits import FILENAME
from ...copied import copied, walk
from .unit import Unit, copies_of, living

PROBE = "_own_probe"
CHOICE = "_own_choice"
_SCOPES = (ast.FunctionDef, ast.Lambda)
_VALUES = (ast.BinOp, ast.UnaryOp, ast.Call, ast.Subscript, ast.Attribute, ast.Name, ast.Compare)


class Place:
    """One expression: what it gave each of the first times is noted while it is probed."""

    def __init__(self, number, node, parent, field, at, statement, scope, unit, outer):
        self.number, self.node = number, node
        self.parent, self.field, self.at = parent, field, at
        self.statement, self.scope, self.unit, self.outer = statement, scope, unit, outer
        self.values = []
        self.hits = 0
        # What two equal small values of later times have in common.
        self.later = set()
        # Of a statement's own expression, what the function's names hold there, and which are functions.
        self.held, self.callables = {}, {}

    @property
    def line(self):
        return self.node.lineno

    @property
    def indices(self):
        """(text, code) of the indices of names alone that the function uses."""
        found = self.unit.indices.get(self.scope)
        if found is None:
            found = self.unit.indices[self.scope] = []
            for node in walk(self.scope):
                if isinstance(node, ast.Subscript) and isinstance(node.slice, (ast.Name, ast.BinOp, ast.UnaryOp)):
                    parts = (ast.Name, ast.Constant, ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop, ast.Load)
                    text = ast.unparse(node.slice)
                    if all(isinstance(each, parts) for each in walk(node.slice)) and text not in dict(found):
                        found.append((text, compile(text, "<repair>", "eval", 0, True)))
        return found

    @property
    def missing_line(self):
        """Where what is missing behind it would stand."""
        block, at = self.unit.blocks.get(id(self.statement), ((), 0))
        gaps = [each.lineno for each in block[at + 1 :] if isinstance(each, ast.Pass)]
        if self.outer is None and len(gaps) == 1:
            return gaps[0]
        return self.node.end_lineno or self.node.lineno

    @property
    def shape(self):
        return self.values[0].shape if self.values else None

    def swap(self, node):
        """Puts another expression in its place; gives what was there."""
        held = getattr(self.parent, self.field)
        if self.at is None:
            setattr(self.parent, self.field, node)
            return held
        was, held[self.at] = held[self.at], node
        return was


class Program:
    """The file's functions as units, and their places."""

    def __init__(self, run, declared):
        namespace = run.namespace
        own = declared.function.__code__
        rest = [each for each in living(namespace) if each is not declared.function]
        self.modules = {name for name, value in namespace.items() if isinstance(value, types.ModuleType)}
        self.units = []
        # A check that makes its parameters itself runs without the lines that do.
        whole = declared.whole or declared.tree
        for root in _roots(run.source.tree):
            if root is not whole:
                self.units.append(Unit(root, FILENAME, rest))
        in_file = {id(node) for node in walk(run.source.tree)}
        # What was written for the check, with lines of its own, only calls too.
        is_check = id(whole) in in_file or own.co_filename != FILENAME
        self.units.append(Unit(declared.tree, own.co_filename, [declared.function], is_check))
        self.copies = copies_of(run.source.tree, whole) if id(whole) in in_file else {}
        self.units = [unit for unit in self.units if unit.functions]
        self.places = []
        for unit in self.units:
            self._visit(unit.root, None, None, unit, None)

    def _visit(self, node, statement, scope, unit, outer):
        if isinstance(node, ast.stmt):
            statement = node
        if isinstance(node, _SCOPES):
            scope, outer = node, None
        for field, value in ast.iter_fields(node):
            if field in ("decorator_list", "args", "annotation", "returns", "bases", "keywords") and isinstance(
                node, (*_SCOPES, ast.ClassDef, ast.AnnAssign)
            ):
                continue
            if field == "target" and isinstance(node, (ast.For, ast.comprehension)):
                continue
            for at, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(child, ast.AST):
                    self._child(node, field, at, child, statement, scope, unit, outer)

    def _child(self, node, field, at, child, statement, scope, unit, outer):
        if field in ("op", "ops", "ctx") or isinstance(child, ast.keyword):
            return
        is_inner = isinstance(node, ast.Subscript) and field == "slice"
        if is_inner and not isinstance(child, (ast.Compare, ast.BinOp)):
            return
        if isinstance(node, ast.Call) and field == "func":
            # Of a method its object, of a function nothing.
            if isinstance(child, ast.Attribute) and not self._is_module(child.value):
                self._child(child, "value", None, child.value, statement, scope, unit, outer)
            return
        is_value = isinstance(child, _VALUES) and isinstance(getattr(child, "ctx", ast.Load()), ast.Load)
        if (
            is_value
            and not self._is_module(child)
            and scope is not None
            and not (is_inner and isinstance(child, ast.BinOp))
        ):
            place = Place(len(self.places), child, node, field, at, statement, scope, unit, outer)
            self.places.append(place)
            outer = place
        self._visit(child, statement, scope, unit, outer)

    def _is_module(self, node):
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self.modules

    def original(self, line):
        """The line of the statement that a declared check repeats word for word, where it is one; else the line."""
        return self.copies.get(line, line)

    def probed(self):
        """Lets every place go through the probe, until `set_back`."""
        marks = {id(place.node): place.number for place in self.places}
        for unit in self.units:
            for node in walk(unit.root):
                number = marks.get(id(node))
                if number is not None:
                    node._own_number = number
            root = _Probed().visit(copied(unit.root))
            unit.run_as(root)

    def choosing(self, alternatives):
        """Lets places be one of some (place, expression), by the number that `CHOICE` says; else what they are."""
        by_place = {}
        for number, (place, node) in enumerate(alternatives):
            by_place.setdefault(id(place.node), []).append((number, node))
        for unit in self.units:
            marked = [node for node in walk(unit.root) if id(node) in by_place]
            for node in marked:
                node._own_choices = by_place[id(node)]
            if marked:
                root = _Choosing().visit(copied(unit.root))
                for node in marked:
                    del node._own_choices
                unit.run_as(root)

    def set_back(self):
        for unit in self.units:
            unit.set_back()


class _Choosing(ast.NodeTransformer):
    def visit(self, node):
        choices = getattr(node, "_own_choices", ())
        node = self.generic_visit(node)
        for number, other in choices:
            test = ast.Compare(ast.Name(CHOICE, ast.Load()), [ast.Eq()], [ast.Constant(number)])
            node = ast.copy_location(ast.IfExp(test, other, node), node)
        return node


class _Probed(ast.NodeTransformer):
    def visit(self, node):
        number = getattr(node, "_own_number", None)
        node = self.generic_visit(node)
        if number is None:
            return node
        call = ast.Call(ast.Name(PROBE, ast.Load()), [ast.Constant(number), node], [])
        return ast.copy_location(call, node)


def _roots(tree):
    """The functions of the file, each method within a class of the name; other statements that make functions."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            for part in node.body:
                if _makes_functions(part):
                    yield ast.copy_location(ast.ClassDef(node.name, [], [], [part], []), node)
        elif _makes_functions(node):
            yield node


def _makes_functions(node):
    return any(isinstance(each, _SCOPES) for each in walk(node))
