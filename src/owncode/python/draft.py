"""A gradcheck() in the making: lines that set up what it needs, lines that it runs, each run as it is written."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import builtins
import functools

import numpy as np

from ..copied import walk
from .leaves import is_array, leaves, scalar_of
from .pairing import is_gradient_name, pair
from .state import State

FILE = "<gradcheck>"


@functools.lru_cache(maxsize=512)
def _compiled(line):
    """The same lines run many times: to try what they change and read."""
    return compile(line, FILE, "exec", 0, True)


@functools.lru_cache(maxsize=512)
def _expression(text):
    return compile(text, FILE, "eval", 0, True)


@functools.lru_cache(maxsize=512)
def names_in(text):
    """The names that lines of Python speak of, those too that they bind."""
    return frozenset(each.id for each in walk(ast.parse(text)) if isinstance(each, ast.Name))


class NotSo(Exception):
    """This way of calling does not work; the message is for whoever reads why."""


class Draft:
    """`setup` and `body` are lines of Python; `values` is the namespace in which they have run."""

    def __init__(self, namespace, seed=1):
        self.namespace = namespace
        self.setup, self.body = [], []
        self.values = dict(namespace)
        self.locals = set()
        if namespace.get("np") is not np:
            self.set_up("import numpy as np")
        self.set_up("np.random.seed(%d)" % seed)

    def set_up(self, line):
        self.run(line)
        self.setup.append(line)

    def do(self, line):
        self.run(line)
        self.body.append(line)

    def run(self, line):
        with np.errstate(all="ignore"):
            exec(_compiled(line), self.values)

    def value(self, expression):
        return eval(_expression(expression), self.values)

    def local(self, name):
        """A name for a local of the function that hides nothing it calls."""
        if not name or not name.isidentifier():
            name = "value"
        while name in self.namespace or hasattr(builtins, name):
            name += "_"
        self.locals.add(name)
        return name

    def text(self, loss, gradients, parameters):
        lines = list(self.setup) + ["", "", "def gradcheck():"]
        lines += ["    " + part for line in self.body for part in line.split("\n")]
        lines.append("    return %s, %s, %s" % (loss, _listed(gradients), _listed(parameters)))
        return "\n".join(lines)


def _listed(names):
    if isinstance(names, str):
        return names
    return "(%s,)" % names[0] if len(names) == 1 else "(%s)" % ", ".join(names)


class Fruit:
    """What a draft has found: expressions of the loss, the gradients and the parameters."""

    def __init__(self, draft, loss, gradients, parameters, loss_name, outputs=(), target=None):
        self.draft, self.loss, self.gradients, self.parameters = draft, loss, gradients, parameters
        self.loss_name, self.outputs, self.target = loss_name, outputs, target
        # Samples in the batch, and the share of gradients that have their parameter's shape.
        self.samples, self.fit = 1, 1.0
        # Whether the file itself makes its parameters, by what it calls for that.
        self.is_started = False
        # Whether these are gradients of this very loss by the way it is called, and of no other.
        self.is_meant = False
        # Whether it was not told by a name what is given to the function: then it counts only where something is right.
        self.is_guess = False
        # Of a layer, those of the parameters that are its inputs, and the method that gives the gradients.
        self.inputs, self.function = (), None
        self.gives_own_loss = loss_name in ("Σ out · R", "out")

    def text(self, loss=None):
        return self.draft.text(loss or self.loss, self.gradients, self.parameters)

    def program_of_group(self, group):
        """(text, its setting up, its function as a tree) of the lines with all losses of a group, for a list of them."""
        added, whole = group.lines(self.draft.local)
        kept, self.draft.body = self.draft.body, [*self.draft.body, *(line for _, line in added)]
        try:
            text = self.text(whole)
        finally:
            self.draft.body = kept
        tree = ast.parse(text)
        return text, tree, tree.body.pop()


def paired_texts(gradients, parameters):
    """(expressions of gradients, of parameters, share of equal shapes) of leaves that pair."""
    pairs = pair(gradients, parameters)
    found = [(pairs.of[at], each) for at, each in enumerate(parameters) if pairs.of[at] is not None]
    if not found:
        raise NotSo("no gradient pairs with a parameter")
    fits = sum(_inner(gradient.value) == _inner(each.value) for gradient, each in found)
    return [gradient.name for gradient, _ in found], [each.name for _, each in found], fits / len(found)


def _inner(value):
    """A shape without its extents of 1: (5,) and (5, 1) hold the same."""
    return tuple(extent for extent in np.shape(value) if extent != 1)


def changed_texts(draft, parameters, action):
    """The parameters that an action changes: its state is set back afterwards."""
    state = State([draft.values])
    before = [np.array(each.value, dtype=float) for each in parameters]
    action()
    changed = [
        each
        for each, old in zip(parameters, before)
        if np.shape(now := draft.value(each.name)) == old.shape and not np.array_equal(np.array(now, dtype=float), old)
    ]
    state.restore()
    return changed


def by_update(draft, changed, line, rate):
    """The lines that take the gradient from what an update does."""
    places = ", ".join(each.name for each in changed)
    listed = "[%s]" % places
    before = draft.local("before")
    draft.body.append("%s = [np.array(p, dtype=float) for p in %s]" % (before, listed))
    draft.body.append(line)
    divided = "" if rate in (None, "1", "1.0") else " / %s" % rate
    gradients = draft.local("gradients")
    draft.body.append("%s = [(old - new)%s for old, new in zip(%s, %s)]" % (gradients, divided, before, listed))
    return gradients


def loss_texts(output, target, value, wanted, samples):
    """(name, expression) of the known losses of an output and a target."""
    shape, given = np.shape(value), np.shape(wanted)
    y = target
    if shape != given:
        if np.asarray(wanted).dtype.kind in "iu" and len(given) == 1 and len(shape) == 2:
            rows = shape[0] == given[0]
            units = shape[1] if rows else shape[0]
            y = "np.eye(%d)[%s]%s" % (units, target, "" if rows else ".T")
        elif np.size(value) == np.size(wanted):
            y = "np.reshape(%s, np.shape(%s))" % (target, output)
        else:
            return
    a = output
    mean = " / %d" % samples if samples > 1 else ""
    square = "np.sum((%s - %s) ** 2)" % (a, y)
    entropy = "-np.sum(%s * np.log(%s))" % (y, a)
    binary = "-np.sum(%s * np.log(%s) + (1 - %s) * np.log(1 - %s))" % (y, a, y, a)
    known = [("½ Σ (a − y)²", "0.5 * " + square)]
    # Of quantities nobody takes a cross-entropy: gradients that fit one lack a slope of the squared error.
    if _are_shares(wanted):
        known.append(("−Σ y log a", entropy))
    if _are_classes(wanted):
        known.append(("binary cross-entropy", binary))
    for name, text in known:
        yield name, text
        if mean:
            yield name + " / m", text + mean


def _are_classes(wanted):
    """Whether targets are zeros and ones, or the numbers of classes."""
    values = np.asarray(wanted)
    return values.dtype.kind in "iub" or bool(np.all((values == 0) | (values == 1)))


def _are_shares(wanted):
    """Whether targets are classes, or how probable each of them is."""
    if _are_classes(wanted):
        return True
    values = np.asarray(wanted, dtype=float)
    sums = [values.sum()] if values.ndim < 2 else [values.sum(axis=0), values.sum(axis=-1)]
    return bool(np.all(values >= 0)) and any(bool(np.all(np.abs(each - 1) < 1e-6)) for each in sums)


def loss_of(values):
    """The place of the one number among several values that is a loss; None where there is none."""
    numbers = [at for at, value in enumerate(values) if scalar_of(value) is not None and np.ndim(value) == 0]
    return numbers[0] if numbers else None


def is_gradient_leaf(leaf):
    return any(isinstance(part, str) and is_gradient_name(part) for part in leaf.path)


def own_leaves(draft, expression):
    """The arrays that an expression's value holds, named by it."""
    return [leaf for leaf in leaves(draft.value(expression), expression, None, _base(expression)) if _counts(leaf)]


def _counts(leaf):
    return is_array(leaf.value) or isinstance(leaf.value, (float, np.floating)) or leaf.holder is not None


def _base(expression):
    node = ast.parse(expression, mode="eval").body
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "").replace("check_", "")
