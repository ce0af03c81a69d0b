"""A place's expression taken several times: whether that makes all right, and the mistake that the number says."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import math

import numpy as np

from ...copied import copied, walk
from .edit import ADDS, CHANGES, REMOVES, Edit, is_bare
from .nodes import binary
from .terms import is_part_of, unpenalised


class Multiples:
    """The part of a search that multiplies."""

    def scaled(self, place, gradients, target):
        """Whether a multiple of the expression makes all right: what it is to be multiplied by says the mistake."""
        node = place.node
        value = place.values[0]
        if value.dtype.kind == "b":
            return
        wrong = self.aim.wrong_rows(target)
        is_penalty = self.is_penalty(place, self.parameters_of(wrong))
        if is_penalty:
            for edit in unpenalised(place, self.scene):
                if self.attempt(edit, target):
                    return
        factor = self.aim.factor(gradients, target)
        if factor is None:
            return
        if is_penalty:
            is_bias = all(sum(extent > 1 for extent in row[1]) < 2 for row in wrong)
            code = "penalty-factor"
            if abs(factor) < 1e-6:
                code = "penalty-on-bias" if is_bias else "penalty-factor"
            self.attempt(Edit(code, place, self.times(node, factor), REMOVES), target)
            return
        # What the forward pass has made is right; and to be nothing is no multiple, as exactly as factors are known.
        if abs(factor) < 1e-6 or self.scene.is_forward(place):
            return
        code = self.code_at(place, factor) or self.code_of(factor)
        if code == "scaled" and not _is_written(factor):
            return
        edit = Edit(code, place, self.times(node, factor), self.rank_of(place, factor))
        edit.factor = factor
        self.attempt(edit, target)

    def parameters_of(self, rows):
        return [self.scene.entries_of(row[0]) for row in rows]

    def penalised(self, writes, target):
        """Whether a penalty's slope makes all right where it is added: how much of it, what came of one says."""
        factors = []

        def solve(_edit, seen):
            if seen is None or not self.aim.keeps_loss(seen[0]):
                factors.append(None)
            else:
                factors.append(self.aim.factor(seen[1], target))

        self.attempt_all([write(1.0) for write in writes], solve)
        for write, factor in zip(writes, factors):
            edit = None if factor is None or abs(factor - 1) <= 1e-9 else write(factor - 1)
            if edit is not None:
                self.attempt(edit, target)

    def renamed(self, write, target):
        """Whether a multiple of what a line leaves in a name makes all right."""
        seen = self.outcome(write("scaled", 2.0))
        if seen is None or not self.aim.keeps_loss(seen[0]):
            return
        factor = self.aim.factor(seen[1], target)
        if factor is None or abs(factor) < 1e-6 or abs(factor - 1) < 1e-9:
            return
        code = self.code_of(factor)
        if code != "scaled" or _is_written(factor):
            self.attempt(write(code, factor), target)

    def times(self, node, factor):
        return binary(ast.Constant(float(factor)), ast.Mult(), copied(node))

    def is_penalty(self, place, parameters):
        """Whether a place is a term that is a multiple of one of these parameters, entry by entry."""
        value = place.values[0]
        # One number is a multiple of any other.
        if value.size < 2 or value.dtype.kind == "b" or place.outer is not None and not _is_term(place.outer.node):
            return False
        # What holds parameters by itself is handed on, unless it is added to something.
        if place.outer is None and is_bare(place.node) and not isinstance(place.parent, ast.AugAssign):
            return False
        held = [other.values[0] for _, _, other in self.scene.names_at(place)]
        held = self.scene.parameters + [each.T for each in self.scene.parameters] + held
        for each in held:
            if np.any(each) and _is_multiple(value, each) and is_part_of(each, parameters):
                return all(_is_multiple(outer.values[0], each) for outer in _products_around(place))
        return False

    def code_at(self, place, factor):
        """The mistake of a count that stands there, where another belongs."""
        node = place.node
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "mean":
            inner = self.scene.shape_of(node.args[0]) if node.args else None
            inner = inner or self.scene.shape_of(node.func.value)
            count = 0 if inner is None else math.prod(inner) / max(1, place.values[0].size)
            return "double-mean" if count > 1 and abs(factor - count) < 1e-4 * count else None
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, (ast.Mult, ast.Div)):
            return None
        for side in (node.left, node.right):
            held = self.scene.number_of(side)
            if not held or isinstance(side, ast.Constant):
                continue
            is_divisor = isinstance(node.op, ast.Div) and side is node.right
            wanted = held / factor if is_divisor else held * factor
            for m in self.scene.samples:
                if abs(wanted - m) < 1e-4 * m and abs(held - m) > 1e-4:
                    return "missing-mean" if abs(held - 1) < 1e-9 else "wrong-mean"
                if abs(wanted - 1 / m) < 1e-4 / m and abs(1 / held - m) > 1e-4:
                    return "missing-mean" if abs(held - 1) < 1e-9 else "wrong-mean"
        return None

    def code_of(self, factor):
        def is_(value):
            return abs(factor - value) <= 1e-4 * abs(value)

        samples, counts = self.scene.samples, self.scene.counts()
        if is_(-1):
            return "wrong-sign"
        if any(is_(1 / m) for m in samples):
            return "missing-mean"
        if any(is_(m) for m in samples):
            return "double-mean"
        if is_(2) or is_(0.5):
            # A root that happens to be 2, as of the 4 units of a small attention, is none.
            is_root = any(self.scene.is_forward(each) and _is_root_of_four(each) for each in self.program.places)
            return "scaled" if is_root else "factor-two"
        if any(is_(n / m) or is_(m / n) for m in samples for n in counts):
            return "wrong-mean"
        if any(is_(1 / n) for n in counts):
            return "missing-mean"
        if any(is_(n) for n in counts):
            return "wrong-mean"
        return "scaled"

    def rank_of(self, place, factor):
        """Less where it takes away what stands there: a minus, a count, a mean."""
        node = place.node
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and factor < 0:
            return REMOVES
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "mean":
            return REMOVES
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
            for side in (node.left, node.right):
                held = self.scene.number_of(side)
                is_divisor = isinstance(node.op, ast.Div) and side is node.right
                if held and abs(factor - (held if is_divisor else 1 / held)) <= 1e-4 * abs(factor):
                    return REMOVES
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and factor < 0:
            return CHANGES
        return ADDS


def most_of(place, scene):
    """How to multiply all terms of a sum but one: `a / n + b + c` for `a + b / n + c / n`."""
    terms = _terms(place.node)
    if len(terms) < 3 or not place.values or scene.is_forward(place) or _is_in_sum(place):
        return
    for term in terms:
        yield lambda c, term=term: _but_for(place, term, c, scene)


def _terms(node):
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        # What is taken away is a term by itself, with what stands before it.
        return [*_terms(node.left), *([node.right] if isinstance(node.op, ast.Sub) else _terms(node.right))]
    return [node]


def _is_in_sum(place):
    return isinstance(place.parent, ast.BinOp) and isinstance(place.parent.op, (ast.Add, ast.Sub))


def _but_for(place, term, factor, scene):
    """The sum, and `factor` times all of it but a term; None where the rest is not divided or multiplied by a count."""
    counts = [*scene.samples, *scene.counts()]
    codes = {**{1 / n: "missing-mean" for n in counts}, **{float(n): "double-mean" for n in counts}}
    code = next((code for value, code in codes.items() if abs(factor + 1 - value) < 1e-4 * value), None)
    if code is None and factor != 1:
        return None
    is_taken = any(_takes_away(each, term) for each in walk(place.node))
    rest = binary(copied(place.node), ast.Add() if is_taken else ast.Sub(), copied(term))
    added = binary(ast.Constant(float(factor)), ast.Mult(), rest)
    return Edit(code, place, binary(copied(place.node), ast.Add(), added), ADDS)


def _takes_away(node, term):
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and node.right is term


def _is_root_of_four(place):
    node = place.node
    is_root = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "sqrt"
    return is_root and place.values[0].ndim == 0 and abs(float(place.values[0]) - 2) < 1e-9


def _is_written(factor):
    """Whether a factor is one that somebody writes, or a root of one: of one term, any other mistake too is a factor."""
    for value in (factor, 1 / factor, factor**2, factor**-2):
        for divisor in (*range(1, 11), 12, 16, 20, 100):
            whole = round(value * divisor)
            if whole and abs(value * divisor - whole) <= 1e-4 * min(abs(whole), 1):
                return True
    return False


def _is_multiple(value, held):
    """Whether a value is one number times what a parameter holds."""
    if value.shape != held.shape:
        return False
    at = int(np.argmax(np.abs(held)))
    ratio = value.reshape(-1)[at] / held.reshape(-1)[at]
    return bool(ratio) and np.allclose(value, ratio * held, rtol=1e-9, atol=1e-15)


def _products_around(place):
    """The products and quotients within which a place stands, up to the sum that they are a term of."""
    outer = place.outer
    while outer is not None and outer.values and isinstance(outer.node, ast.BinOp):
        if not isinstance(outer.node.op, (ast.Mult, ast.Div)):
            return
        yield outer
        outer = outer.outer


def _is_term(node):
    """Whether what stands within an expression may be a term of a sum."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div))
