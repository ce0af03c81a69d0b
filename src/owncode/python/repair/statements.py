"""The ways to write a statement otherwise: added to or put in its place, before or after what reads what it changes."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

from ...copied import copied, walk
from .edit import ADDS_WITHIN, CHANGES
from .nodes import NP


class StatementEdit:
    """Other statements for a block of them."""

    def __init__(self, code, unit, block, made, line, order, rank=CHANGES):
        self.code, self.block, self.made = code, block, made
        self.units, self.line, self.order, self.rank = [unit], line, order, rank

    def apply(self):
        self.old = list(self.block)
        self.block[:] = self.made

    def undo(self):
        self.block[:] = self.old


def _blocks(node):
    for each in walk(node):
        for field in ("body", "orelse"):
            block = getattr(each, field, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def statement_edits(program, lines):
    """The edits of statements in the lines that are looked at."""
    first = {}
    for place in program.places:
        if place.hits:
            first.setdefault(id(place.statement), place.order)
    for unit in program.units:
        for block in _blocks(unit.root):
            for at, statement in enumerate(block):
                order = first.get(id(statement))
                # What takes a number from an entry has no expression of its own.
                is_entry = order is None and at > 0 and _is_entry(statement)
                if is_entry:
                    order = first.get(id(block[at - 1]))
                if order is None:
                    continue
                if statement.lineno in lines or is_entry:
                    for code, made in _otherwise(statement):
                        changed = [ast.copy_location(made, statement)]
                        yield StatementEdit(
                            code, unit, block, block[:at] + changed + block[at + 1 :], statement.lineno, order
                        )
                if statement.lineno in lines:
                    alike = _alike(statement, block[at:])
                    if len(alike) > 1:
                        made = [_added(each) if each in alike else each for each in block]
                        yield StatementEdit("missing-sum", unit, block, made, statement.lineno, order)
                if at + 1 < len(block) and is_update(statement):
                    for to in range(at + 1, len(block)):
                        rest = block[:at] + block[at + 1 : to + 1] + [statement] + block[to + 1 :]
                        yield StatementEdit("update-order", unit, block, rest, statement.lineno, order)


def _otherwise(statement):
    if isinstance(statement, ast.AugAssign):
        if isinstance(statement.op, ast.Add):
            yield "gradients-accumulate", _assigned(statement)
            yield _sign_code(statement), ast.AugAssign(statement.target, ast.Sub(), statement.value)
            if isinstance(statement.target, ast.Subscript):
                yield "missing-sum", _added_at(statement)
                yield from _whole(statement)
        elif isinstance(statement.op, ast.Sub):
            yield _sign_code(statement), ast.AugAssign(statement.target, ast.Add(), statement.value)
            yield from _whole(statement)
    elif isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        # What is made of itself, `dA = dA * D`, overwrites nothing that it lacks.
        is_own = isinstance(target, ast.Name) and any(
            isinstance(each, ast.Name) and each.id == target.id for each in walk(statement.value)
        )
        if isinstance(target, (ast.Name, ast.Attribute, ast.Subscript)) and not is_own:
            yield "missing-sum", ast.AugAssign(target, ast.Add(), statement.value)


def _whole(statement):
    """`p[label] -= 1`, where another number is taken away: the target of the right class is 1."""
    if _is_entry(statement) and statement.value.value != 1:
        yield "missing-delta", ast.AugAssign(statement.target, ast.Sub(), ast.Constant(1))


def _is_entry(statement):
    is_one = isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Subscript)
    return is_one and isinstance(statement.value, ast.Constant) and type(statement.value.value) in (int, float)


def _added_at(statement):
    """`np.add.at(dE, words, g)` in the place of `dE[words] += g`, which adds of what comes twice only the last."""
    held = statement.target
    place = ast.Attribute(ast.Attribute(ast.Name(NP, ast.Load()), "add", ast.Load()), "at", ast.Load())
    value = copied(held.value)
    return ast.Expr(ast.Call(place, [value, copied(held.slice), copied(statement.value)], []))


def _alike(statement, block):
    """The assignments to the same attribute of several objects, from the first of them on: `a.grad = …`, `b.grad = …`."""

    def attribute(each):
        is_one = isinstance(each, ast.Assign) and len(each.targets) == 1 and isinstance(each.targets[0], ast.Attribute)
        return each.targets[0].attr if is_one else None

    return [each for each in block if attribute(statement) is not None and attribute(each) == attribute(statement)]


def _added(statement):
    return ast.copy_location(ast.AugAssign(statement.targets[0], ast.Add(), statement.value), statement)


def scaled_names(program, scene):
    """How to multiply a name behind each line that changes it in place, by code and factor."""
    for unit in program.units:
        for block in _blocks(unit.root):
            for at, statement in enumerate(block):
                target = statement.target if isinstance(statement, ast.AugAssign) else None
                while isinstance(target, ast.Subscript):
                    target = target.value
                if not isinstance(target, ast.Name) or scene.is_parameter_name(target.id):
                    continue
                is_factor = (
                    isinstance(statement.op, (ast.Mult, ast.Div)) and scene.number_of(statement.value) is not None
                )
                following = block[at + 1] if at + 1 < len(block) else None
                line = following.lineno if isinstance(following, ast.Pass) and not is_factor else statement.lineno

                def write(code, factor, unit=unit, block=block, at=at, name=target.id, line=line, is_factor=is_factor):
                    value = ast.BinOp(ast.Name(name, ast.Load()), ast.Mult(), ast.Constant(float(factor)))
                    added = ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], value), block[at])
                    made = block[: at + 1] + [added] + block[at + 1 :]
                    return StatementEdit(code, unit, block, made, line, at, CHANGES if is_factor else ADDS_WITHIN)

                yield write


def _sign_code(statement):
    """`P[rows, y] += 1` is a term of the error; what is subtracted elsewhere is a gradient."""
    return "loss-term-sign" if isinstance(statement.value, ast.Constant) else "wrong-sign"


def _assigned(statement):
    return ast.Assign([statement.target], statement.value)


def is_update(statement):
    """Whether a parameter may be changed by it: `W -= …`, `W = W - …`."""
    if isinstance(statement, ast.AugAssign):
        return isinstance(statement.op, (ast.Sub, ast.Add))
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        text = ast.unparse(statement.targets[0])
        return isinstance(statement.value, ast.BinOp) and text in [
            ast.unparse(each) for each in (statement.value.left, statement.value.right)
        ]
    return False
