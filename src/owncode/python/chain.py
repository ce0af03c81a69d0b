"""Functions that are called one after the other: starting weights, forward, cost, backward."""

from ..own import OWN as __builtins__  # noqa: F401

import re

import numpy as np

from .draft import (
    Draft, Fruit, NotSo, by_update, changed_texts, is_gradient_leaf, loss_of, own_leaves, paired_texts,
)  # fmt: skip
from .functions import (
    BACK, CACHE, COST, FORWARD, INIT, INPUT, LOSS_NAME, OTHER, PARAMETERS, PREDICTED, RATE, TARGET, UPDATES,
)  # fmt: skip
from .invent import keys_used, option_text, size_text
from .leaves import is_array, scalar_of
from .pairing import is_gradient_name
from .state import reseed

_NUMBERED = re.compile(r"^([azh]|out|layer|l)_?(\d+)$", re.I)
# What a pass leaves in an object, and is no parameter.
_LEFT = re.compile(r"(error|delta|err|loss|cost|output)$", re.I)
_BLOCK = re.compile(
    r"^(linear|affine|relu|sigmoid|tanh|softmax|conv|pool|batch_?norm|bn|layer|activation|dense)_", re.I
)


class Chain:
    """One way to call the file's functions so that `target` can be called."""

    def __init__(self, names, target, owner, config, seen=None):
        self.names, self.target, self.owner, self.config = names, target, owner, config
        self.draft = Draft(names.namespace)
        # Expressions by the names under which functions ask for them.
        self.known = {}
        # What may be a parameter: expressions.
        self.sources = []
        self.outputs = []
        self.loss = None
        self.loss_name = None
        self.arguments_seen = seen or {}
        self.instance = None
        self.y_value = None
        # The names that the target's results have in the draft, once they are chosen.
        self.results = None

    def find(self):
        """The fruit; raises `NotSo` or whatever the file's code raises."""
        self.sizes_of_data()
        if self.owner:
            self.make_instance()
        self.start_parameters()
        self.fit_sizes()
        self.make_data()
        self.forward_and_cost()
        reseed()
        return self.aim()

    # ------------------------------------------------------------------ setting up
    def make_instance(self):
        methods = self.names.classes[self.owner]
        for method in [self.target, *methods.values()]:
            if self.instance is None:
                seen = self.arguments_seen.get((self.owner, method.name), {}).get("self")
                self.instance = (
                    self.seen_of(seen) if seen is not None and type(seen[0]).__name__ == self.owner else None
                )
        if self.instance is None:
            init = methods.get("__init__")
            arguments = [] if init is None else self.init_arguments(init)
            self.draft.set_up("check_net = %s(%s)" % (self.owner, ", ".join(arguments)))
            self.instance = "check_net"
        self.sources.append(self.instance)

    def init_arguments(self, init):
        given = []
        for name in init.parameters:
            seen = self.seen_text(init, name)
            if seen is not None:
                given.append("%s=%s" % (name, seen))
                continue
            if name in init.defaults and not re.match(r"^(reg|lambd?a?|l2)$", name):
                continue
            if INPUT.match(name) and size_text(name, self.config) is None:
                text = self.config.x()
            elif TARGET.match(name):
                text = self.config.y()
            else:
                text = size_text(name, self.config) or option_text(name) or self.config.parameter(name)
            if text is None:
                raise NotSo("%s of %s is not known" % (name, self.owner))
            if is_shown(name, text):
                self.draft.set_up("check_%s = %s" % (name, text))
                self.known[name] = text = "check_" + name
            given.append("%s=%s" % (name, text))
        return given

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
        return None

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

    # ------------------------------------------------------------------ calling
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
        if PARAMETERS.match(name):
            return known.get("parameters") or self.parameter_dictionary(name)
        if CACHE.match(name) and "cache" in known:
            return known["cache"]
        if PREDICTED.match(name) and self.outputs and (COST.search(fn.name) or fn is self.target):
            return self.outputs[-1]
        return None

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
        given = []
        for name in fn.parameters:
            text = self.predicted(name, fn) or self.lookup(name, fn)
            if text is None and name in fn.defaults:
                if re.match(r"^(reg|lambd\w*|l2)$", name, re.I):
                    given.append("%s=0.3" % name)
                continue
            if text is None:
                option = option_text(name)
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
            given.append("%s=%s" % (name, text) if len(given) < fn.parameters.index(name) else text)
        return given

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

    def forward_and_cost(self):
        functions = [fn for name, fn in self.methods().items() if not name.startswith("__") or name == "__call__"]
        functions += list(self.names.functions.values())
        waiting = []
        for fn in functions:
            if fn is self.target or OTHER.search(fn.name) or INIT.search(fn.name) or BACK.search(fn.name):
                continue
            if UPDATES.match(fn.name) or fn.gives_gradients or (not self.owner and _BLOCK.match(fn.name)):
                continue
            if COST.search(fn.name) and not re.search(r"deriv|prime", fn.name):
                waiting.append((1, fn.line, fn))
            elif FORWARD.search(fn.name):
                waiting.append((0, fn.line, fn))
        waiting.sort(key=lambda each: each[:2])
        progress = True
        while progress:
            progress = False
            for each in list(waiting):
                if self.step(*each[::2]):
                    waiting.remove(each)
                    progress = True

    def step(self, is_cost, fn):
        arguments = self.arguments(fn)
        if arguments is None:
            return False
        call = self.call_of(fn, arguments)
        try:
            with np.errstate(all="ignore"):
                value = self.draft.value(call)
        except Exception:  # noqa: S110 - another function may do
            return False
        if is_cost:
            self.note_cost(fn, call, value)
        else:
            self.note_forward(fn, call, value)
        return True

    def note_cost(self, fn, call, value):
        values = list(value) if isinstance(value, (tuple, list)) else [value]
        at = loss_of(values)
        if at is None or self.loss is not None:
            if at is None and is_array(value) and value.size == 1 and self.loss is None:
                at = 0
            else:
                return
        name = self.draft.local("loss")
        index = "[%d]" % at if isinstance(value, (tuple, list)) else ""
        self.draft.do("%s = %s%s" % (name, call, index))
        self.loss, self.loss_name = name, "%s()" % fn.name

    def note_forward(self, fn, call, value):
        draft = self.draft
        several = isinstance(value, tuple) and len(value) > 1
        if value is None:
            draft.do(call)
            self.note_attributes()
            return
        names = _names_of(fn.returns, value, several)
        values = list(value) if several else [value]
        spelled = [
            name or ("out" if at == 0 else "cache" if at == 1 else "rest%d" % at) for at, name in enumerate(names)
        ]
        local = [draft.local(name) for name in spelled]
        draft.do("%s = %s" % (", ".join(local), call))
        for name, expression, item in zip(spelled, local, values):
            self.known.setdefault(name, expression)
            if isinstance(item, (dict, list, tuple)) and not is_array(item):
                self.known["cache"] = expression
        arrays = [(name, expression, item) for name, expression, item in zip(spelled, local, values) if is_array(item)]
        fitting = [expression for _, expression, item in arrays if np.shape(item) == np.shape(self.y_value)]
        numbered = sorted(
            (int(found.group(2)), expression) for name, expression, _ in arrays if (found := _NUMBERED.match(name))
        )
        if fitting or numbered or arrays:
            self.outputs.append(fitting[-1] if fitting else numbered[-1][1] if numbered else arrays[0][1])
        if self.instance:
            self.note_attributes()

    def note_attributes(self):
        for leaf in own_leaves(self.draft, self.instance) if self.instance else ():
            if len(leaf.path) == 1 and re.match(
                r"^_?(output|out|y_?pred|y_?hat|a\d?|al|o|prediction)$", str(leaf.path[0]), re.I
            ):
                if leaf.name not in self.outputs:
                    self.outputs.insert(0, leaf.name)

    # ------------------------------------------------------------------ the target
    def aim(self):
        draft = self.draft
        arguments = self.arguments(self.target)
        if arguments is None:
            missing = [name for name in self.target.parameters if self.lookup(name, self.target) is None]
            raise NotSo("arguments not known: %s" % ", ".join(missing))
        call = self.call_of(self.target, arguments)
        parameters = self.parameter_leaves()
        results = []
        changed = changed_texts(draft, parameters, lambda: results.append(draft.value(call)))
        value = results[0]
        parts = self.parts(value)
        line = call if not parts else "%s = %s" % (self.result_text(value), call)
        draft.run(line)
        own_loss = next((name for name, item in parts if item is None), None)
        if own_loss is not None and (self.loss is None or LOSS_NAME.match(own_loss.rstrip("_"))):
            self.loss, self.loss_name = own_loss, "%s()" % self.target.name
        gradients = [leaf for name, item in parts if item is not None for leaf in own_leaves(draft, name)]
        useful = [leaf for leaf in parameters if not is_gradient_leaf(leaf)]
        changed = [leaf for leaf in changed if not _LEFT.search(leaf.name)]
        if self.instance and not any(is_gradient_leaf(leaf) or is_gradient_name(leaf.base) for leaf in gradients):
            attributes = [leaf for leaf in own_leaves(draft, self.instance) if is_gradient_leaf(leaf)]
            gradients = attributes or ([] if changed else gradients)
        if gradients:
            draft.body.append(line)
            texts, places, fit = paired_texts(gradients, useful)
        elif changed:
            texts = by_update(draft, changed, line, self.rate())
            places, fit = [leaf.name for leaf in changed], 1.0
        else:
            raise NotSo("it gives no gradients and changes no parameters")
        fruit = Fruit(draft, self.loss, texts, places, self.loss_name, self.outputs, self.known["Y"])
        fruit.samples, fruit.fit = self.config.samples, fit
        return fruit

    def rate(self):
        for name in self.target.parameters:
            if RATE.match(name):
                return self.known.get(name)
        if self.instance:
            for name, value in vars(self.draft.value(self.instance)).items():
                if RATE.match(name) and scalar_of(value):
                    return "%s.%s" % (self.instance, name)
        return next(
            (name for name, value in self.names.namespace.items() if RATE.match(name) and scalar_of(value)), None
        )

    def parameter_leaves(self):
        found = []
        for source in self.sources:
            found += own_leaves(self.draft, source)
        seen, kept = set(), []
        for leaf in found:
            if is_array(leaf.value):
                if id(leaf.value) in seen or leaf.value is self.y_value:
                    continue
                seen.add(id(leaf.value))
            kept.append(leaf)
        return kept

    def result_text(self, value):
        return ", ".join(self.result_names(value))

    def result_names(self, value):
        if self.results is None:
            several = isinstance(value, tuple) and len(value) > 0
            names = _names_of(self.target.returns, value, several)
            self.results = [
                self.draft.local(name or "result%d" % at if several else name or "grads")
                for at, name in enumerate(names)
            ]
            if several and len(self.results) == 1:
                self.results[0] += ","
        return self.results

    def parts(self, value):
        """(expression, what it is) of what the target returned: None for the loss, the value for the rest."""
        if value is None:
            return []
        names = [name.rstrip(",") for name in self.result_names(value)]
        values = list(value) if isinstance(value, tuple) and len(value) == len(names) else [value]
        if len(values) == 1 and not _is_worth(values[0]):
            return []
        found, has_loss = [], False
        for name, item in zip(names, values):
            is_loss = scalar_of(item) is not None and np.ndim(item) == 0 and not is_gradient_name(name) and not has_loss
            has_loss = has_loss or is_loss
            found.append((name, None if is_loss else item))
        return found


def _names_of(returns, value, several):
    """What a function's own `return` calls what it gave, each None where that is not told."""
    if not several:
        return [returns[0] if returns else None]
    return returns if len(returns) == len(value) else [None] * len(value)


def _is_worth(value):
    return is_array(value) or isinstance(value, (dict, list, tuple)) or scalar_of(value) is not None


def is_shown(name, text):
    """Whether a value deserves a line of its own."""
    return "random" in text
