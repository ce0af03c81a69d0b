"""The ways to write one place otherwise: as the slip that is taken back might have been made."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import sys
from collections import Counter

from ..copied import copied
from .calls import calls, constant
from .indices import indices, is_whole, neighbours
from .places import NP, number_or_array

_OPERATORS = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add, ast.MatMult),
    ast.Div: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.FloorDiv: (ast.Div, ast.Mult, ast.Mod),
    ast.Mod: (ast.FloorDiv,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
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
    """Another expression for that of a place, or other statements for the one that it stands in."""

    def __init__(self, place, made, statement=None):
        self.place, self.made = place, made
        self.node = place.node if statement is None else statement
        self.line = self.node.lineno
        # Whether it takes the place of what does nothing; whether it supposes more than others that were tried beside it.
        self.is_filled = self.is_within = False
        # Which of what a right program holds its statement makes then; a number that is larger than all where none.
        self.held = sys.maxsize

    @property
    def is_new(self):
        return isinstance(self.made, list) or ast.dump(self.made) != ast.dump(self.node)

    @property
    def cost(self):
        """How many names, numbers and operators are others."""
        old = _tokens([self.node])
        new = _tokens(self.made if isinstance(self.made, list) else [self.made])
        return sum(((old - new) + (new - old)).values())

    @property
    def hands_on(self):
        """Whether what it is made to is only handed out there: another line has made it."""
        parts = self.node.elts if isinstance(self.node, ast.Tuple) else [self.node]
        is_handed = isinstance(self.place.parent, (ast.Return, ast.Tuple)) or isinstance(self.node, ast.Tuple)
        keeps = isinstance(self.made, ast.AST) and all(
            any(ast.dump(part) == ast.dump(each) for each in ast.walk(self.made)) for part in parts
        )
        return is_handed and keeps and all(map(_is_held, parts))

    @property
    def text(self):
        made = self.made if isinstance(self.made, list) else [self.made]
        return "; ".join([ast.unparse(ast.fix_missing_locations(copied(each))) for each in made])[:120]


def _is_held(node):
    """Whether it is only a name, or an entry of what has one."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        node = node.value
    return isinstance(node, (ast.Name, ast.Attribute))


def _tokens(nodes):
    found = Counter()
    for node in nodes:
        for each in ast.walk(node):
            if isinstance(each, ast.Name):
                found[each.id] += 1
            elif isinstance(each, ast.Attribute):
                found["." + each.attr] += 1
            elif isinstance(each, ast.Constant):
                found[repr(each.value)] += 1
            elif isinstance(each, ast.keyword):
                found[f"{each.arg}="] += 1
            elif isinstance(each, (ast.operator, ast.unaryop, ast.cmpop, ast.Slice, ast.Call, ast.stmt)):
                found[type(each).__name__] += 1
    return found


def exchanged(place, _):
    """A part left out, or another in its place."""
    for made in _exchanged(place):
        yield Edit(place, made)


def _exchanged(place):
    node, value = place.node, place.value
    if isinstance(node, ast.Name):
        for name in _like(node.id, place):
            yield ast.Name(name, ast.Load())
    elif isinstance(node, ast.Attribute):
        yield from _attributes(place)
    elif isinstance(node, ast.Constant):
        yield from _constants(place)
    elif isinstance(node, ast.BinOp):
        yield from _operations(node)
    elif isinstance(node, ast.UnaryOp):
        yield copied(node.operand)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for op in _COMPARED.get(type(node.ops[0]), ()):
            yield ast.Compare(copied(node.left), [op()], [copied(each) for each in node.comparators])
    elif isinstance(node, ast.Call):
        yield from calls(node)
        yield from _moved_out(node)
    elif isinstance(node, ast.Subscript):
        yield copied(node.value)
        yield from indices(place)
        array = number_or_array(value)
        if array is not None and array.ndim > 0:
            for name in _like(None, place):
                yield ast.Name(name, ast.Load())
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(copied(node.test), copied(node.orelse), copied(node.body))
        yield copied(node.body)
        yield copied(node.orelse)
    elif isinstance(node, (ast.Tuple, ast.List)) and not any(isinstance(each, ast.Starred) for each in node.elts):
        if len(node.elts) == 2:
            yield type(node)([copied(each) for each in reversed(node.elts)], ast.Load())
        if type(node) is ast.Tuple:
            yield type(node)([_reversed(each) for each in node.elts], ast.Load())
    yield from neighbours(place)
    array = number_or_array(value)
    if array is not None and array.ndim == 2 and not _is_property(node, "T"):
        yield ast.Attribute(copied(node), "T", ast.Load())
    if isinstance(value, (list, tuple)) and len(value) > 1 and not isinstance(node, (ast.Tuple, ast.List)):
        yield _reversed(node)


def _operations(node):
    left, right, op = node.left, node.right, node.op
    yield copied(left)
    yield copied(right)
    yield ast.BinOp(copied(right), op, copied(left))
    for other in _OPERATORS.get(type(op), ()):
        yield ast.BinOp(copied(left), other(), copied(right))
    if isinstance(op, (ast.Mult, ast.Div)):
        yield ast.BinOp(copied(right), ast.Div(), copied(left))
    if isinstance(right, ast.BinOp):
        # `a - b / c` for `(a - b) / c`.
        inner = ast.BinOp(copied(left), op, copied(right.left))
        yield ast.BinOp(inner, right.op, copied(right.right))
    if isinstance(left, ast.BinOp):
        inner = ast.BinOp(copied(left.right), op, copied(right))
        yield ast.BinOp(copied(left.left), left.op, inner)
    yield from _moved_out(node)
    # `sqrt(a) + e` for `sqrt(a + e)`.
    for of, term in ((left, right), (right, left)):
        if isinstance(of, ast.Call) and len(of.args) == 1:
            yield ast.Call(copied(of.func), [ast.BinOp(copied(of.args[0]), op, copied(term))], of.keywords)
        elif isinstance(of, ast.BinOp) and isinstance(of.op, ast.Pow):
            yield ast.BinOp(ast.BinOp(copied(of.left), op, copied(term)), ast.Pow(), copied(of.right))
        elif isinstance(of, ast.UnaryOp):
            yield ast.UnaryOp(of.op, ast.BinOp(copied(of.operand), op, copied(term)))


def _moved_out(node):
    """`f(a) + e` for `f(a + e)`, where f is a function, a power or a sign."""
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.BinOp):
        inner = node.args[0]
        rest = [copied(each) for each in node.args[1:]]
        for of, term in ((inner.left, inner.right), (inner.right, inner.left)):
            yield ast.BinOp(ast.Call(copied(node.func), [copied(of), *rest], node.keywords), inner.op, copied(term))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and isinstance(node.left, ast.BinOp):
        inner = node.left
        for of, term in ((inner.left, inner.right), (inner.right, inner.left)):
            yield ast.BinOp(ast.BinOp(copied(of), ast.Pow(), copied(node.right)), inner.op, copied(term))
    elif isinstance(node, ast.BinOp) and isinstance(node.right, ast.BinOp):
        # `1 / (a + e)` for `1 / a + e`.
        inner = node.right
        for of, term in ((inner.left, inner.right), (inner.right, inner.left)):
            yield ast.BinOp(ast.BinOp(copied(node.left), node.op, copied(of)), inner.op, copied(term))


def _is_property(node, name):
    return isinstance(node, ast.Attribute) and node.attr == name


def _reversed(node):
    return ast.Subscript(copied(node), ast.Slice(None, None, ast.UnaryOp(ast.USub(), ast.Constant(1))), ast.Load())


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
        others = [value + 1, value - 1, -value, 0, 1, 2, 3]
    elif isinstance(value, float):
        others = [0.0, 0.5, 1.0, 2.0, -value, 2 * value, value / 2, 10 * value, value / 10]
        if 0 < value < 1e-2:
            others += _SMALL
        if abs(value) > 1 and value.is_integer():
            others += [value + 1, value - 1]
    else:
        return
    for each in dict.fromkeys(others):
        if each != value:
            yield constant(each)
    if isinstance(place.parent, (ast.Subscript, ast.Slice)):
        for name, held in place.names.items():
            if is_whole(held):
                yield ast.Name(name, ast.Load())
        return
    if value not in (0, 1):
        return
    for name, held in place.names.items():
        if number_or_array(held) is not None:
            yield ast.Name(name, ast.Load())
    if value == 0:
        yield ast.UnaryOp(ast.USub(), ast.Attribute(ast.Name(NP, ast.Load()), "inf", ast.Load()))


def statements(places):
    """`=` for `+=` and the like, and what should not be there at all, where these places stand."""
    found = []
    for place in {id(place.statement): place for place in places}.values():
        statement = place.statement
        changes = [[made] for made in _otherwise(statement)]
        if isinstance(statement, (ast.AugAssign, ast.Expr)):
            changes.append([ast.Pass()])
        found += [Edit(place, made, statement) for made in changes]
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
            return [ast.AugAssign(copied(target), op(), copied(statement.value)) for op in (ast.Add, ast.Mult)]
    return []
