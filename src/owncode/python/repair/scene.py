"""What the edits look around for: the names at a place, what is made by the forward pass, the slopes that it could need."""

from ...own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ...copied import walk
from .factors import Factors
from .probe import key_of


_MOST_CARRIED = 6


class Scene(Factors):
    """All that was noted of one evaluation."""

    def __init__(self, run, declared, program, forward):
        self.namespace, self.program = run.namespace, program
        self.parameters = [parameter.point for parameter in declared.parameters]
        self.parameter_keys = {key_of(each) for each in self.parameters}
        self.parameter_keys |= {key_of(each.T) for each in self.parameters if each.ndim == 2}
        self.entries = np.unique(np.concatenate([each.reshape(-1) for each in self.parameters] + [np.zeros(1)]))
        self.forward_keys = {key_of(value) for place in forward for value in place.values}
        self.forward_keys.update(*(place.later for place in forward))
        self.forward_keys |= {key_of(value.T) for place in forward for value in place.values if value.ndim == 2}
        self.forward_nodes = {id(place.node) for place in forward}
        self.at_node = {id(place.node): place for place in program.places}
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
        self._factors, self._names, self._parsed, self._made, self._entries = {}, {}, {}, {}, {}
        self.samples = self._samples() | self._divisors()
        self.leaks = sorted(self._leaks())

    def _nest(self, node, scope):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            self.outer[node] = scope
            scope = node
        for child in ast.iter_child_nodes(node):
            self._nest(child, scope)

    def _samples(self):
        """The numbers of samples that there could be: the extents that the arrays of the way forward share."""
        extents = [set(each[0]) for each in self.forward_keys if len(each[0]) == 2 and each not in self.parameter_keys]
        own = {extent for each in self.parameters for extent in each.shape}
        for place in self.program.places:
            # Parameters may be parts of one long array.
            for value in place.values[:1]:
                if value.ndim == 2 and value.dtype.kind != "b" and self.is_of_vector(value):
                    own |= set(value.shape)
        counts = {}
        lengths = [set(each[0]) for each in self.forward_keys if len(each[0]) == 1 and extents]
        for each in [*extents, *lengths]:
            for extent in each:
                counts[extent] = counts.get(extent, 0) + 1
        met = set().union(*extents)
        found = [extent for extent in counts if extent > 1 and extent not in own and extent in met]
        if found:
            return {max(found, key=lambda extent: counts[extent])}
        flat = [
            each[0][0] for each in self.forward_keys if len(each[0]) == 1 and each[0][0] not in own and each[0][0] > 1
        ]
        # What a layer by itself is given is judged like a parameter: there are further arrays of its shape.
        shapes = {each[0] for each in self.forward_keys if each not in self.parameter_keys}
        own = {extent for each in self.parameters if each.shape not in shapes for extent in each.shape}
        own |= {each.shape[-1] for each in self.parameters if each.ndim}
        given = {each.shape[0] for each in self.parameters if each.ndim > 1 and each.shape in shapes} - own
        if flat or given:
            return given or set(flat)
        return {max(counts, key=lambda extent: counts[extent])} if counts else set()

    def _divisors(self):
        """The numbers that the way forward divides a sum by: `loss / n` after samples that are taken one by one."""
        found = set()
        for place in self.program.places:
            node = place.node
            is_quotient = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and place.shape == ()
            if is_quotient and isinstance(node.right, (ast.Name, ast.Call)) and self.is_forward(place):
                number = self.number_of(node.right) or 0
                if number > 1 and number == int(number):
                    found.add(int(number))
        return found

    def counts(self):
        """Extents of arrays: by one of them a mean could be taken that is none over the samples."""
        extents = {extent for shape, _ in self.forward_keys for extent in shape if extent > 1}
        return (extents | {extent for each in self.parameters for extent in each.shape if extent > 1}) - self.samples

    def shape_of(self, node):
        """The shape of what an expression has given first; None where that was not noted."""
        place = self.at_node.get(id(node))
        if place is not None and place.values:
            return place.shape
        if isinstance(node, ast.Attribute) and node.attr == "T":
            inner = self.shape_of(node.value)
            return None if inner is None else inner[::-1]
        return None

    def number_of(self, node):
        """The number that an expression gives; None where it is none."""
        if isinstance(node, ast.Constant):
            return float(node.value) if isinstance(node.value, (int, float)) else None
        place = self.at_node.get(id(node))
        return float(place.values[0]) if place is not None and place.values and place.values[0].ndim == 0 else None

    def is_forward(self, place):
        return bool(place.values) and key_of(place.values[0]) in self.forward_keys

    def is_parameter(self, value):
        return key_of(value) in self.parameter_keys

    def entries_of(self, at):
        """The entries of a parameter as a set."""
        if at not in self._entries:
            self._entries[at] = set(self.parameters[at].reshape(-1).tolist())
        return self._entries[at]

    def is_parameter_name(self, name):
        return any(
            place.values
            and isinstance(place.node, ast.Name)
            and place.node.id == name
            and self.is_parameter(place.values[0])
            for place in self.program.places
        )

    def is_of_parameters(self, value):
        """Whether all entries are entries of parameters: one of them, a part, or another shape of it."""
        flat = np.asarray(value, dtype=float).reshape(-1)
        at = np.clip(np.searchsorted(self.entries, flat), 0, len(self.entries) - 1)
        return bool(np.any(flat != 0) and np.all(self.entries[at] == flat))

    def is_of_vector(self, value):
        """Whether it is a part of one long parameter; rows of a matrix are what samples look up."""
        vectors = [self.entries_of(at) for at, each in enumerate(self.parameters) if each.ndim == 1]
        return any(all(entry in own for entry in value.reshape(-1).tolist()) for own in vectors)

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
            given.append((text, self.parsed(text), held))
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

    def spread_at(self, place):
        """What names hold there of the way forward or of parameters that is spread over the place's entries."""
        root = place
        while root.outer is not None:
            root = root.outer
        found, seen = [], set()
        for text, held in root.held.items():
            values = held.values
            if not values or values[0].dtype.kind == "b" or values[0].ndim == 0 or not _is_spread(values[0], place):
                continue
            key = key_of(values[0])
            if key not in seen and (key in self.forward_keys or key in self.parameter_keys):
                seen.add(key)
                found.append((text, self.parsed(text), held))
        return found

    def carried_at(self, place):
        """Pairs of an error and of weights that a function holds there, each as (expression, shape)."""
        root = place
        while root.outer is not None:
            root = root.outer
        errors, weights = [], []
        for text, held in root.held.items():
            if not held.values or held.values[0].ndim != 2 or held.values[0].dtype.kind == "b":
                continue
            value = held.values[0]
            known = (self.parsed(text), value.shape)
            if self.is_parameter(value):
                weights.append(known)
            elif key_of(value) not in self.forward_keys and np.any(value):
                errors.append(known)
        return [(error, one) for error in errors[-_MOST_CARRIED:] for one in weights[:_MOST_CARRIED]]

    def is_made_before(self, node, place):
        """Whether it is a name that the way back gives a value itself: where that is made, another can be made."""
        if place.scope not in self._made:
            self._made[place.scope] = {
                to.id
                for each in walk(place.scope)
                if isinstance(each, ast.Assign) and id(each.value) not in self.forward_nodes
                for to in each.targets
                if isinstance(to, ast.Name)
            }
        return isinstance(node, ast.Name) and node.id in self._made[place.scope]

    def parsed(self, text):
        """An expression's tree, for what copies it."""
        if text not in self._parsed:
            self._parsed[text] = ast.parse(text, mode="eval").body
        return self._parsed[text]


def _is_alike(place, other):
    """Whether two places hold arrays of the same shapes, time by time where they are met as often."""
    if not place.values or not other.values:
        return False
    if place.hits == other.hits and len(place.values) == len(other.values):
        return all(one.shape == two.shape for one, two in zip(place.values, other.values))
    return other.values[0].shape in [value.shape for value in place.values]


def _is_spread(value, place):
    """Whether an array of fewer entries, or of as many, can multiply a place's."""
    if not 1 < value.size < place.values[0].size or value.ndim > place.values[0].ndim:
        return False
    padded = (1,) * (place.values[0].ndim - value.ndim) + value.shape
    return all(one in (1, extent) for one, extent in zip(padded, place.shape))


def is_function_of(one, other):
    """Whether an array is a rising function of another, entry by entry: as A is of Z."""
    if one.shape != other.shape or one.size < 3:
        return False
    order = np.argsort(other, axis=None, kind="stable")
    sorted_ = one.reshape(-1)[order]
    return bool(np.all(np.diff(sorted_) >= -1e-12) and np.any(np.diff(sorted_) > 0))
