"""Calls of the file's own costs and of its way forward with what a round holds."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re
import time

import numpy as np

from ..copied import walk
from .draft import FILE, loss_texts
from .functions import FORWARD, INPUT, PREDICTED, TARGET
from .held import CLOSED, is_output, is_row
from .leaves import is_array
from .limited import TooSlow

_clock = time.perf_counter
COSTS = re.compile(r"cost|loss|mse|entropy|objective|criterion|energy|^j$|nll|likelihood|bce|error|score", re.I)
NO_COST = re.compile(r"deriv|prime|grad|back|delta|propag|update|plot|train", re.I)
# What an object or a class that is kept as a network's cost calls the loss itself.
_OF_COST = re.compile(r"^(fn|func|f|forward|value|compute|calculate|calc|call|cost|loss|get)$", re.I)
_NO_FORWARD = re.compile(r"back|deriv|prime|grad|train|loss|cost|error", re.I)


def _takes_pairs(fn):
    """Whether a function needs nothing but samples, each with its target, over which it goes."""
    if [name for name in fn.parameters if name not in fn.defaults] != fn.parameters[:1] or not fn.parameters:
        return False
    return any(
        isinstance(node, (ast.For, ast.comprehension))
        and isinstance(node.iter, ast.Name)
        and node.iter.id == fn.parameters[0]
        and isinstance(node.target, ast.Tuple)
        and len(node.target.elts) == 2
        for node in walk(fn.node)
    )


class Calls:
    """The part of a round that calls what the file has for a loss."""

    def cost_calls(self, held):
        """Calls of the file's own costs with the round's data, its outputs and its parameters."""
        given = self.given(held)
        outputs = [name for name, _ in self.outputs(held)[0][:3]] + [
            text for text, _ in self.forward_calls(held, given)
        ]
        costs = [*self.callable(COSTS, NO_COST), *self.kept_costs()]
        for called, fn in costs:
            for output in outputs or [None]:
                arguments = self.arguments(fn, held, given, output)
                if arguments is not None:
                    yield "%s(%s)" % (called, ", ".join(arguments))
        for names, over in self.inner_samples():
            for called, fn in costs:
                if _takes_pairs(fn):
                    yield "%s(%s)" % (called, over)
            inner = {**given, **names}
            scope = {**held, **self.first_of(names, over, held)}
            for output, _ in self.forward_calls(scope, inner):
                for called, fn in costs:
                    arguments = self.arguments(fn, scope, inner, output)
                    if arguments is not None:
                        yield "sum(%s(%s) for %s in %s)" % (
                            called,
                            ", ".join(arguments),
                            ", ".join(names.values()),
                            over,
                        )

    def callable(self, wanted, unwanted):
        """(expression, function) of the file's functions and of its objects' methods that are named so."""
        found = [(fn.name, fn) for fn in self.names.functions.values()]
        for owner, methods in self.owners().items():
            found += [("%s.%s" % (owner, name), fn) for name, fn in methods.items() if name[:2] != "__"]
        return [(text, fn) for text, fn in found if wanted.search(fn.name) and not unwanted.search(fn.name)]

    def kept_costs(self):
        """(expression, function) of the costs that the file's objects keep: `net.cost.fn` of a class that has `fn`."""
        for owner in self.owners():
            for name, kept in getattr(self.draft.values[owner], "__dict__", {}).items():
                kind = kept if isinstance(kept, type) else type(kept)
                if not COSTS.search(name) or kind.__name__ not in self.names.classes:
                    continue
                for method, fn in self.names.classes[kind.__name__].items():
                    if method == "__call__" and kept is not kind:
                        yield "%s.%s" % (owner, name), fn
                    elif _OF_COST.match(method) and (fn.is_static or kept is not kind):
                        yield "%s.%s.%s" % (owner, name, method), fn

    def given(self, held):
        """By the names of arguments, the expressions that the round gives the file's functions for them."""
        found = {}
        functions = {fn.name: fn for _, fn in self.callable(re.compile(""), re.compile("(?!)"))}
        for statement in self.nodes[: self.cut + 1]:
            for node in walk(statement):
                called = isinstance(node, ast.Call) and (
                    getattr(node.func, "attr", None) or getattr(node.func, "id", None)
                )
                if called in functions:
                    for name, part in zip(functions[called].parameters, node.args):
                        found.setdefault(name, ast.unparse(part))
        for key, names in (("x", INPUT), ("y", TARGET)):
            data = self.data_text(held, names)
            if data is not None:
                found.setdefault(key, data[0])
                found["<%s>" % key] = data[0]
        return found

    def arguments(self, fn, held, given, output):
        """The expressions of a call's arguments; None where one is not known."""
        found = []
        for name in fn.parameters:
            text = self.argument(name, held, given, output)
            if text is None:
                return found if name in fn.defaults else None
            found.append(text)
        return found

    def argument(self, name, held, given, output):
        if PREDICTED.match(name) and output is not None:
            return output
        if name in given:
            return given[name]
        if INPUT.match(name) and "<x>" in given:
            return given["<x>"]
        if TARGET.match(name) and "<y>" in given:
            return given["<y>"]
        if "check_" + name in self.renames.values() and "check_" + name in held:
            return "check_" + name
        return name if name in held and not isinstance(held[name], CLOSED) else None

    def forward_calls(self, held, given):
        """(expression, value) of what comes out of the file's own forward pass with the round's inputs."""
        wanted = self.data_text(held, TARGET) if "<y>" not in given else (given["<y>"], self.tried(given["<y>"], held))
        if wanted is None or wanted[1] is None or isinstance(wanted[1], (list, tuple)) and not is_row(wanted[1]):
            return
        size = np.size(wanted[1])
        for called, fn in self.callable(FORWARD, _NO_FORWARD):
            arguments = self.arguments(fn, held, given, None)
            needed = [name for name in fn.parameters if name not in fn.defaults]
            if not arguments and len(needed) == 1 and "<x>" in given:
                arguments = [given["<x>"]]
            if not arguments:
                continue
            text = "%s(%s)" % (called, ", ".join(arguments))
            value = self.tried(text, held)
            parts = [(text, value)]
            if isinstance(value, tuple):
                parts = [("%s[%d]" % (text, at), part) for at, part in enumerate(value)]
            if isinstance(value, (list, tuple)) and value and is_array(value[-1]):
                parts.append((text + "[-1]", value[-1]))
            for inner, part in list(parts):
                if isinstance(part, (list, tuple)) and part and is_array(part[-1]):
                    parts.append((inner + "[-1]", part[-1]))
            fitting = [each for each in parts if is_output(each[1]) and np.size(each[1]) == size]
            yield from fitting[-1:]

    def inner_samples(self):
        """({x, y: names}, what they run over) of loops over samples among the lines before the update."""
        for node in self.nodes[: self.cut]:
            if isinstance(node, ast.For) and isinstance(node.target, ast.Tuple) and len(node.target.elts) == 2:
                names = [each.id for each in node.target.elts if isinstance(each, ast.Name)]
                if len(names) == 2 and names[0] != names[1]:
                    yield {"<x>": names[0], "<y>": names[1]}, ast.unparse(node.iter)

    def first_of(self, names, over, held):
        value = self.tried("next(iter(%s))" % over, held)
        return dict(zip(names.values(), value)) if isinstance(value, (list, tuple)) and len(value) == 2 else {}

    def summed(self, held):
        """(name, expression) of known losses summed over the samples of a loop."""
        for names, over in self.inner_samples():
            scope = {**held, **self.first_of(names, over, held)}
            for output, value in self.forward_calls(scope, names):
                goal = scope.get(names["<y>"])
                for name, text in loss_texts(output, names["<y>"], value, np.asarray(goal), 1):
                    yield "Σ " + name, "sum(%s for %s in %s)" % (text, ", ".join(names.values()), over)

    def tried(self, text, held):
        try:
            with self.limited(), np.errstate(all="ignore"):
                return eval(compile(text, FILE, "eval", 0, True), held)
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return None
        except TooSlow:
            if _clock() > self.end:
                raise
            self.is_late = True
            return None
