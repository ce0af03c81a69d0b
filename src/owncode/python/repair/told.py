"""What is told of the changes that make every gradient right: one mistake at one line, or nothing."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import re

from ...copied import walk
from ..lines import BEYOND
from .edit import ADDS
from .lineof import divides_by_spread, line_of_count, line_of_idle, line_of_mask
from .statements import is_update

# Mistakes that the same numbers may be told by: the one that says more comes first.
_NARROWER = (
    "rounded-prediction",
    "penalty-on-bias",
    "penalty-factor",
    "penalty-missing",
    "slope-twice",
    "activation-instead-of-derivative",
    "derivative-of-wrong-tensor",
    "wrong-slope",
    "missing-activation-derivative",
    "inner-derivative-missing",
    "missing-delta",
    "missing-dot-term",
    "not-a-slope",
    "wrong-layer-input",
    "wrong-weights",
    "restarted-delta",
    "wrong-key",
    "operand-order",
    "elementwise-product",
    "matrix-product",
    "summed-everything",
    "wrong-axis",
    "missing-sum",
    "gradients-accumulate",
    "update-order",
    "wrong-sign",
    "loss-term-sign",
    "double-mean",
    "missing-mean",
    "wrong-mean",
    "factor-two",
    "scaled",
)


def told_of(fits, program, scene, wrong):
    """`{code, line}` of what all that fits has in common; None where it is more than one mistake. `wrong` are shapes."""
    fits = tellable(fits, program)
    for choose in (_simplest, _in_the_file, scene.where_helpers_are_wrong, _unlike_twin):
        fits = choose(fits) or fits
    if not fits:
        return None
    if {edit.code for edit in fits} <= {"missing-mean", "wrong-mean"}:
        line = line_of_count(fits, scene)
        fits = [edit for edit in fits if edit.line == line] or fits
    fits = _where_made(fits) or fits
    lines, codes = {edit.line for edit in fits}, {edit.code for edit in fits}
    if len(lines) > 1 and len(codes) == 1:
        line = _line_of(fits, codes, wrong, scene)
        return {"code": codes.pop(), "line": None if line is None else program.original(line)}
    if len(lines) > 1:
        return None
    code = min(codes, key=lambda code: _NARROWER.index(code) if code in _NARROWER else len(_NARROWER))
    return {"code": code, "line": program.original(lines.pop())}


def tellable(fits, program):
    """Those that stand in the file and are not only its being called."""
    return [edit for edit in fits if edit.line < BEYOND and not _only_calls(edit, program)]


def _line_of(fits, codes, wrong, scene):
    """
    The line of what may be added in several. An error that lacks its slope lacks it where it is made last; what only the
    weights lack, or only the biases, they lack where they are made of what they share with others.
    """
    if fits[0].rank < ADDS:
        return None
    if codes == {"penalty-missing"}:
        for choose in (lambda edits: _who_know(edits, scene), _no_updates):
            fits = choose(fits) or fits
        if len({edit.place.scope for edit in fits}) > 1:
            return None
    if codes == {"missing-dot-term"}:
        # The terms belong where the spread divides, behind all that they are made of.
        lines = [edit.line for edit in fits if divides_by_spread(edit.place, scene)]
        return _only(lines or [edit.line for edit in fits if not isinstance(edit.place.parent, ast.Return)])
    if codes == {"inner-derivative-missing"}:
        return line_of_idle(fits)
    if codes == {"missing-sum"} and fits[0].rank > ADDS:
        return line_of_idle(fits)
    if codes <= {"scaled", "wrong-mean", "factor-two"}:
        # A number that is wrong stands where there is one.
        line = _only([edit.line for edit in fits if _holds_number(getattr(edit, "place", None), scene)])
        if line is None and codes == {"scaled"}:
            line = line_of_mask(fits, scene)
        if line is not None or codes <= {"scaled", "factor-two"}:
            return line
    if codes == {"missing-activation-derivative"}:
        # A function of the way back that gives on what it was given does nothing by itself: there the slope belongs.
        places = [(edit.line, getattr(edit, "place", None)) for edit in fits]
        idle = {line for line, place in places if _returns_argument(place) or _adds_unchanged(place)}
        if len(idle) == 1:
            return idle.pop()
        return max(fits, key=lambda edit: edit.order).line
    is_bias = {sum(extent > 1 for extent in shape) < 2 for shape in wrong}
    return min(fits, key=lambda edit: edit.order).line if len(is_bias) == 1 else None


def _only(lines):
    """The one line that several are; None where there is none, or more than one."""
    return lines[0] if len(set(lines)) == 1 else None


def _holds_number(place, scene):
    """Whether a place is a product with a number, or what a number divides."""
    node = None if place is None else place.node
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, (ast.Mult, ast.Div)):
        return False
    return any(scene.number_of(side) is not None for side in (node.left, node.right))


def _who_know(fits, scene):
    """Of places that could lack a penalty, those whose function holds its rate."""

    def knows(edit):
        root = edit.place
        while root.outer is not None:
            root = root.outer
        numbers = [
            abs(float(held.values[0])) for held in root.held.values() if held.values and held.values[0].ndim == 0
        ]
        rate = abs(edit.rate)
        rates = [rate * part * m for part in (0.5, 1, 2) for m in (1, *scene.samples)]
        return any(number and abs(number - each) <= 1e-4 * each for number in numbers for each in rates)

    return [edit for edit in fits if knows(edit)]


def _no_updates(fits):
    """Without the lines that change parameters: a penalty's slope belongs to the gradient."""
    return [edit for edit in fits if not is_update(edit.place.statement)]


def _returns_argument(place):
    return (
        place is not None
        and isinstance(place.parent, ast.Return)
        and isinstance(place.node, ast.Name)
        and place.node.id in [each.arg for each in place.scope.args.args]
    )


def _adds_unchanged(place):
    """`a.grad += out.grad`: what goes through is what comes."""
    statement = getattr(place, "parent", None)
    return (
        isinstance(statement, ast.AugAssign)
        and isinstance(place.node, ast.Attribute)
        and isinstance(statement.target, ast.Attribute)
        and place.node.attr == statement.target.attr
    )


def _simplest(fits):
    best = min((edit.rank for edit in fits), default=0)
    return [edit for edit in fits if edit.rank == best]


def _only_calls(edit, program):
    """A line of a declared check that is no copy of one of the file's: it calls what is checked."""
    return any(unit.is_check for unit in edit.units) and edit.line not in program.copies


def _in_the_file(fits):
    """Without the lines of a declared check, which only call what is checked, where others fit as well."""
    return [edit for edit in fits if not any(unit.is_check for unit in edit.units)]


def _unlike_twin(fits):
    """Those that let a line do what another does under the next number: `dW2 = D2` beside `dW1 = D1 / m`."""
    found = [edit for edit in fits if edit.rank >= ADDS and _has_fuller_twin(getattr(edit, "place", None))]
    return found if len({edit.line for edit in found}) == 1 else fits


def _has_fuller_twin(place):
    statement = None if place is None else place.statement
    if place is not None and isinstance(place.parent, ast.Tuple) and isinstance(place.node, ast.Name):
        # `return loss / n, dW, db / n`.
        others = [each for each in place.parent.elts if each is not place.node]
        return all(isinstance(each, ast.BinOp) and isinstance(each.op, (ast.Div, ast.Mult)) for each in others)
    if not isinstance(statement, ast.Assign) or place.node is not statement.value:
        return False
    target, part = _without_numbers(statement.targets[0]), _without_numbers(place.node)
    return any(
        isinstance(other, ast.Assign)
        and other is not statement
        and _without_numbers(other.targets[0]) == target
        and _without_numbers(other.value) != part
        and any(_without_numbers(each) == part for each in walk(other.value) if isinstance(each, ast.expr))
        for other in walk(place.scope)
    )


def _without_numbers(node):
    return re.sub(r"\d+", "#", ast.unparse(node))


def _where_made(fits):
    """Without the places that only hand on what another line has made."""
    return [edit for edit in fits if not (edit.rank >= ADDS and _hands_on(edit))]


def _hands_on(edit):
    place = getattr(edit, "place", None)
    if place is None or not isinstance(place.node, (ast.Name, ast.Attribute, ast.Subscript)):
        return False
    if edit.code in ("missing-dot-term", "inner-derivative-missing") or edit.code == "missing-sum" and edit.rank > ADDS:
        return False
    if edit.code == "penalty-missing":
        return not isinstance(place.parent, ast.Assign) or isinstance(place.parent.targets[0], ast.Name)
    if edit.code != "missing-activation-derivative":
        return True
    # `dZ1 = dA1`, and `return grad` of what the function was given, leave out what belongs there.
    if isinstance(place.parent, ast.Return) and isinstance(place.node, ast.Name):
        return not _returns_argument(place)
    return not isinstance(place.parent, ast.Assign)
