"""What a file's functions are given: as its own run had it, as other functions made it, else as names tell of it."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from ..copied import walk
from .draft import Draft, is_gradient_leaf, own_leaves
from .flat import Flat
from .functions import CACHE, COST, FORWARD, INIT, INPUT, OTHER, PARAMETERS, PREDICTED, RATE, SIZES, TARGET
from .instances import Instances
from .invent import is_data, keys_used, option_text, size_text
from .leaves import is_array


_PENALTY = re.compile(r"^(reg|lambd\w*|l2)$", re.I)
# Names that are a parameter's and nothing else's, whatever the kind of its numbers.
_PLAIN_PARAMETER = re.compile(r"^_?(w|b|theta|beta|weight|bias)s?_?\d*$", re.I)
# Arrays that a file may hold under one name to be taken for parameters, and entries of data of its own.
_MOST_HELD = 40
_MOST_DATA = 2000


class Arguments(Flat, Instances):
    """Expressions for the arguments of `target` and of what runs before it, and the lines of the draft that make them."""

    def __init__(self, names, target, owner, config, seen=None):
        self.names, self.target, self.owner, self.config = names, target, owner, config
        self.draft = Draft(names.namespace)
        # Expressions by the names under which functions ask for them.
        self.known = {}
        # What may be a parameter: expressions.
        self.sources = []
        self.outputs = []
        self.arguments_seen = seen or {}
        self.instance = None
        self.y_value = None

    def seen_text(self, fn, name):
        """An argument as the file's own run had it, where it can be written."""
        return self.seen_of(self.arguments_seen.get((fn.owner, fn.name), {}).get(name))

    def seen_of(self, seen):
        if seen is None or seen[0] is None:
            return None
        value, written = seen
        if is_array(value) or isinstance(value, (dict, list)) or not isinstance(value, (int, float, str, tuple)):
            for name, held in self.names.namespace.items():
                if held is value and not name.startswith("_"):
                    return name
        return written

    def start_parameters(self):
        for fn in self.names.functions.values():
            if not INIT.search(fn.name) or OTHER.search(fn.name) or not fn.returns:
                continue
            given = []
            for name in fn.parameters:
                text = self.seen_text(fn, name)
                if text is None and name in fn.defaults:
                    break
                if text is None and SIZES.match(name):
                    text = self.sizes_of_layers()
                text = text or size_text(name, self.config) or self.known.get(name)
                if text is None and INPUT.match(name):
                    text = self.config.x()
                if text is None and TARGET.match(name):
                    text = self.config.y()
                text = text or option_text(name)
                if text is None:
                    break
                given.append("%s=%s" % (name, text))
            call = "%s(%s)" % (fn.name, ", ".join(given))
            try:
                value = self.draft.value(call)
            except Exception:  # noqa: S112 - another starting point may do
                continue
            several = isinstance(value, (tuple, list)) and len(fn.returns) == len(value) > 1
            if several and all(fn.returns):
                names = ["check_" + name for name in fn.returns]
                self.draft.set_up("%s = %s" % (", ".join(names), call))
                for name, expression in zip(fn.returns, names):
                    self.known[name] = expression
                    self.sources.append(expression)
            elif value is not None and not isinstance(value, (int, str)):
                name = fn.returns[0] if fn.returns[0] and len(fn.returns) == 1 else "parameters"
                self.draft.set_up("check_%s = %s" % (name, call))
                self.known[name] = self.known["parameters"] = "check_" + name
                self.sources.append("check_" + name)
        for fn in [*(each for each in self.names.functions.values() if FORWARD.search(each.name)), self.target]:
            is_seen = (fn.owner, fn.name) in self.arguments_seen
            for name in fn.parameters if not is_seen and self.flat_of(fn) is None else ():
                if name not in self.known and not is_data(name):
                    self.lookup(name, fn)

    def sizes_of_layers(self):
        """Numbers of units for as many layers as the keys in the file have numbers for: `W3`."""
        keys = [each.value for each in walk(self.names.tree) if isinstance(each, ast.Constant)]
        numbers = [int(found.group(1)) for key in keys if (found := re.match(r"^[Wb]_?(\d)$", str(key)))]
        first, middle, last = self.config.sizes[0], self.config.sizes[1], self.config.sizes[-1]
        return repr([first, *(middle + layer for layer in range(max(numbers, default=2) - 1)), last])

    def fit_sizes(self):
        """Numbers of units that starting weights have fixed (784, 10) are those of the data."""
        weights = []
        for source in self.sources:
            for leaf in own_leaves(self.draft, source):
                name = str([leaf.base, *(part for part in leaf.path if isinstance(part, str))][-1]).lower()
                is_weight = re.match(r"^_*(w|theta|syn|param|k|v|u)", name) and not is_gradient_leaf(leaf)
                if is_weight and np.ndim(leaf.value) == 2:
                    weights.append(np.shape(leaf.value))
        if weights:
            first, last = weights[0], weights[-1]
            config = self.config
            config.sizes[0], config.sizes[-1] = (first[0], last[1]) if config.rows else (first[1], last[0])

    def seen_data(self, names):
        """The expression of an input or a target in the file's own run, the function's own first."""
        for fn in [self.target, *self.methods().values(), *self.names.functions.values()]:
            for name in fn.parameters:
                text = self.seen_text(fn, name) if names.match(name) else None
                if text is not None and not re.match(r"^-?[\d.]", text):
                    return text
        asked = [name for name in self.target.parameters if names.match(name)]
        return next((name for name in asked if self.holds_data(name)), None)

    def holds_data(self, name):
        value = self.names.namespace.get(name)
        return is_array(value) and value.ndim > 0 and value.size <= _MOST_DATA

    def sizes_of_data(self):
        """Numbers of units as the data of the file's own run have them."""
        config = self.config
        for names, at in ((INPUT, 0), (TARGET, -1)):
            text = self.seen_data(names)
            shape = np.shape(self.draft.value(text)) if text is not None else ()
            if len(shape) == 2:
                config.sizes[at] = shape[1] if config.rows else shape[0]
                config.samples = shape[0] if config.rows else shape[1]

    def make_data(self):
        for names, make, key in ((INPUT, self.config.x, "X"), (TARGET, self.config.y, "Y")):
            if self.known.get(key) is None:
                held = next((self.known[name] for name in self.known if names.match(name)), None)
                if held is None:
                    held = self.seen_data(names) or make()
                    if held not in self.names.namespace:
                        self.draft.set_up("check_%s = %s" % (key, held))
                        held = "check_" + key
                self.known[key] = held
        self.y_value = self.draft.value(self.known["Y"])

    def methods(self):
        return self.names.classes[self.owner] if self.owner else {}

    def lookup(self, name, fn):
        known = self.known
        if name in known:
            return known[name]
        lowered = {each.lower(): each for each in known}
        if name.lower() in lowered:
            return known[lowered[name.lower()]]
        if INPUT.match(name):
            return known.get("X")
        if TARGET.match(name):
            return known.get("Y")
        is_named = PARAMETERS.match(name)
        if is_named and known.get("parameters"):
            return known["parameters"]
        if self.is_of_file(name):
            return name
        made = self.parameter_dictionary(name) if is_named else None
        if made is not None:
            return made
        if CACHE.match(name) and "cache" in known:
            return known["cache"]
        if PREDICTED.match(name) and self.outputs and (COST.search(fn.name) or fn is self.target):
            return self.outputs[-1]
        return None

    def is_of_file(self, name):
        """Whether the file itself holds parameters by a name under which a function asks for them."""
        value = self.names.namespace.get(name)
        # Biases that begin at 0 are often whole numbers, `np.zeros(4, dtype=int)`; other whole numbers are indices or labels.
        kinds = "fi" if _PLAIN_PARAMETER.match(name) else "f"
        is_held = is_array(value) and value.dtype.kind in kinds or isinstance(value, (dict, list, float))
        if not is_held or not 0 < len(own_leaves(self.draft, name)) <= _MOST_HELD or RATE.match(name):
            return False
        self.known[name] = name
        self.sources.append(name)
        return True

    def parameter_dictionary(self, name):
        keys = keys_used(self.names.tree, name)
        numbers = [int(found.group(1)) for key in keys if (found := re.search(r"(\d+)$", key))]
        texts = {key: self.config.parameter(key, max(numbers, default=1)) for key in keys}
        texts = {key: text for key, text in texts.items() if text is not None}
        if not texts:
            return None
        entries = ", ".join("%r: %s" % each for each in texts.items())
        self.draft.set_up("check_%s = {%s}" % (name, entries))
        self.known["parameters"] = "check_" + name
        self.sources.append("check_" + name)
        return "check_" + name

    def arguments(self, fn):
        """The expressions of a call's arguments; None where one is not known."""
        given, flat = [], self.flat_of(fn)
        for name in fn.parameters:
            if name == flat and name not in self.known:
                # Its length is known once the others are.
                continue
            text = self.predicted(name, fn) or self.lookup(name, fn)
            if text is None and name in fn.defaults:
                if _PENALTY.match(name):
                    given.append("%s=0.3" % name)
                continue
            if text is None:
                option = self.default_elsewhere(name) or option_text(name)
                if flat is not None:
                    option = size_text(name, self.config) or option
                if option is not None:
                    self.draft.set_up("check_%s = %s" % (name, self.seen_text(fn, name) or option))
                    text = self.known[name] = "check_" + name
            if text is None:
                seen = self.seen_text(fn, name)
                made = seen or self.config.parameter(name, self.top())
                if made is None and FORWARD.search(fn.name) and not given:
                    text = self.known.get("X")
                elif made is None:
                    return None
                elif made in self.names.namespace:
                    text = self.known[name] = made
                    self.sources.append(text)
                else:
                    self.draft.set_up("check_%s = %s" % (name, made))
                    text = self.known[name] = "check_" + name
                    self.sources.append(text)
            is_late = len(given) + (flat is not None and flat not in self.known) < fn.parameters.index(name)
            given.append("%s=%s" % (name, text) if is_late else text)
        if flat is not None and flat not in self.known:
            first = self.set_up_flat(flat, fn, given)
            return None if first is None else [first, *given]
        return given

    def default_elsewhere(self, name):
        """What another function of the file takes for an argument where it is not given: `keep_prob=0.5`."""
        if _PENALTY.match(name):
            return None
        defaults = (fn.defaults.get(name) for fn in self.names.functions.values())
        node = next((each for each in defaults if isinstance(each, ast.Constant) and each.value is not None), None)
        return None if node is None else ast.unparse(node)

    def predicted(self, name, fn):
        """`y` is what came out where a cost is also given `t`."""
        if name.lower() != "y" or not COST.search(fn.name) or not self.outputs:
            return None
        others = {each.lower() for each in fn.parameters} - {"y"}
        is_other = others & {"t", "target", "targets", "label", "labels", "y_true", "true", "d", "expected"}
        return self.outputs[-1] if is_other else None

    def top(self):
        """The largest number in the names of parameters that the functions ask for."""
        asked = [name for fn in self.names.functions.values() for name in fn.parameters]
        numbers = [int(found.group(1)) for name in asked if (found := re.match(r"^[Wb](\d)$", name))]
        return max(numbers, default=2)

    def call_of(self, fn, arguments):
        return "%s(%s)" % (
            self.instance + "." + fn.name if self.instance and fn.owner else fn.name,
            ", ".join(arguments),
        )
