"""The slopes that an array could be multiplied by: written out, or given by a function of the file."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import re
import types

import numpy as np

from ...copied import copied, walk
from .nodes import binary, call
from .probe import key_of

_SLOPE_NAME = re.compile(r"deriv|prime|grad|slope|dev|back|^d_?[a-z]|_d$|der$", re.I)
_LONGEST = 6


def _logistic(x):
    return 1 / (1 + np.exp(-x))


# By a part of a function's name, what its slope is by its argument and by its value.
_KNOWN_SLOPES = (
    ("sigm", lambda x: _logistic(x) * (1 - _logistic(x))),
    ("sigm", lambda x: x * (1 - x)),
    ("logistic", lambda x: _logistic(x) * (1 - _logistic(x))),
    ("logistic", lambda x: x * (1 - x)),
    ("tanh", lambda x: 1 - np.tanh(x) ** 2),
    ("tanh", lambda x: 1 - x * x),
    ("relu", lambda x: 1.0 * (x > 0)),
)


class Factor:
    """A slope as an expression, with its values; `of` is the place that it is taken at."""

    def __init__(self, node, values, of, kind):
        self.node, self.values, self.of, self.kind = node, values, of, kind


class Factors:
    """The part of a scene that knows slopes."""

    def _helpers(self, tree):
        """(expression of a function of one array that its name calls a slope, the function)."""
        found = []
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and self._is_helper(node, 1):
                function = self.namespace.get(node.name)
                if type(function) is types.FunctionType:
                    found.append((ast.Name(node.name, ast.Load()), function, None))
            if isinstance(node, ast.ClassDef):
                for part in node.body:
                    if isinstance(part, ast.FunctionDef) and self._is_helper(part, 2):
                        method = getattr(self.namespace.get(node.name), part.name, None)
                        if type(method) is types.FunctionType:
                            found.append((part.name, method, node.name))
        return found

    def _leaks(self):
        """The numbers of the file that a leaky ReLU could multiply negative entries by."""
        return {
            float(node.value)
            for unit in self.program.units
            for node in walk(unit.root)
            if isinstance(node, ast.Constant) and type(node.value) is float and 0 < node.value < 1
        }

    def _is_helper(self, node, count):
        arguments = node.args
        return (
            len(arguments.args) == count
            and not arguments.vararg
            and not arguments.kwonlyargs
            and len(node.body) <= _LONGEST
            and bool(_SLOPE_NAME.search(node.name))
            and not any(isinstance(each, (ast.For, ast.While)) for each in walk(node))
        )

    def slope_calls_at(self, place):
        """The functions that an object holds under a slope's name."""
        while place.outer is not None:
            place = place.outer
        return [
            (ast.parse(text, mode="eval").body, function)
            for text, function in place.callables.items()
            if _SLOPE_NAME.search(text.rpartition(".")[2]) and "." in text and type(function) is types.FunctionType
        ]

    def factors_at(self, place):
        """The slopes that an array of this shape could be multiplied by there."""
        root = place
        while root.outer is not None:
            root = root.outer
        key = (root, place.shape, place.hits)
        if key in self._factors:
            return self._factors[key]
        found, seen = [], set()
        for _, node, other in self.names_at(place):
            # Of a layer by itself what it is given is judged like a parameter.
            is_weights = len(self.parameters) > 1 and self.is_parameter(other.values[0])
            if is_weights or not self.is_forward(other) and not self.is_parameter(other.values[0]):
                continue
            for factor in self._slopes_of(node, other, place):
                digits = tuple(np.round(value, 11).tobytes() for value in factor.values[:3])
                if digits not in seen and not all(_is_constant(value) for value in factor.values):
                    seen.add(digits)
                    found.append(factor)
        found += self._masks_at(place)
        self._factors[key] = found
        return found

    def _masks_at(self, place):
        """What the way forward has let through, as truth values: `self.mask` of a ReLU or a dropout."""
        root = place
        while root.outer is not None:
            root = root.outer
        for text, held in root.held.items():
            values = held.values
            is_mask = (
                values and values[0].dtype.kind == "b" and values[0].shape == place.shape and self.is_forward(held)
            )
            if is_mask and not all(_is_constant(value) for value in values):
                made = binary(ast.Constant(1.0), ast.Mult(), copied(self.parsed(text)))
                yield Factor(made, [1.0 * value for value in values], held, "value")

    def _slopes_of(self, node, other, place):
        values = other.values
        one = ast.Constant(1)
        with np.errstate(all="ignore"):
            if all(np.all((value > 0) & (value < 1)) for value in values):
                made = binary(copied(node), ast.Mult(), binary(one, ast.Sub(), copied(node)))
                yield Factor(made, [value * (1 - value) for value in values], other, "value")
            if all(np.all(np.abs(value) <= 1) for value in values):
                made = binary(one, ast.Sub(), binary(copied(node), ast.Mult(), copied(node)))
                yield Factor(made, [1 - value * value for value in values], other, "value")
            made = binary(one, ast.Mult(), ast.Compare(copied(node), [ast.Gt()], [ast.Constant(0)]))
            yield Factor(made, [1.0 * (value > 0) for value in values], other, "value")
            inverse = call("exp", ast.UnaryOp(ast.USub(), copied(node)))
            half = binary(binary(one, ast.Add(), inverse), ast.Pow(), ast.Constant(2))
            made = binary(call("exp", ast.UnaryOp(ast.USub(), copied(node))), ast.Div(), half)
            yield Factor(made, [np.exp(-value) / (1 + np.exp(-value)) ** 2 for value in values], other, "argument")
            made = binary(one, ast.Sub(), binary(call("tanh", copied(node)), ast.Pow(), ast.Constant(2)))
            yield Factor(made, [1 - np.tanh(value) ** 2 for value in values], other, "argument")
            for leak in self.leaks:
                # The way forward has made what lets a part of the negative entries through.
                if key_of(np.where(values[0] > 0, values[0], leak * values[0])) in self.forward_keys:
                    is_positive = ast.Compare(copied(node), [ast.Gt()], [ast.Constant(0)])
                    made = call("where", is_positive, ast.Constant(1.0), ast.Constant(leak))
                    yield Factor(made, [np.where(value > 0, 1.0, leak) for value in values], other, "argument")
            # Before what functions give of it: one that gives it back is no slope.
            yield Factor(copied(node), list(values), other, "itself")
            for helper, function, owner in self.helpers:
                made, given = self._helped(helper, function, owner, node, values, place)
                if made is not None:
                    yield Factor(made, given, other, "function")
            for helper, function in self.slope_calls_at(place):
                made, given = self._helped(helper, function, None, node, values, place)
                if made is not None:
                    yield Factor(made, given, other, "function")
            # The slope of a logarithm, in code that goes number by number; a count is none.
            if place.shape == () and all(value != 0 for value in values) and any(value % 1 for value in values):
                yield Factor(binary(one, ast.Div(), copied(node)), [1 / value for value in values], other, "inverse")

    def _helped(self, helper, function, owner, node, values, place):
        try:
            if owner is None:
                given = [np.array(function(value.copy()), dtype=float) for value in values]
                made = ast.Call(copied(helper), [copied(node)], [])
            else:
                first = getattr(place.scope, "args", None)
                if not first or not first.args or first.args[0].arg != "self":
                    return None, None
                given = [np.array(function(None, value.copy()), dtype=float) for value in values]
                made = ast.Call(ast.Attribute(ast.Name("self", ast.Load()), helper, ast.Load()), [copied(node)], [])
        except Exception:
            return None, None
        if all(one.shape == value.shape and np.all(np.isfinite(one)) for one, value in zip(given, values)):
            return made, given
        return None, None

    def slope_like(self, place, values):
        """The slope that an array is, of whatever is at hand there; None where it is none."""
        digits = [np.round(np.asarray(value, dtype=float), 9) for value in values[:2]]
        for factor in self.factors_at(place):
            if factor.kind != "itself" and all(
                one.shape == other.shape and np.array_equal(one, np.round(other, 9))
                for one, other in zip(digits, factor.values)
            ):
                return factor
        return None

    def where_helpers_are_wrong(self, fits):
        """
        Of a slope's function and the lines that call it, the one that is wrong: the function where it is no slope of
        what its name says, else the lines.
        """
        inside = [edit for edit in fits if self.is_slope_function(edit)]
        if not inside:
            return fits
        wrong = [
            edit for edit in inside if not self.is_right_slope(edit.place) and not self._is_returned_on(edit.place)
        ]
        return wrong or [edit for edit in fits if edit not in inside] or fits

    def _is_returned_on(self, place):
        """Whether what a place gives is what the function gives back in another line: that line gives it too early."""
        if not place.values or isinstance(place.statement, ast.Return):
            return False
        return any(
            other.scope is place.scope
            and isinstance(other.parent, ast.Return)
            and other.values
            and np.array_equal(other.values[0], place.values[0])
            for other in self.program.places
        )

    def is_slope_function(self, edit):
        return getattr(edit, "place", None) is not None and self.is_in_slope(edit.place)

    def is_in_slope(self, place):
        """Whether a place is in a function of one argument that calls itself a slope, or has no name."""
        scope = place.scope
        arguments = [each.arg for each in scope.args.args if each.arg != "self"]
        return len(arguments) == 1 and (isinstance(scope, ast.Lambda) or bool(_SLOPE_NAME.search(scope.name)))

    def is_right_slope(self, place):
        """Whether a slope's function gives the slope of the function that its name speaks of, by argument or by value."""
        scope = place.scope
        argument = next(each.arg for each in scope.args.args if each.arg != "self")
        given = self.named.get(scope, {}).get(argument)
        returned = next(
            (
                each
                for each in self.program.places
                if each.scope is scope and each.values and (each.parent is scope or isinstance(each.parent, ast.Return))
            ),
            None,
        )
        if given is None or returned is None:
            return False
        x, y = given[1].values[0], returned.values[0]
        partner = self._partner(scope)
        if partner is not None:
            return bool(np.allclose(y, (partner(x + 1e-6) - partner(x - 1e-6)) / 2e-6, rtol=1e-5, atol=1e-7))
        name = getattr(scope, "name", "").lower()
        return any(
            y.shape == x.shape and np.allclose(y, slope(x), rtol=1e-9, atol=1e-12)
            for word, slope in _KNOWN_SLOPES
            if not any(each in name for each, _ in _KNOWN_SLOPES) or word in name
        )

    def _partner(self, scope):
        """The function that is given beside a nameless slope: `Activation(lambda x: …, lambda x: …)`."""
        for unit in self.program.units:
            for node in walk(unit.root):
                if isinstance(node, ast.Call) and scope in node.args:
                    for other in node.args:
                        if isinstance(other, ast.Lambda) and other is not scope:
                            expression = ast.fix_missing_locations(ast.Expression(copied(other)))
                            return eval(compile(expression, "<repair>", "eval", 0, True), self.namespace)
        return None


def _is_constant(value):
    return value.size > 1 and bool(np.all(value == value.reshape(-1)[0]))
