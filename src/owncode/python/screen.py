"""Several losses of one way to call, each measured at the same points: the file's lines run once for all of them."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from .declared import Declared
from .leaves import scalar_of
from .limited import TooSlow

# What a loss may call without changing what the lines after it read.
_PLAIN = ("abs", "float", "int", "len", "max", "min", "pow", "range", "round", "sum")


class Several(Declared):
    """A function that returns a list of losses beside gradients and parameters; one that is no number is None."""

    def __init__(self, function, tree, limited=None):
        # By point, what was returned there: first with gradients, then without.
        self.evaluated, self.seen = {}, {}
        super().__init__(function, tree, limited)

    def prepare(self):
        """Lets the losses be taken without the way back, where that gives the same."""
        self.is_ours = True
        losses, _ = self.evaluate()
        self.shorten(losses)

    def loss_of(self, returned):
        return [_finite(each) for each in returned]

    def key(self):
        return hash(b"".join(parameter.point.tobytes() for parameter in self.parameters))

    def losses_here(self):
        key = self.key()
        if key not in self.seen:
            self.seen[key] = super().loss()
        return self.seen[key]

    def evaluated_here(self):
        key = self.key()
        if key not in self.evaluated:
            self.evaluated[key] = super().evaluate()
        return self.evaluated[key]


class OneOf:
    """One of the losses, as what `measure` takes differences of."""

    is_ours, short = False, None

    def __init__(self, several, at):
        self.several, self.at = several, at
        self.parameters, self.pairs = several.parameters, several.pairs

    def loss(self):
        return _number(self.several.losses_here()[self.at])

    def evaluate(self):
        losses, gradients = self.several.evaluated_here()
        return _number(losses[self.at]), gradients


def _finite(value):
    number = scalar_of(value)
    return None if number is None or not np.isfinite(number) else number


def _number(value):
    return float("nan") if value is None else value


class Group:
    """Losses that one run of the lines can give: what each of them calls of the file's is called once."""

    def __init__(self, calls, loop):
        # The expressions that all of them call, and the loop over samples in which they do, as text.
        self.calls, self.loop, self.losses = calls, loop, []

    def lines(self, free):
        """([(place, statement)], the name of their list); `free` makes a name of its own of one."""
        held = {text: free("held_%d" % at) for at, text in enumerate(self.calls)}
        names = [free("loss_%d" % at) for at in range(len(self.losses))]
        whole = free("losses")
        texts = [_replaced(text, held, self.loop is not None) for _, text, _ in self.losses]
        places = [place for _, _, place in self.losses]
        added = []
        if self.loop is not None:
            rows = free("rows")
            inner = "".join(" for %s in [%s]" % (name, text) for text, name in held.items())
            added.append((places[0], guarded(rows, "[[%s] %s%s]" % (", ".join(texts), self.loop, inner))))
            texts = ["sum(each[%d] for each in %s)" % (at, rows) for at in range(len(texts))]
        else:
            added += [(places[0], guarded(name, text)) for text, name in held.items()]
        added += [(place, guarded(name, text)) for name, text, place in zip(names, texts, places)]
        added.append((max(places), "%s = [%s]" % (whole, ", ".join(names))))
        return added, whole


class Screen:
    """What a few entries of each array say of losses, a group after the other as it is asked for."""

    def __init__(self, groups, measured):
        # `measured(group)` gives candidates by loss; it raises `TooSlow`.
        self.measured = measured
        self.group_of = {loss: group for group in groups for loss in group.losses}
        self.found, self.late = {}, set()

    def of(self, loss):
        """The candidate of a loss, or None. Raises `TooSlow`, for each loss of what took too long."""
        group = self.group_of[loss]
        if group not in self.found:
            self.found[group] = {}
            try:
                self.found[group] = self.measured(group)
            except TooSlow:
                self.late.add(group)
        if group in self.late:
            raise TooSlow()
        return self.found[group].get(loss)


def groups_of(losses):
    """The losses (name, expression, place) by what they call of the file's."""
    found = {}
    for loss in losses:
        node = ast.parse(loss[1], mode="eval").body
        loop = _loop_of(node)
        calls = _calls(node if loop is None else node.args[0].elt)
        if not calls:
            loop = None
        text = None if loop is None else " ".join(ast.unparse(each) for each in loop)
        # What calls the file's functions may change what later lines read: it stands alone, at its place.
        key = ("plain",) if not calls else (calls, text, loss[2])
        found.setdefault(key, Group(calls, text)).losses.append(loss)
    return list(found.values())


def guarded(name, text):
    """The statement that gives a value its name; one that cannot be taken is none."""
    return "try:\n    %s = %s\nexcept Exception:\n    %s = None" % (name, text, name)


def _loop_of(node):
    """The generators of a sum over samples; None for another expression."""
    is_sum = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sum"
    if is_sum and len(node.args) == 1 and isinstance(node.args[0], ast.GeneratorExp):
        return node.args[0].generators
    return None


def _calls(node):
    """The outermost calls of the file's functions in an expression, as text, each once."""
    if isinstance(node, ast.Call) and not _is_plain(node.func):
        return (ast.unparse(node),)
    return tuple(dict.fromkeys(text for each in ast.iter_child_nodes(node) for text in _calls(each)))


def _is_plain(function):
    """Whether a function is NumPy's or Python's, and draws nothing."""
    text = ast.unparse(function)
    return text in _PLAIN or text.partition(".")[0] in ("np", "numpy") and ".random" not in text


class _Replaced(ast.NodeTransformer):
    def __init__(self, held):
        self.held = held

    def visit_Call(self, node):
        name = self.held.get(ast.unparse(node))
        return self.generic_visit(node) if name is None else ast.Name(name, ast.Load())


def _replaced(text, held, is_summed):
    """An expression with names in place of what is held; of a sum, what is summed."""
    node = ast.parse(text, mode="eval").body
    return ast.unparse(_Replaced(held).visit(node.args[0].elt if is_summed else node))
