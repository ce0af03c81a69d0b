"""The lines of a round as a gradcheck(): with each loss that may be meant after the line that it needs."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import builtins
import re

import numpy as np

from ..copied import walk
from .draft import Fruit, loss_texts, names_in
from .functions import BACK, COST
from .held import CLOSED, says_gradient
from .leaves import is_array, leaves
from .sites import bound_names

# The line of what the file does not hold.
BEYOND = 1 << 20
_OPTIMISED = re.compile(r"sqrt|beta|moment|veloc|adam|rms|cache|clip|sign\(|norm", re.I)
_SLOPES = re.compile(r"deriv|prime|slope", re.I)
# A variable that is no mere error to be printed.
_NAMED = re.compile(r"loss|cost|^j$|objective|nll|entropy", re.I)
_SQUARED = re.compile(r"\*\* *2\b|square\(|power\(", re.I)


class RoundFruit(Fruit):
    """The lines of a round; each loss that may be meant stands after the line that it needs."""

    def __init__(self, round_, body, gradients, places, losses, outputs, target):
        super().__init__(round_.draft, None, gradients, places, None, outputs, target)
        self.round, self.body, self.losses = round_, body, losses
        self.samples = 1
        self.is_update, self.is_late = False, round_.is_late

    def program(self, loss, place):
        """(text, its setting up, its function as a tree) with a loss after the statement of that number, -1 for first."""
        if loss.isidentifier() and not self.is_update:
            return self.written(loss, [])
        name = self.free("loss")
        return self.written(name, [(place, "%s = %s" % (name, loss))])

    def program_of_group(self, group):
        """The same with each of a group's losses after the line that it needs, for a list of them."""
        added, whole = group.lines(self.free)
        return self.written(whole, added)

    def free(self, name):
        """A name that neither the lines nor the file have."""
        while name in self.round.draft.values or any(re.search(r"\b%s\b" % name, line) for line, _ in self.body):
            name += "_"
        return name

    def written(self, name, added):
        """(text, its setting up, its function) of the lines with others after the statements of their numbers."""
        round_ = self.round
        shift = 1 if self.is_update else 0
        body = list(self.body)
        for at, (place, line) in enumerate(sorted(added, key=lambda each: each[0])):
            body.insert(place + 1 + shift + at, (line, None))
        bound = set(bound_names(ast.parse("\n".join(line for line, _ in body)).body))
        shared = [each for each in bound if self.is_shared(each, body)]
        if shared:
            body.insert(0, ("global %s" % ", ".join(sorted(shared)), None))
        draft = round_.draft
        kept, draft.body = draft.body, [line for line, _ in body]
        try:
            text = draft.text(name, self.gradients, self.parameters)
        finally:
            draft.body = kept
        tree = ast.parse(text)
        function = tree.body.pop()
        beyond(function)
        # The lines of the file keep their numbers: what they leave is told with them.
        for at, (_, node) in enumerate(body):
            if node is not None:
                function.body[at] = node
        # A tracing Python counts lines from the first, and loses count before it.
        function.lineno = min([node.lineno for _, node in body if node is not None], default=BEYOND)
        return text, tree, function

    def is_shared(self, name, body):
        """Whether a name that the lines bind is one that they read first, and so has to be that of the top level."""
        if name not in self.round.draft.values:
            return False
        if any(re.match(r"^%s\b" % re.escape(name), place) for place in self.parameters):
            return True
        for text, _ in body:
            tree = ast.parse(text)
            uses = [each for each in walk(tree) if isinstance(each, ast.Name) and each.id == name]
            if any(isinstance(each.ctx, ast.Load) for each in uses):
                return True
            if uses:
                return isinstance(tree.body[0], (ast.AugAssign, ast.If, ast.For, ast.While))
        return False

    def goes_back_from(self, loss):
        """Whether the lines go back from the value of an engine that is this loss."""
        return any(re.search(r"(?<![\w.])%s\.backward\(" % re.escape(loss), line) for line, _ in self.body)

    @property
    def goes_back(self):
        """Whether the lines have gradients by that name, or call a function that goes back."""
        texts = [line for line, _ in self.body] + [ast.unparse(fn.node) for fn in self.round.reached()]
        if self.is_update and any(_OPTIMISED.search(each) for each in texts):
            # What such an update does is another multiple of each entry.
            return False
        if any(BACK.search(fn.name) and not _SLOPES.search(fn.name) for fn in self.round.reached()):
            return True
        return not isinstance(self.gradients, str) and all(says_gradient(text) for text in self.gradients)

    def is_of_round(self, loss):
        """Whether a loss is of the samples that the lines go over: all that it reads, they read or bind."""
        head = self.round.nodes[: None if self.is_update else self.round.cut]
        used = {each.id for node in head for each in walk(node) if isinstance(each, ast.Name)}
        tree = ast.parse(loss[1])
        names = {each.id for each in walk(tree) if isinstance(each, ast.Name)}
        names -= {each.id for each in walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
        values = self.round.draft.values
        data = {name for name in names if not isinstance(values.get(name), CLOSED) and not hasattr(builtins, name)}
        # What a loop within leaves behind is of its last sample.
        loops = [each for node in head for each in walk(node) if isinstance(each, ast.For)]
        left = {each.id for loop in loops for each in walk(loop.target) if isinstance(each, ast.Name)}
        missing = data - used
        if data & left:
            return False
        # `y` of `net = Network(x, y)` is what the lines read as `net.y`.
        return bool(data) and (not missing or all(id(values.get(name)) in self.held_by(used) for name in missing))

    def held_by(self, names):
        """The arrays, by identity, that the file's objects of these names hold."""
        values, classes = self.round.draft.values, self.round.names.classes
        return {
            id(leaf.value)
            for name in names
            if type(values.get(name)).__name__ in classes
            for leaf in leaves(values[name], name)[:200]
            if is_array(leaf.value)
        }

    def distinct_losses(self):
        """The file's own losses, each once: two names of one array, or of one list, make no other loss."""
        values, first, found = self.round.draft.values, {}, {}
        for name, value in values.items():
            if is_array(value) or isinstance(value, (list, dict)):
                first.setdefault(id(value), name)
        for loss in self.losses:
            tree = ast.parse(loss[1])
            for each in walk(tree):
                if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
                    each.id = first.get(id(values.get(each.id)), each.id)
            found.setdefault((ast.unparse(tree), loss[2]), loss)
        return list(found.values())

    def is_named(self, loss):
        """Whether the file computes this loss as one: in a function of its own, or by that name in these lines."""
        name, text, _ = loss
        called = [ast.unparse(each.func).split(".") for each in calls_in(text)]
        functions = {*self.round.names.functions, *(key for one in self.round.names.classes.values() for key in one)}
        return bool(_NAMED.search(name) and text.isidentifier()) or any(
            COST.search(part) for each in called if each[-1] in functions for part in each[-1:] + each[1:-1]
        )

    def is_squared(self, loss):
        """Whether a loss is a squared error of the samples that the lines go over: one to train with, if only printed."""
        return self.is_of_round(loss) and bool(_SQUARED.search(loss[1]))

    def assumed(self):
        """(name, expression, place) of the known losses of what comes out."""
        head = self.round.statements[: self.round.cut]
        for name, text in self.round.sums:
            yield name, text, -1
        yield from self.round.misses
        if self.target is None:
            return
        target, wanted = self.target
        # What an object holds of a step is that of before the step, also after it.
        last = len(self.round.texts) - 1 if self.is_update else len(head) - 1
        samples = len(wanted) if np.ndim(wanted) > 1 else 1
        for output, value in [*self.outputs[:4], *self.round.forward, *self.outputs[4:]]:
            place = max([at for at, each in enumerate(head) if _binds(self.round, each, output)], default=last)
            place = max([place, *(at for at, each in enumerate(head) if _binds(self.round, each, target))])
            if any(output is text for text, _ in self.round.forward):
                used = names_in(output)
                spelled = [{self.round.renames.get(name, name) for name in bound_names([each])} for each in head]
                place = max([at for at, names in enumerate(spelled) if used & names], default=-1)
            out = "np.asarray(%s)" % output if isinstance(value, list) or np.ndim(value) == 1 else output
            for name, text in loss_texts(out, _row_text(target, wanted), value, wanted, samples):
                yield name, text, place


def calls_in(text):
    return [each for each in walk(ast.parse(text)) if isinstance(each, ast.Call)]


def _row_text(target, wanted):
    return "np.asarray(%s)" % target if np.ndim(wanted) == 1 else target


def _binds(round_, statement, output):
    """Whether a statement binds a name, or an entry of what it holds."""
    base = re.split(r"[.\[]", output)[0]
    stored = [each for each in walk(statement) if isinstance(getattr(each, "ctx", None), ast.Store)]
    names = [each.id for node in stored for each in walk(node) if isinstance(each, ast.Name)]
    return base in [round_.renames.get(name, name) for name in [*names, *bound_names([statement])]]


def beyond(node):
    """Gives what no line of the file holds a line beyond them."""
    for each in walk(node):
        if hasattr(each, "lineno"):
            each.lineno = each.end_lineno = BEYOND
    return node
