"""The places of a program at which it can be written otherwise, and running it with them written so."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import sys

import numpy as np

from ..copied import walk
from ..limits import FILENAME
from ..owncode.repair.unit import Unit, living

# Names of ours in the program while it is tried: no program has them.
LOOK, CHOICE, NP, TICK = "_tutor_look", "_tutor_choice", "_tutor_np", "_tutor_tick"
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_MOST_VALUES = 4
_get_frame = sys._getframe


def number_or_array(value):
    """A number or an array, as an array; None for anything else."""
    if isinstance(value, (bool, int, float, np.number, np.bool_)):
        return np.asarray(value)
    if isinstance(value, np.ndarray) and value.dtype.kind in "fiub":
        return value
    return None


class Place:
    """An expression within a function, or a statement."""

    def __init__(self, node, parent, statement, function, outer):
        self.node, self.parent, self.statement, self.function, self.outer = node, parent, statement, function, outer
        self.line = node.lineno
        self.inner = []
        # What it was whenever the program came by, and what the names were there the first time.
        self.hits, self.order, self.values, self.names = 0, 0, [], {}
        # What further names are there the second time.
        self.later = {}
        # Whether another value of it was tried, and changed all that is wrong.
        self.is_changed = False

    @property
    def top(self):
        """The outermost place of its statement that it stands in."""
        return self if self.outer is None else self.outer.top

    @property
    def value(self):
        return self.values[0] if self.values else None


class Places:
    """All places of the functions of a program."""

    def __init__(self, tree, namespace):
        self.namespace, self.all, self.statements = namespace, [], []
        # Of each function the names that its loops count by, and how far from them it takes entries.
        self.counters = {}
        functions = living(namespace)
        self.units = []
        for node in tree.body:
            if not isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
                continue
            own = [f for f in functions if node.lineno <= f.__code__.co_firstlineno <= (node.end_lineno or 0)]
            self.units.append(Unit(node, FILENAME, own))
            for each in ast.walk(node):
                if isinstance(each, _FUNCTIONS):
                    self._take(each)
        self.by_node = {id(place.node): place for place in self.all}

    def _take(self, function):
        self.counters[id(function)] = _counters(function)
        for statement in _own_statements(function.body):
            self.statements.append(statement)
            for child in _expressions(statement):
                self._place(child, statement, statement, function, None)

    def _place(self, node, parent, statement, function, outer):
        place = outer
        if _is_place(node, parent):
            place = Place(node, parent, statement, function, outer)
            self.all.append(place)
            if outer is not None:
                outer.inner.append(place)
        for child in _parts(node):
            self._place(child, node, statement, function, place)

    def run(self, rewritten):
        """Lets the program's functions run what `rewritten` makes of each node. Raises what compiling raises."""
        for unit in self.units:
            unit.run_as(_Rewriter(rewritten).visit(_Copy().of(unit.root)))

    def set_back(self):
        for unit in self.units:
            unit.set_back()


class _Copy:
    """Copies of nodes that know what they are copies of."""

    def of(self, node):
        if isinstance(node, list):
            return [self.of(each) for each in node]
        if not isinstance(node, ast.AST):
            return node
        made = type(node)(**{field: self.of(getattr(node, field)) for field in node._fields if hasattr(node, field)})
        ast.copy_location(made, node)
        made.original = node
        return made


class _Rewriter(ast.NodeTransformer):
    def __init__(self, rewritten):
        self.rewritten = rewritten

    def generic_visit(self, node):
        made = super().generic_visit(node)
        if isinstance(made, ast.While):
            made.body.insert(0, ast.copy_location(ast.Expr(ast.Call(ast.Name(TICK, ast.Load()), [], [])), made.body[0]))
        return self.rewritten(node.original, made) if hasattr(node, "original") else made


class Endless(Exception):
    """A loop goes round much more often than it did."""


class Rounds:
    """Counts how often loops without a range go round: written otherwise, they may never end."""

    def __init__(self):
        self.now, self.most = 0, 10000

    def __call__(self):
        self.now += 1
        if self.now > self.most:
            raise Endless


class Look:
    """What every expression goes through: its value is kept, or that of one is changed."""

    def __init__(self, places):
        self.places, self.changed, self.keeps, self.count = places, None, True, 0

    def __call__(self, number, value):
        if self.keeps:
            place = self.places[number]
            if place.hits < 2:
                held = _get_frame(1).f_locals
                further = {name: held[name] for name in held if name.isidentifier() and name not in place.names}
                if place.hits == 0:
                    place.order, place.names = self.count, further
                else:
                    place.later = further
            self.count += 1
            place.hits += 1
            if len(place.values) < _MOST_VALUES:
                array = number_or_array(value)
                place.values.append(value if array is None else array.copy())
        elif number == self.changed:
            return other(value, isinstance(self.places[number].node, ast.Constant))
        return value


def other(value, is_written=False):
    """
    Some value that is not this one, and whose entries are in another order: what only picks the largest shows it too. A
    number that is written there is exchanged for one that no array comes near.
    """
    array = number_or_array(value)
    if array is None:
        return value
    if array.dtype.kind == "b":
        return np.logical_not(value)
    if array.dtype.kind in "iu":
        return value + (1000 if is_written else 1)
    return 0.31 - 1.7 * value


def looked(number, node):
    return ast.copy_location(ast.Call(ast.Name(LOOK, ast.Load()), [ast.Constant(number), node], []), node)


def chosen(cases, node):
    """`node`, or one of the numbered `cases` ([(number, node)], numbers rising) where CHOICE says so."""
    first, last = cases[0][0], cases[-1][0]
    test = ast.Compare(ast.Constant(first), [ast.LtE(), ast.LtE()], [ast.Name(CHOICE, ast.Load()), ast.Constant(last)])
    return ast.copy_location(ast.IfExp(test, _among(cases), node), node)


def _among(cases):
    if len(cases) == 1:
        return cases[0][1]
    half = len(cases) // 2
    test = ast.Compare(ast.Name(CHOICE, ast.Load()), [ast.Lt()], [ast.Constant(cases[half][0])])
    return ast.IfExp(test, _among(cases[:half]), _among(cases[half:]))


def chosen_statement(cases, node):
    made = node
    for number, statement in cases:
        test = ast.Compare(ast.Name(CHOICE, ast.Load()), [ast.Eq()], [ast.Constant(number)])
        made = ast.copy_location(ast.If(test, statement, [made]), node)
    return made


def _counters(function):
    """By the name that a loop counts by, how far from it entries are taken: 0, and 1 where `[t + 1]` is written."""
    nodes = walk(function)
    names = {each.target.id for each in nodes if isinstance(each, ast.For) and isinstance(each.target, ast.Name)}
    found = {name: {0} for name in sorted(names)}
    for each in nodes:
        at = each.slice if isinstance(each, ast.Subscript) else None
        if not isinstance(at, ast.BinOp) or not isinstance(at.op, (ast.Add, ast.Sub)):
            continue
        is_counted = isinstance(at.left, ast.Name) and at.left.id in found
        if is_counted and isinstance(at.right, ast.Constant) and type(at.right.value) is int:
            found[at.left.id].add(at.right.value if isinstance(at.op, ast.Add) else -at.right.value)
    return {name: sorted(shifts) for name, shifts in found.items()}


def _own_statements(body):
    """The statements of a function, those of blocks within it too, without those of functions within it."""
    for statement in body:
        if isinstance(statement, (*_FUNCTIONS, ast.ClassDef)):
            continue
        yield statement
        for field in ("body", "orelse", "finalbody"):
            yield from _own_statements(getattr(statement, field, []))
        for handler in getattr(statement, "handlers", []):
            yield from _own_statements(handler.body)


def _expressions(statement):
    """The expressions of a statement itself, not of what stands in its blocks."""
    for child in ast.iter_child_nodes(statement):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, ast.withitem):
            yield child.context_expr


def _parts(node):
    """What is looked at within an expression: not what is called, and not what stands in an index."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            yield node.func.value
        yield from node.args
        yield from [each.value for each in node.keywords]
    elif isinstance(node, (ast.Lambda, ast.JoinedStr)):
        return
    elif isinstance(node, ast.Slice):
        yield from [each for each in (node.lower, node.upper, node.step) if each is not None]
    elif isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
        yield node.elt
        yield from [each.iter for each in node.generators]
    elif isinstance(node, ast.DictComp):
        yield node.value
        yield from [each.iter for each in node.generators]
    else:
        yield from [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]


def _is_place(node, parent):
    if isinstance(node, (ast.Slice, ast.Starred, ast.JoinedStr, ast.Lambda)):
        return False
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return False
    if isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, (str, bool))):
        return False
    # `a[i, j]`: the pair by itself is no value.
    return not (isinstance(node, ast.Tuple) and isinstance(parent, ast.Subscript))
