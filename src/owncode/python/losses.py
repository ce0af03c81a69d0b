"""Losses that the lines of a round can be meant for: those of the file, and what comes out beside what is wanted."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from ..copied import walk
from .calls import COSTS, NO_COST, Calls
from .draft import FILE, names_in
from .functions import LOSS_NAME, PREDICTED, TARGET
from .held import CLOSED, is_loss, is_row
from .leaves import is_array, is_number, leaves, scalar_of
from .pairing import is_gradient_name
from .sites import bound_names

_TRAINS = re.compile(r"\b(train\w*|fit\w*|step|learn|optimi[sz]e|run|main|gradient_descent\w*)\(", re.I)
_KEPT = re.compile(r"loss|cost|error|hist|^j", re.I)
_ERROR = re.compile(r"^(e|err|error)$", re.I)


def shown_in(node):
    """The expressions of numbers that a printed one puts into its text."""
    if isinstance(node, ast.JoinedStr):
        parts = [each.value for each in node.values if isinstance(each, ast.FormattedValue)]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _is_text(node.left):
        parts = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and (_is_text(node.left) or _is_text(node.right)):
        parts = [node.left, node.right]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("str", "repr", "format"):
        parts = node.args[:1]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_text(node.func.value):
        parts = node.args
    else:
        return [] if isinstance(node, ast.Constant) else [node]
    return [number for part in parts for number in shown_in(part)]


def _is_text(node):
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, (ast.Add, ast.Mod)) and (_is_text(node.left) or _is_text(node.right))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in ("str", "repr", "format")
    return isinstance(node, ast.JoinedStr) or isinstance(node, ast.Constant) and isinstance(node.value, str)


def value_bound(statement, name):
    """What an assignment gives a name; None where it is no plain one."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        if isinstance(target, ast.Name) and target.id == name:
            return statement.value
    return None


def is_miss(name, value):
    """Whether a number is by how much one sample's output misses its target: no loss, half of its square is one."""
    if not _ERROR.match(name) or not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Sub):
        return False
    return not re.search(r"log|mean|abs|\*\* ?2|square", ast.unparse(value))


class Losses(Calls):
    """The part of a round that looks for its losses."""

    def outputs(self, held):
        """(names that may hold what comes out, the target's name) among what the lines before the update bind."""
        bound = [self.renames.get(name, name) for name in bound_names(self.statements[: self.cut])]
        wanted = self.data_text(held, TARGET) or self.compared(held)
        if wanted is None:
            return [], None
        target, goal = wanted
        goal = np.array(goal)
        size = goal.size
        places = {self.places[at].name for at in self.parameters}
        found = []
        for name in bound + ([self.call.instance] if self.call.instance else []) + list(held):
            if name not in held or name == target or isinstance(held[name], CLOSED) or name[:2] == "__":
                continue
            whole = isinstance(held[name], list) and is_row(held[name]) and len(held[name]) == size and name in bound
            if whole and not re.search(r"delta|error|diff|err|expect|target|^d[A-Z]", name):
                found.append((name, np.array(held[name], dtype=float)))
                continue
            for leaf in leaves(held[name], name, None, name)[:60]:
                last = leaf.name.rpartition(".")[2]
                if leaf.name in places or is_gradient_name(last) or re.search(r"delta|error|diff|err|^d[A-Z]", last):
                    continue
                value = leaf.value
                fits = np.size(value) == size or np.ndim(value) == 2 and goal.ndim == 1 and size in np.shape(value)
                if fits and (is_array(value) and value.dtype.kind == "f" or isinstance(value, float)):
                    if all(leaf.name != each for each, _ in found):
                        found.append((leaf.name, np.array(value, dtype=float)))
        found.sort(key=lambda each: not PREDICTED.match(re.sub(r"[\d_]*$", "", each[0].rpartition(".")[2])))
        return found[:8], (target, goal)

    def data_text(self, held, names):
        """(expression, value) of the round's inputs or targets; None where it has none that are named so."""
        head = self.statements[: self.cut]
        bound = [self.renames.get(name, name) for name in bound_names(head)]
        texts = [name for name in reversed(bound) if names.match(name.replace("check_", ""))]
        for node in [each for statement in head for each in walk(statement)]:
            if isinstance(node, ast.Subscript) and names.match(ast.unparse(node.value).rpartition(".")[2]):
                texts.append(self.text_of(node))
        texts += [name for name in self.renames.values() if names.match(name.replace("check_", ""))]
        texts += [name for name in held if names.match(name)]
        for text in dict.fromkeys(texts):
            try:
                value = eval(compile(text, FILE, "eval", 0, True), held)
            except Exception:  # noqa: S112 - what is only there while it runs
                continue
            if is_array(value) or is_number(value) or isinstance(value, (list, tuple)) and is_row(value):
                return text, value
        return None

    def compared(self, held):
        """(expression, value) of what the round is given and takes what it makes from, whatever that is called; else None."""
        head = self.statements[: self.cut]
        bound = set(bound_names(head))
        found = {}
        for node in [each for statement in head for each in walk(statement)]:
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
                for one, other in ((node.left, node.right), (node.right, node.left)):
                    if isinstance(one, ast.Name) and isinstance(other, ast.Name):
                        text = self.text_of(one)
                        pair = held.get(text), held.get(self.text_of(other))
                        is_given = one.id not in bound and other.id in bound
                        if is_given and all(map(is_array, pair)) and np.shape(pair[0]) == np.shape(pair[1]):
                            found[text] = pair[0]
        return next(iter(found.items())) if len(found) == 1 else None

    def own_losses(self, held):
        """(name, expression, number of the statement after which it stands) of losses of the file's own."""
        head = self.statements[: self.cut]
        found = {}

        places = set(self.names_moved())

        def note(name, text, place):
            if text not in places:
                found.setdefault(text, (name, text, place))

        for at in range(len(head) - 1, -1, -1):
            for name in bound_names([head[at]]):
                spelled = self.renames.get(name, name)
                if not LOSS_NAME.match(name) or not is_loss(held.get(spelled)):
                    continue
                if not is_miss(name, value_bound(head[at], name)):
                    note(name, spelled, at)
        owners = self.owners()
        for name, node in self.loss_nodes():
            text = self.text_of(node)
            if text in found or _TRAINS.search(text):
                continue
            used = {each.id for each in walk(node) if isinstance(each, ast.Name)}
            place = max([at for at, each in enumerate(head) if used & set(bound_names([each]))], default=-1)
            # What an object holds of its forward pass is there once that has been called.
            within = [at for at, each in enumerate(head) if any(inner is node for inner in walk(each))]
            if any(name in owners for name in names_in(text)):
                place = max([place, *(within or [len(head) - 1])])
            value = self.tried(text, held)
            if is_loss(value) and not isinstance(value, (list, tuple)):
                note(name or text, text, place)
            elif isinstance(value, tuple) and value and scalar_of(value[0]) is not None:
                note(name or text, text + "[0]", place)
        for text in self.cost_calls(held):
            if scalar_of(self.tried(text, held)) is not None:
                used = names_in(text)
                spelled = [{self.renames.get(name, name) for name in bound_names([each])} for each in head]
                note(text, text, max([at for at, names in enumerate(spelled) if used & names], default=-1))
        return list(found.values())

    def squared_misses(self, held):
        """(name, expression, place) of half the square of each number by which one output misses its target."""
        for at, statement in enumerate(self.statements[: self.cut]):
            for name in bound_names([statement]):
                spelled = self.renames.get(name, name)
                if is_miss(name, value_bound(statement, name)) and is_number(held.get(spelled)):
                    yield "½ %s²" % name, "0.5 * %s ** 2" % spelled, at

    def loss_nodes(self):
        """(name or None, expression) of what the file computes or shows as a loss, the round's own lines first."""
        for node in self.statements:
            for each in walk(node):
                if isinstance(each, (ast.Assign, ast.AugAssign)):
                    target = each.target if isinstance(each, ast.AugAssign) else each.targets[0]
                    name = target.id if isinstance(target, ast.Name) else getattr(target, "attr", "")
                    if LOSS_NAME.match(name) and not is_miss(name, each.value):
                        yield name, each.value
        if self.returned is not None:
            for part in self.returned.elts if isinstance(self.returned, ast.Tuple) else [self.returned]:
                yield None, part
        roots = [*self.appended, *self.statements, self.site.fn.node if self.site.fn else None, self.names.tree]
        for node in [each for root in roots if root is not None for each in walk(root)]:
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "append" and len(node.args) == 1 and _KEPT.search(ast.unparse(node.func.value)):
                yield None, node.args[0]
            elif called == "print":
                for part in [number for argument in node.args for number in shown_in(argument)]:
                    if any(isinstance(each, ast.Call) for each in walk(part)):
                        yield None, part
            elif COSTS.search(called) and not NO_COST.search(called):
                yield None, node
