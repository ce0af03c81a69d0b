"""What the edits look around for: the names at a place, what is made by the forward pass, the slopes that it could need."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import copy
import re
import types

import numpy as np

from .places import NP

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


def key_of(value):
    """What two equal arrays have in common."""
    rounded = np.asarray(value, dtype=float)
    return rounded.shape, (rounded + 0.0).tobytes()


def copied(node):
    return copy.deepcopy(node)


def call(name, *arguments, **keywords):
    """`np.name(…)`, whatever NumPy is called in the file."""
    return ast.Call(
        ast.Attribute(ast.Name(NP, ast.Load()), name, ast.Load()),
        list(arguments),
        [ast.keyword(key, ast.Constant(value)) for key, value in keywords.items()],
    )


def binary(left, op, right):
    return ast.BinOp(left, op, right)


class Factor:
    """A slope as an expression, with its values; `of` is the place that it is taken at."""

    def __init__(self, node, values, of, kind):
        self.node, self.values, self.of, self.kind = node, values, of, kind


class Scene:
    """All that was noted of one evaluation."""

    def __init__(self, run, declared, program, forward):
        self.namespace, self.program = run.namespace, program
        self.parameters = [parameter.point for parameter in declared.parameters]
        self.parameter_keys = {key_of(each) for each in self.parameters}
        self.parameter_keys |= {key_of(each.T) for each in self.parameters if each.ndim == 2}
        self.entries = np.unique(np.concatenate([each.reshape(-1) for each in self.parameters] + [np.zeros(1)]))
        self.forward_keys = {key_of(value) for place in forward for value in place.values}
        self.forward_keys |= {key_of(value.T) for place in forward for value in place.values if value.ndim == 2}
        self.outer = {}
        for unit in program.units:
            self._nest(unit.root, None)
        self.named = {}
        for place in program.places:
            if place.values and isinstance(place.node, (ast.Name, ast.Attribute, ast.Subscript)):
                self.named.setdefault(place.scope, {}).setdefault(ast.unparse(place.node), (place.node, place))
            elif place.values and isinstance(place.parent, ast.Assign) and len(place.parent.targets) == 1:
                target = place.parent.targets[0]
                if isinstance(target, ast.Name):
                    node = ast.Name(target.id, ast.Load())
                    self.named.setdefault(place.scope, {}).setdefault(target.id, (node, place))
        self.helpers = self._helpers(run.source.tree)
        self.samples = self._samples()
        self._factors, self._names = {}, {}

    def _nest(self, node, scope):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            self.outer[node] = scope
            scope = node
        for child in ast.iter_child_nodes(node):
            self._nest(child, scope)

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

    def _is_helper(self, node, count):
        arguments = node.args
        return (
            len(arguments.args) == count
            and not arguments.vararg
            and not arguments.kwonlyargs
            and len(node.body) <= _LONGEST
            and bool(_SLOPE_NAME.search(node.name))
            and not any(isinstance(each, (ast.For, ast.While)) for each in ast.walk(node))
        )

    def _samples(self):
        """The numbers of samples that there could be: the extents that the arrays of the way forward share."""
        extents = [set(each[0]) for each in self.forward_keys if len(each[0]) == 2 and each not in self.parameter_keys]
        own = {extent for each in self.parameters for extent in each.shape}
        for place in self.program.places:
            # Parameters may be parts of one long array.
            for value in place.values[:1]:
                if value.ndim == 2 and value.dtype.kind != "b" and self.is_of_parameters(value):
                    own |= set(value.shape)
        counts = {}
        for each in extents:
            for extent in each:
                counts[extent] = counts.get(extent, 0) + 1
        found = [extent for extent, count in counts.items() if extent > 1 and extent not in own and count >= 1]
        if found:
            return {max(found, key=lambda extent: counts[extent])}
        flat = [
            each[0][0] for each in self.forward_keys if len(each[0]) == 1 and each[0][0] not in own and each[0][0] > 1
        ]
        if flat:
            return set(flat)
        return {max(counts, key=lambda extent: counts[extent])} if counts else set()

    def counts(self):
        """Extents of arrays: by one of them a mean could be taken that is none over the samples."""
        extents = {extent for shape, _ in self.forward_keys for extent in shape if extent > 1}
        return (extents | {extent for each in self.parameters for extent in each.shape if extent > 1}) - self.samples

    def shape_of(self, node):
        """The shape of what an expression has given first; None where that was not noted."""
        for place in self.program.places:
            if place.node is node and place.values:
                return place.shape
        if isinstance(node, ast.Attribute) and node.attr == "T":
            inner = self.shape_of(node.value)
            return None if inner is None else inner[::-1]
        return None

    def number_of(self, node):
        """The number that an expression gives; None where it is none."""
        if isinstance(node, ast.Constant):
            return float(node.value) if isinstance(node.value, (int, float)) else None
        for place in self.program.places:
            if place.node is node and place.values and place.values[0].ndim == 0:
                return float(place.values[0])
        return None

    def is_forward(self, place):
        return bool(place.values) and key_of(place.values[0]) in self.forward_keys

    def is_parameter(self, value):
        return key_of(value) in self.parameter_keys

    def is_of_parameters(self, value):
        """Whether all entries are entries of parameters: one of them, a part, or another shape of it."""
        flat = np.asarray(value, dtype=float).reshape(-1)
        at = np.clip(np.searchsorted(self.entries, flat), 0, len(self.entries) - 1)
        return bool(np.any(flat != 0) and np.all(self.entries[at] == flat))

    def names_at(self, place):
        """(text, expression, the place where it was noted) of what could stand there, without two of the same values."""
        if place in self._names:
            return self._names[place]
        given, scope = [], place.scope
        root = place
        while root.outer is not None:
            root = root.outer
        for text, held in root.held.items():
            held.hits = root.hits
            given.append((text, ast.parse(text, mode="eval").body, held))
        while scope is not None:
            # What was noted elsewhere in a function may be of another round of its loop.
            given += [
                (text, node, other)
                for text, (node, other) in self.named.get(scope, {}).items()
                if text not in root.held
            ]
            scope = self.outer.get(scope)
        found, seen = [], set()
        for text, node, other in given:
            if not _is_alike(place, other) or other.values[0].dtype.kind == "b":
                continue
            key = tuple(key_of(value)[1] for value in other.values[:3])
            if key not in seen:
                seen.add(key)
                found.append((text, node, other))
        self._names[place] = found
        return found

    def is_made_before(self, node, place):
        """Whether it is a name that the function gives a value itself: where that is made, another can be made."""
        return isinstance(node, ast.Name) and any(
            isinstance(each, ast.Assign) and any(isinstance(to, ast.Name) and to.id == node.id for to in each.targets)
            for each in ast.walk(place.scope)
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
            if not self.is_forward(other) or self.is_parameter(other.values[0]):
                continue
            for factor in self._slopes_of(node, other, place):
                digits = tuple(np.round(value, 11).tobytes() for value in factor.values[:3])
                if digits not in seen and not all(_is_constant(value) for value in factor.values):
                    seen.add(digits)
                    found.append(factor)
        self._factors[key] = found
        return found

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
            for helper, function, owner in self.helpers:
                made, given = self._helped(helper, function, owner, node, values, place)
                if made is not None:
                    yield Factor(made, given, other, "function")
            for helper, function in self.slope_calls_at(place):
                made, given = self._helped(helper, function, None, node, values, place)
                if made is not None:
                    yield Factor(made, given, other, "function")
            yield Factor(copied(node), list(values), other, "itself")

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

    def where_helpers_are_wrong(self, fits):
        """
        Of a slope's function and the lines that call it, the one that is wrong: the function where it is no slope of
        what its name says, else the lines.
        """
        inside = [edit for edit in fits if self.is_slope_function(edit)]
        if not inside or len(inside) == len(fits):
            return fits
        wrong = [edit for edit in inside if not self.is_right_slope(edit.place)]
        return wrong if wrong else [edit for edit in fits if edit not in inside]

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
            for node in ast.walk(unit.root):
                if isinstance(node, ast.Call) and scope in node.args:
                    for other in node.args:
                        if isinstance(other, ast.Lambda) and other is not scope:
                            expression = ast.fix_missing_locations(ast.Expression(copied(other)))
                            return eval(compile(expression, "<repair>", "eval", 0, True), self.namespace)
        return None

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


def _is_alike(place, other):
    """Whether two places hold arrays of the same shapes, time by time where they are met as often."""
    if not place.values or not other.values:
        return False
    if place.hits == other.hits and len(place.values) == len(other.values):
        return all(one.shape == two.shape for one, two in zip(place.values, other.values))
    return other.values[0].shape in [value.shape for value in place.values]


def _is_constant(value):
    return value.size > 1 and bool(np.all(value == value.reshape(-1)[0]))


def is_function_of(one, other):
    """Whether an array is a rising function of another, entry by entry: as A is of Z."""
    if one.shape != other.shape or one.size < 3:
        return False
    order = np.argsort(other, axis=None, kind="stable")
    sorted_ = one.reshape(-1)[order]
    return bool(np.all(np.diff(sorted_) >= -1e-12) and np.any(np.diff(sorted_) > 0))
