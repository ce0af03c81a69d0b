"""The ways to write one place otherwise: as the slip that is taken back might have been made."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ..copied import copied
from .places import NP, number_or_array

_SIBLINGS = {
    "sum": ("mean",),
    "mean": ("sum", "max"),
    "max": ("min", "mean", "sum"),
    "min": ("max",),
    "argmin": ("argmax",),
    "argmax": ("argmin",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "multiply": ("dot", "divide", "matmul"),
    "divide": ("multiply",),
    "dot": ("multiply",),
    "matmul": ("multiply",),
    "add": ("subtract",),
    "subtract": ("add",),
    "outer": ("multiply",),
    "std": ("var",),
    "var": ("std",),
    "log": ("exp",),
    "exp": ("log",),
}
_OPERATORS = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add, ast.MatMult),
    ast.Div: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
}
_COMPARED = {
    ast.Gt: (ast.Lt, ast.GtE),
    ast.Lt: (ast.Gt, ast.LtE),
    ast.GtE: (ast.Lt, ast.Gt),
    ast.LtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
_SMALL = (1e-4, 1e-5, 1e-6)


class Edit:
    """Another expression, or other statements, for a node."""

    def __init__(self, node, made, line, order, parent):
        self.node, self.made, self.line, self.order, self.parent = node, made, line, order, parent
        self.is_new = isinstance(made, list) or ast.dump(made) != ast.dump(node)

    @property
    def hands_on(self):
        """Whether what it is made to is only handed out there: another line has made it."""
        parts = self.node.elts if isinstance(self.node, ast.Tuple) else [self.node]
        is_handed = isinstance(self.parent, (ast.Return, ast.Tuple)) or isinstance(self.node, ast.Tuple)
        keeps = isinstance(self.made, ast.AST) and all(
            any(ast.dump(part) == ast.dump(each) for each in ast.walk(self.made)) for part in parts
        )
        return is_handed and keeps and all(isinstance(part, (ast.Name, ast.Attribute)) for part in parts)

    @property
    def text(self):
        made = self.made if isinstance(self.made, list) else [self.made]
        return "; ".join([ast.unparse(ast.fix_missing_locations(copied(each))) for each in made])[:120]


def exchanged(place, places):
    """A part left out, or another in its place."""
    node = place.node
    for made in _exchanged(place, places):
        yield Edit(node, made, place.line, place.order, place.parent)


def _exchanged(place, places):
    node, value = place.node, place.value
    if isinstance(node, ast.Name):
        for name in _like(node.id, place):
            yield ast.Name(name, ast.Load())
    elif isinstance(node, ast.Attribute):
        yield from _attributes(place)
    elif isinstance(node, ast.Constant):
        yield from _constants(place)
    elif isinstance(node, ast.BinOp):
        yield copied(node.left)
        yield copied(node.right)
        yield ast.BinOp(copied(node.right), node.op, copied(node.left))
        for op in _OPERATORS.get(type(node.op), ()):
            yield ast.BinOp(copied(node.left), op(), copied(node.right))
        if isinstance(node.right, ast.BinOp):
            # `a - b / c` for `(a - b) / c`.
            inner = ast.BinOp(copied(node.left), node.op, copied(node.right.left))
            yield ast.BinOp(inner, node.right.op, copied(node.right.right))
        if isinstance(node.left, ast.BinOp):
            inner = ast.BinOp(copied(node.left.right), node.op, copied(node.right))
            yield ast.BinOp(copied(node.left.left), node.left.op, inner)
    elif isinstance(node, ast.UnaryOp):
        yield copied(node.operand)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for op in _COMPARED.get(type(node.ops[0]), ()):
            yield ast.Compare(copied(node.left), [op()], [copied(each) for each in node.comparators])
    elif isinstance(node, ast.Call):
        yield from _calls(node)
    elif isinstance(node, ast.Subscript):
        yield copied(node.value)
        yield from _indices(place)
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(copied(node.test), copied(node.orelse), copied(node.body))
    elif isinstance(node, (ast.Tuple, ast.List)):
        if len(node.elts) == 2:
            yield type(node)([copied(each) for each in reversed(node.elts)], ast.Load())
        if type(node) is ast.Tuple:
            yield from _alike(node)
    array = number_or_array(value)
    if array is not None and array.ndim == 2 and not _is_property(node, "T"):
        yield ast.Attribute(copied(node), "T", ast.Load())
    if isinstance(value, (list, tuple)) and len(value) > 1 and not isinstance(node, (ast.Tuple, ast.List)):
        yield _reversed(node)


def _is_property(node, name):
    return isinstance(node, ast.Attribute) and node.attr == name


def _reversed(node):
    return ast.Subscript(copied(node), ast.Slice(None, None, ast.UnaryOp(ast.USub(), ast.Constant(1))), ast.Load())


def _alike(node):
    """The same done to each item: all turned around."""
    yield type(node)([_reversed(each) for each in node.elts], ast.Load())


def _like(name, place):
    """Other names that hold something of the kind."""
    held = place.names.get(name, place.value)
    array = number_or_array(held)
    for each, value in place.names.items():
        if each == name:
            continue
        one = number_or_array(value)
        if array is None:
            if one is None and type(value) is type(held) and not callable(value):
                yield each
        elif one is not None and one.ndim == array.ndim and (one.dtype.kind == array.dtype.kind or array.ndim > 0):
            yield each


def _attributes(place):
    node, array = place.node, number_or_array(place.value)
    if node.attr == "T":
        yield copied(node.value)
    if array is None or not isinstance(node.value, ast.Name):
        return
    owner = place.names.get(node.value.id)
    for name, value in list(getattr(owner, "__dict__", {}).items()):
        if name != node.attr and number_or_array(value) is not None:
            yield ast.Attribute(copied(node.value), name, ast.Load())


def _constants(place):
    value = place.node.value
    if isinstance(value, int):
        others = [value + 1, value - 1, -value, 0, 1, 2]
    elif isinstance(value, float):
        others = [0.0, 1.0, -value, 2 * value, value / 2]
        if 0 < value < 1e-2:
            others += _SMALL
    else:
        return
    for each in dict.fromkeys(others):
        if each != value:
            yield constant(each)
    if isinstance(place.parent, (ast.Subscript, ast.Slice)) or value not in (0, 1):
        return
    for name, held in place.names.items():
        if number_or_array(held) is not None:
            yield ast.Name(name, ast.Load())
    if value == 0:
        yield ast.UnaryOp(ast.USub(), ast.Attribute(ast.Name(NP, ast.Load()), "inf", ast.Load()))


def constant(value):
    return ast.UnaryOp(ast.USub(), ast.Constant(-value)) if value < 0 else ast.Constant(value)


def _calls(node):
    keywords, func = node.keywords, node.func
    arguments = [each for each in node.args if not isinstance(each, ast.Starred)]

    def call(function=None, args=None, kept=None):
        return ast.Call(
            copied(func) if function is None else function,
            [copied(each) for each in (node.args if args is None else args)],
            [copied(each) for each in (keywords if kept is None else kept)],
        )

    if isinstance(func, ast.Attribute):
        for name in _SIBLINGS.get(func.attr, ()):
            yield call(ast.Attribute(copied(func.value), name, ast.Load()))
    elif isinstance(func, ast.Name) and func.id in ("min", "max"):
        yield call(ast.Name("max" if func.id == "min" else "min", ast.Load()))
    if len(arguments) == 1:
        yield copied(arguments[0])
    elif not arguments and isinstance(func, ast.Attribute):
        yield copied(func.value)
    for at in range(len(arguments) - 1):
        swapped = list(node.args)
        swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
        yield call(args=swapped)
    for at, keyword in enumerate(keywords):
        rest = keywords[:at] + keywords[at + 1 :]
        yield call(kept=rest)
        if keyword.arg == "axis":
            for axis in (0, 1, -1):
                yield call(kept=[*rest, ast.keyword("axis", constant(axis))])
        if keyword.arg == "keepdims":
            yield call(kept=[*rest, ast.keyword("keepdims", ast.Constant(True))])
    name = func.attr if isinstance(func, ast.Attribute) else ""
    if name in ("sum", "mean", "max", "min", "var", "std", "argmax"):
        named = {each.arg for each in keywords}
        if "axis" not in named:
            for axis in (0, 1):
                one = [*keywords, ast.keyword("axis", ast.Constant(axis))]
                yield call(kept=one)
                yield call(kept=[*one, ast.keyword("keepdims", ast.Constant(True))])
        elif "keepdims" not in named and name != "argmax":
            yield call(kept=[*keywords, ast.keyword("keepdims", ast.Constant(True))])


def _indices(place):
    """`x[:]` for `x[i]` was written where one entry is meant, and the reverse."""
    node = place.node
    at = node.slice
    if isinstance(at, ast.Slice):
        whole = at.lower is None and at.upper is None
        if whole and at.step is None:
            for name, held in place.names.items():
                if isinstance(held, (int, np.integer)):
                    yield ast.Subscript(copied(node.value), ast.Name(name, ast.Load()), ast.Load())
        if at.lower is not None:
            yield ast.Subscript(copied(node.value), ast.Slice(None, at.upper, at.step), ast.Load())
        if at.upper is not None:
            yield ast.Subscript(copied(node.value), ast.Slice(at.lower, None, at.step), ast.Load())


def statements(places, reached):
    """`=` for `+=` and the like, and what should not be there at all, where these places stand."""
    orders = {id(place.statement): place.order for place in reached}
    found = []
    for statement in places.statements:
        order = orders.get(id(statement))
        if order is None:
            continue
        changes = [[made] for made in _otherwise(statement)]
        if isinstance(statement, (ast.AugAssign, ast.Expr)):
            changes.append([ast.Pass()])
        found += [Edit(statement, made, statement.lineno, order, statement) for made in changes]
    return found


def _otherwise(statement):
    if isinstance(statement, ast.AugAssign):
        made = []
        for op in (ast.Add, ast.Sub, ast.Mult, ast.Div):
            if type(statement.op) is not op:
                made.append(ast.AugAssign(copied(statement.target), op(), copied(statement.value)))
        return [*made, ast.Assign([copied(statement.target)], copied(statement.value))]
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        if isinstance(target, (ast.Name, ast.Attribute, ast.Subscript)):
            return [ast.AugAssign(copied(target), ast.Add(), copied(statement.value))]
    return []
