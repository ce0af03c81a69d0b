"""Functions that are called one after the other: starting weights, forward, cost, backward."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from ..copied import walk
from .arguments import Arguments
from .draft import (
    Fruit, NotSo, by_update, changed_texts, is_gradient_leaf, loss_of, own_leaves, paired_texts,
)  # fmt: skip
from .functions import (
    BACK, COST, FORWARD, INIT, LOSS_NAME, OTHER, RATE, UPDATES,
)  # fmt: skip
from .leaves import is_array, scalar_of
from .pairing import is_gradient_name, plain, plain_gradient
from .state import reseed

_NUMBERED = re.compile(r"^([azh]|out|layer|l)_?(\d+)$", re.I)
# What a pass leaves in an object, and is no parameter.
_LEFT = re.compile(r"(error|delta|err|loss|cost|output)$", re.I)
_BLOCK = re.compile(
    r"^(linear|affine|relu|sigmoid|tanh|softmax|conv|pool|batch_?norm|bn|layer|activation|dense)_", re.I
)


class Chain(Arguments):
    """One way to call the file's functions so that `target` can be called."""

    def __init__(self, names, target, owner, config, seen=None):
        super().__init__(names, target, owner, config, seen)
        self.loss = None
        self.loss_name = None
        # Whether functions of the file have made what may be its parameters.
        self.is_started = False
        # The names that the target's results have in the draft, once they are chosen.
        self.results = None

    def find(self):
        """The fruit; raises `NotSo` or whatever the file's code raises."""
        self.sizes_of_data()
        if self.flat_of(self.target) is not None:
            # With a 1 beside them no two counts are the same, nor that of the samples.
            self.config.sizes[1] = 7
        if self.owner:
            self.make_instance()
        self.start_parameters()
        self.is_started = bool(self.sources) and not self.owner
        self.fit_sizes()
        self.make_data()
        self.forward_and_cost()
        reseed()
        return self.aim()

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
        if not arrays:
            # Of what came back together, `acts['A3']`, what has the target's shape, the last first.
            inner = [leaf for expression in local for leaf in own_leaves(draft, expression)]
            fitting = [leaf.name for leaf in inner if leaf.shape == np.shape(self.y_value)]
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
        if not self.owner:
            self.add_globals()
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
        named = [leaf for leaf in gradients if is_gradient_leaf(leaf) or is_gradient_name(leaf.base)]
        asked = {plain(_last_name(leaf)) for leaf in useful}
        if any(plain_gradient(_last_name(leaf)) in asked for leaf in named):
            # What is called otherwise beside gradients is none: a state for the next step, say, of a parameter's shape.
            gradients = [
                leaf for leaf in gradients if leaf in named or plain_gradient(leaf.base) in asked - {plain(leaf.base)}
            ]
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
        fruit.is_started = self.is_started
        return fruit

    def add_globals(self):
        """Adds what the target and the functions that it calls read of the file, where it returns a gradient by that name."""
        wanted = {plain_gradient(name) for name in self.target.returns if name and is_gradient_name(name)}
        waiting, seen = [self.target], set()
        while waiting:
            fn = waiting.pop()
            seen.add(fn.name)
            own = {*fn.parameters, *(each.id for each in walk(fn.node) if _is_stored(each))}
            for each in walk(fn.node):
                name = each.id if isinstance(each, ast.Name) else None
                if name in self.names.functions and name not in seen:
                    waiting.append(self.names.functions[name])
                if name and name not in own | set(self.known) and plain(name) in wanted:
                    self.is_of_file(name)

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
        asked = {plain(each) for each in self.target.parameters}
        for name, item in zip(names, values):
            # `dm` of a function of `m` is no loss.
            is_slope = is_gradient_name(name) or plain_gradient(name) in asked - {plain(name)}
            is_loss = scalar_of(item) is not None and np.ndim(item) == 0 and not is_slope and not has_loss
            has_loss = has_loss or is_loss
            found.append((name, None if is_loss else item))
        return found


def _names_of(returns, value, several):
    """What a function's own `return` calls what it gave, each None where that is not told."""
    if not several:
        return [returns[0] if returns else None]
    return returns if len(returns) == len(value) else [None] * len(value)


def _last_name(leaf):
    return [leaf.base, *(key for key in leaf.path if isinstance(key, str))][-1]


def _is_stored(node):
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _is_worth(value):
    return is_array(value) or isinstance(value, (dict, list, tuple)) or scalar_of(value) is not None
