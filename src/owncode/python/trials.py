"""Ways to measure, each tried as a declared one within a time: with the file's own loss, else with a known one."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re
import time

import numpy as np

from ..copied import walk
from ..limits import FILENAME
from .candidate import Candidate
from .declared import Declared, Refusal
from .difference import measure
from .diverged import set_finite
from .draft import FILE, loss_texts
from .functions import Names
from .limited import Limited, TooSlow
from .screen import OneOf, Screen, Several, groups_of

_clock = time.perf_counter
# Of one evaluation in seconds where the time is short, its share where it is long, and how many it has to suffice for.
_LONGEST, _LONGEST_SHARE = 2.0, 1 / 6
_MOST_SLOW = 4
# A line that gives a loss its name, alone or before gradients.
_BINDS_LOSS = re.compile(r"\s*(loss|cost|j)\w*\s*(,[\w\s,]*)?=", re.I)
_PART_OF_LOSS = re.compile(r"loss|cost|^_?j$|penalt|^l2|^reg", re.I)
# Entries of each array that a loss's first trial looks at.
SCREENED = 4


class Trials:
    """What tries a file's ways to call, and until when."""

    def __init__(self, run, seconds):
        self.run, self.seed = run, run.own["seed"]
        self.names = Names(run.source.tree, run.namespace)
        set_finite([run.namespace])
        self.end = _clock() + seconds
        self.seconds, self.longest = seconds, max(_LONGEST, seconds * _LONGEST_SHARE)
        # (name, line) of what the time did not suffice for, as in a round's reach.
        self.late = []
        # The lines of parts of a round of which nothing could be told beside another part.
        self.untold = []
        # Those of rounds that are right.
        self.settled = set()

    def go_on(self):
        """Asked before each further step: raises `TooSlow` where there is no time for it."""
        if _clock() > self.end:
            raise TooSlow()

    def within_time(self, key, action, *given):
        """What an action gives; None where there was no time for it, which is noted."""
        try:
            self.go_on()
            return action(*given)
        except TooSlow:
            self.late.append(key)
            return None

    def measured(self, text, fruit, assumed=None):
        """The candidate of a text; None where it cannot be measured."""
        tree = ast.parse(text)
        return self.measured_tree(text, tree, tree.body.pop(), FILE, fruit, assumed)

    def measured_round(self, fruit, loss, assumed=None, each=None):
        """The same of a round's lines, which keep their places in the file; of some entries where `each` says how many."""
        name, text, place = loss
        source, setup, function = fruit.program(text, place)
        candidate = self.measured_tree(source, setup, function, FILENAME, fruit, assumed, each)
        if candidate is not None:
            candidate.loss_name, candidate.loss = name, loss
        return candidate

    def measured_tree(self, text, tree, function, file, fruit, assumed, each=None):
        def measured(declared, bound):
            declared.is_ours = True
            return Candidate(text, declared, self.slopes_of(declared, each), fruit, bound, assumed)

        return self.placed(tree, function, file, Declared, measured)

    def measured_group(self, fruit, group, are_known, each):
        """By loss of a group its candidate; one that cannot be measured has none."""

        def measured(several, bound):
            several.prepare()
            found = {}
            for at, loss in enumerate(group.losses):
                self.go_on()
                try:
                    result = self.slopes_of(OneOf(several, at), each)
                except Refusal as refusal:
                    if refusal.code == "too-slow":
                        raise
                    continue
                # The text tells what the loss is; the measuring by it alone comes once it is chosen.
                candidate = Candidate(
                    "loss = %s" % loss[1], several, result, fruit, bound, loss[0] if are_known else None
                )
                candidate.loss_name, candidate.loss = loss[0], loss
                found[loss] = candidate
            return found

        _, tree, function = fruit.program_of_group(group)
        return self.placed(tree, function, FILE, Several, measured) or {}

    def slopes_of(self, declared, each):
        return measure(declared, self.seed, max(0.2, min(self.seconds / 4, self.end - _clock())), each)

    def placed(self, tree, function, file, kind, action):
        """
        What an action makes of a check, an instance of `kind`, and of what its setting up has put into the file's
        namespace; None where that fails. Everything is afterwards as it was.
        """
        namespace = self.run.namespace
        names = {
            each.id
            for node in tree.body
            for each in walk(node)
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
        } | {"gradcheck"}
        kept = {name: namespace[name] for name in names if name in namespace}
        try:
            with np.errstate(all="ignore"):
                exec(compile(tree, FILE, "exec", 0, True), namespace)
                exec(compile(ast.Module(body=[function], type_ignores=[]), file, "exec", 0, True), namespace)
            begin = _clock()
            declared = kind(namespace["gradcheck"], function, Limited(min(self.end, begin + self.longest)))
            if _clock() - begin > self.seconds / _MOST_SLOW:
                raise TooSlow()
            bound = {name: namespace[name] for name in names if name in namespace}
            try:
                return action(declared, bound)
            finally:
                # The next way begins where this one did.
                declared.end()
        except Refusal as refusal:
            if refusal.code == "too-slow":
                raise TooSlow() from None
            return None
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return None
        finally:
            for name in names - set(kept):
                namespace.pop(name, None)
            namespace.update(kept)

    def of_fruit(self, fruit):
        """The best candidate of a way to call: with the file's own loss, else with a known one."""
        best = None
        if fruit.loss is not None:
            best = self.measured(fruit.text(), fruit)
            if best is not None and (best.is_right or best.is_scaled or best.right > 0 or best.constant > 1):
                return best
        own = best
        if fruit.target is None or fruit.gives_own_loss:
            return best
        tried = []
        losses = list(dict.fromkeys(self.known_losses(fruit)))
        screen = Screen(groups_of(losses), lambda group: self.measured_group(fruit, group, True, SCREENED))
        for loss in losses:
            self.go_on()
            candidate = screen.of(loss)
            if candidate is None:
                continue
            if candidate.is_right:
                candidate = self.measured(fruit.text(loss[1]), fruit, loss[0]) or candidate
                if candidate.is_right and (candidate.count > 1 or best is None):
                    return self.beside(own, candidate)
                if candidate.is_right:
                    return best
            tried.append(candidate)
        # A loss that was only tried must be that of two arrays, or of the output's weights among others that differ.
        fitting = [each for each in tried if each.is_convention or each.fits_enough]
        if fitting:
            chosen = max(fitting, key=lambda each: (each.is_scaled, each.right, each.constant))
            chosen = self.measured(fruit.text(chosen.loss[1]), fruit, chosen.assumed)
            return best if chosen is None else self.beside(own, chosen)
        return best

    def known_losses(self, fruit):
        """(name, expression, place) of the known losses of what may come out."""
        for output in fruit.outputs[-3:]:
            try:
                value, wanted = fruit.draft.value(output), fruit.draft.value(fruit.target)
            except Exception:  # noqa: S112 - what is only there while it runs
                continue
            for name, text in loss_texts(output, fruit.target, value, wanted, fruit.samples):
                yield name, text, 0

    def without_inputs(self, candidate):
        """
        Of a layer whose weights' gradients are means over the batch and whose input's is not, the weights alone:
        together they are no gradient of one loss, and each is right where it is used.
        """
        fruit, ratios, m = candidate.fruit, candidate.ratios, candidate.fruit.samples
        means = [ratio not in (None, "none") and abs(ratio * m - 1) < 1e-3 for ratio in ratios]
        plain = [ratio == "none" or ratio is not None and abs(ratio - 1) < 1e-3 for ratio in ratios]
        if m == 1 or not any(means) or len(ratios) != len(fruit.parameters):
            return candidate
        # One of the weights that is a sum among means is a mistake.
        inputs = [text in fruit.inputs for text in fruit.parameters]
        if not all(one or other and given for one, other, given in zip(means, plain, inputs)):
            return candidate
        fruit.gradients = [text for text, kept in zip(fruit.gradients, means) if kept]
        fruit.parameters = [text for text, kept in zip(fruit.parameters, means) if kept]
        return self.measured(fruit.text(), fruit) or candidate

    def best_of(self, fruits):
        best = None
        for fruit in fruits:
            self.go_on()
            candidate = self.of_fruit(fruit)
            if candidate is not None and fruit.gives_own_loss and not isinstance(fruit.gradients, str):
                candidate = self.without_inputs(candidate)
            if candidate is not None and (best is None or candidate.rank() > best.rank()):
                best = candidate
            if best is not None and (best.is_right or best.is_sound and best.is_meant and best.fruit.fit == 1.0):
                # What is called as it is meant to be says all, whatever another way of calling hides.
                break
        return best

    def beside(self, own, known):
        """Of the file's own loss, or None, and one that was tried and fits: which of them is to be spoken of."""
        if own is None or not own.is_sound or not own.count:
            return known
        if own.is_only_shown and "a − y" in known.assumed:
            # A squared error as well: what is shown is a mean, what is differentiated half of a sum.
            return known
        if own.is_partly_right:
            return own
        if own.is_only_shown and "y log a" in known.assumed:
            # Of what a softmax gives, the squared error is shown, and hardly ever differentiated.
            return known
        if "a − y" in known.assumed and self.takes(own, r"log\w*\("):
            # Many print a squared error and train with a cross-entropy; nobody prints a cross-entropy beside squares.
            own.is_meant = True
            return own
        known.is_contradicted = True
        known.loss_name = own.loss_name
        return known

    def takes(self, candidate, words):
        """Whether a loss's expression or a function of the file that it calls speaks of such a thing."""
        bound = [line for line in candidate.text.splitlines() if _BINDS_LOSS.match(line)]
        text = " ".join([candidate.loss_name or "", *bound])
        methods = [fn for one in self.names.classes.values() for fn in one.values()]
        called = [fn for fn in [*self.names.functions.values(), *methods] if fn.name + "(" in text]
        return any(re.search(words, each, re.I) for each in [text, *map(_text_of_loss, called)])


def _text_of_loss(fn):
    """What a function computes its loss by: of one that also goes back, only what its losses are made of."""
    if not fn.gives_gradients:
        return ast.unparse(fn.node)
    found = []
    for node in walk(fn.node):
        if isinstance(node, (ast.Assign, ast.AugAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(each, ast.Name) and _PART_OF_LOSS.search(each.id) for each in targets):
                found.append(ast.unparse(node))
    return " ".join(found)
