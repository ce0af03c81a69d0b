"""Functions that look like a backward pass, and the gradcheck() that each can be measured by."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re
import time

import numpy as np

from ..limits import FILENAME
from .candidate import Candidate
from .chain import Chain
from .declared import Declared, Refusal
from .difference import measure
from .draft import FILE, NotSo, loss_texts
from .engine import engine_texts
from .functions import BACK, COST, LOSS_NAME, OTHER, UPDATES, Names
from .heads import head_fruits, is_head
from .invent import configs
from .layerclass import layer_fruits
from .layers import pair_fruits
from .lossclass import loss_fruits
from .limited import Limited, TooSlow
from .rounds import Round
from .sites import sites_of

_clock = time.perf_counter
# Losses of the file that are tried of one round, and entries of each array that a trial looks at.
_MOST_LOSSES = 8
_SCREENED = 4
# Of one evaluation in seconds where the time is short, its share where it is long, and how many it has to suffice for.
_LONGEST, _LONGEST_SHARE = 2.0, 1 / 6
_MOST_SLOW = 4
# Why a function has no candidate where the time was over before it could be told.
LATE = "late"
# Ways to invent arguments of a function that trains and that the file never calls.
_MOST_CONFIGS = 8


class Search:
    """
    Looks for ways to measure what a file has, within a time. What a candidate says never depends on how far the search
    came: of what was left half-way nothing is told but that.
    """

    def __init__(self, run, seconds):
        self.run, self.seed = run, run.own["seed"]
        self.names = Names(run.source.tree, run.namespace)
        self.end = _clock() + seconds
        self.seconds, self.longest = seconds, max(_LONGEST, seconds * _LONGEST_SHARE)
        # (name, line) of what the time did not suffice for, as in a round's reach.
        self.late = []
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
        namespace = self.run.namespace
        names = {
            each.id
            for node in tree.body
            for each in ast.walk(node)
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
        }
        kept = {name: namespace[name] for name in names | {"gradcheck"} if name in namespace}
        try:
            with np.errstate(all="ignore"):
                exec(compile(tree, FILE, "exec", 0, True), namespace)
                exec(compile(ast.Module(body=[function], type_ignores=[]), file, "exec", 0, True), namespace)
            begin = _clock()
            with Limited(min(self.end, begin + self.longest)):
                declared = Declared(namespace["gradcheck"], function)
            declared.is_ours = True
            if _clock() - begin > self.seconds / _MOST_SLOW:
                raise TooSlow()
            try:
                result = measure(declared, self.seed, max(0.2, min(self.seconds / 4, self.end - _clock())), each)
            finally:
                # The next way begins where this one did.
                declared.end()
            bound = {name: namespace[name] for name in names | {"gradcheck"} if name in namespace}
            return Candidate(text, declared, result, fruit, bound, assumed)
        except Refusal as refusal:
            if refusal.code == "too-slow":
                raise TooSlow() from None
            return None
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return None
        finally:
            for name in (names | {"gradcheck"}) - set(kept):
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
        for output in fruit.outputs[-3:]:
            try:
                value, wanted = fruit.draft.value(output), fruit.draft.value(fruit.target)
            except Exception:  # noqa: S112 - what is only there while it runs
                continue
            for name, text in loss_texts(output, fruit.target, value, wanted, fruit.samples):
                self.go_on()
                candidate = self.measured(fruit.text(text), fruit, name)
                if candidate is not None:
                    tried.append(candidate)
                    if candidate.is_right and (candidate.count > 1 or best is None):
                        return self.beside(own, candidate)
                    if candidate.is_right:
                        return best
        # A loss that was only tried must be that of two arrays, or of the output's weights among others that differ.
        fitting = [each for each in tried if each.is_convention or each.fits_weights and each.fits_output]
        if fitting:
            return self.beside(own, max(fitting, key=lambda each: (each.is_scaled, each.right, each.constant)))
        return best

    def of_target(self, target, owner):
        """The best candidate of a function, or the reason why there is none."""
        best, reason = None, "no loss fits"
        tried = set()
        for config in configs():
            self.go_on()
            if config.samples == 1 and best is not None and best.fruit.fit == 1.0 and best.is_sound and best.count:
                # One sample hides what is done over samples: it is for what takes no more than one.
                break
            try:
                with Limited(min(self.end, _clock() + 2 * self.longest)):
                    fruit = Chain(self.names, target, owner, config, self.run.watched.seen).find()
            except (KeyboardInterrupt, MemoryError):
                raise
            except NotSo as error:
                reason = str(error)
                continue
            except (Exception, SystemExit) as error:
                reason = "%s: %s" % (type(error).__name__, error)
                continue
            if best is not None and fruit.fit < best.fruit.fit:
                continue
            text = fruit.text()
            if text in tried:
                continue
            tried.add(text)
            candidate = self.of_fruit(fruit)
            if candidate is None:
                continue
            if best is None or candidate.rank() > best.rank():
                best = candidate
            if best.is_right:
                break
        # Invented arguments count only where all shapes fit.
        if best is not None and best.fruit.fit < 1.0:
            return None, "shapes"
        return best, reason

    def all(self, wanted=None):
        """(name, line, candidate or None, reason) of everything that looks like a backward pass."""
        names, found, taken = self.names, [], set()
        covered = set()
        for round_, candidate in self.of_rounds(wanted):
            name, line = round_.told()
            found.append((name, line, candidate, ""))
            covered |= round_.reach()

        def is_wanted(*given):
            return wanted is None or wanted in given

        def is_covered(fn):
            return (fn.name, fn.line) in covered

        for forward, backward in self.layer_pairs():
            if is_wanted(forward.name, backward.name) and not is_covered(backward):
                name, line = backward.name, backward.line
                best = self.within_time(
                    (name, line), self.best_of, pair_fruits(names, forward, backward, self.run.watched.seen)
                )
                if best is not None:
                    found.append((name, line, best, ""))
                    taken |= {forward.name, name}
        for name, methods in names.classes.items():
            if not is_wanted(name, *methods) or any(is_covered(fn) for key, fn in methods.items() if key[:2] != "__"):
                continue
            line = names.nodes[name].lineno
            found += self.within_time((name, line), self.of_one_class, name, methods, wanted) or []
        for name, fn in names.functions.items():
            if is_wanted(name) and is_head(fn) and not is_covered(fn):
                best = self.within_time((name, fn.line), self.best_of, head_fruits(names, fn))
                if best is not None:
                    found.append((name, fn.line, best, ""))
                    taken.add(name)
        for name, fn in names.functions.items():
            if name not in taken and is_wanted(name) and is_target(fn, wanted) and not is_covered(fn):
                told = self.within_time((name, fn.line), self.of_target, fn, None)
                if told is not None:
                    found.append((name, fn.line, *told))
        return found + self.of_late({(name, line) for name, line, candidate, _ in found if candidate is not None})

    def of_late(self, told):
        """What the time did not suffice for, but for what another way has told."""
        told = told | self.settled
        names = {name for name, _ in told}
        called = {site.key: site.called for site in sites_of(self.names)}
        return [
            (key[0] or None, key[1], None, LATE)
            for key in dict.fromkeys(self.late)
            if key not in told and not called.get(key, set()) & names
        ]

    def of_one_class(self, name, methods, wanted):
        """Rows of `all` of a class: each operation of an engine, else a layer, else methods that look like a way back."""
        found = []
        for line, text in engine_texts(self.names, name, methods):
            best = self.best_of([text])
            if best is not None:
                found.append((name, line, best, ""))
        if found:
            return found
        best = self.best_of(layer_fruits(self.names, name, methods))
        if best is None or not best.is_told_of_layer:
            best = self.best_of(loss_fruits(self.names, name, methods))
            # A slope that goes through a softmax before the loss is none of the loss's argument: then nothing is right.
            if best is not None and not (best.is_right or best.is_scaled or best.is_credible):
                best = None
        if best is not None:
            return [("%s.%s" % (name, best.fruit.function.name), best.fruit.function.line, best, "")]
        return self.of_class(name, methods, wanted)

    def of_class(self, name, methods, wanted):
        refused = []
        targets = [fn for fn in methods.values() if is_target(fn, wanted) and not fn.name.startswith("__")]
        targets += [fn for fn in methods.values() if COST.search(fn.name) and len(fn.returns) > 1 and fn not in targets]
        targets += [fn for fn in methods.values() if UPDATES.match(fn.name) and fn not in targets]
        for fn in targets:
            candidate, reason = self.of_target(fn, name)
            if candidate is not None:
                return [("%s.%s" % (name, fn.name), fn.line, candidate, "")]
            refused.append(("%s.%s" % (name, fn.name), fn.line, None, reason))
        return refused[:1]

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

    def of_rounds(self, wanted):
        """(site's round, candidate) of where the file trains, the best first, none that goes over the same lines."""
        found = []
        for site in sites_of(self.names):
            if site.key in self.settled:
                continue
            best = self.within_time(site.key, self.of_site, site)
            if best is None:
                continue
            found.append(best)
            if best[1].is_right:
                self.settled |= best[0].reach()
        kept, reached = [], set()
        for round_, candidate in sorted(found, key=lambda each: each[1].rank(), reverse=True):
            reach = round_.reach()
            wider = [
                (other, each)
                for other, each in found
                if set(round_.names_moved()) < set(other.names_moved()) and other.reach() & reach and each.is_credible
            ]
            if wider:
                # What goes over more parameters says more, also where some of them differ.
                continue
            if not reach & reached and (wanted is None or any(wanted == name for name, _ in reach)):
                kept.append((round_, candidate))
            reached |= reach
        return kept

    def of_site(self, site):
        seen = self.run.watched.seen
        is_known = site.fn is None or (site.fn.owner, site.fn.name) in seen
        for config in [next(configs())] if is_known else list(configs())[:_MOST_CONFIGS]:
            self.go_on()
            try:
                round_ = Round(self.names, site, config, seen, min(self.end, _clock() + self.seconds / 3))
                round_.prepare()
                round_.find()
                fruits = list(round_.fruits())
            except (KeyboardInterrupt, MemoryError):
                raise
            except (Exception, SystemExit):  # noqa: S112 - this site is none
                continue
            best = None
            for fruit in fruits:
                candidate = self.of_round_fruit(fruit)
                if candidate is not None and (best is None or candidate.rank() > best.rank()):
                    best = candidate
                if best is not None and best.is_settled:
                    break
            if best is not None and (best.is_right or best.is_convention or best.is_told(is_known)):
                return round_, best
        return None

    def of_round_fruit(self, fruit):
        """The best candidate of a round's lines: with the file's own losses, else with a known one."""
        best, named, is_late = None, None, fruit.is_late
        for loss in fruit.losses[:_MOST_LOSSES]:
            self.go_on()
            try:
                candidate = self.measured_round(fruit, loss, None, _SCREENED)
            except TooSlow:
                # Where another loss fits, this one need not.
                is_late = True
                continue
            if candidate is None:
                continue
            candidate.is_meant = fruit.goes_back_from(loss[1])
            if best is None or candidate.rank() > best.rank():
                best = candidate
            if fruit.is_named(loss) and candidate.count and (named is None or candidate.rank() > named.rank()):
                named = candidate
            if best.is_settled:
                break
        if best is None or not best.is_settled:
            best = self.with_known_loss(fruit, best, named)
        if is_late and (best is None or not best.is_settled):
            raise TooSlow()
        if best is None:
            return None
        whole = self.measured_round(fruit, best.loss, best.assumed)
        if (
            whole is not None
            and whole.is_own
            and not whole.is_right
            and not self.takes(whole, "penalt|reg|lam|decay|l2")
        ):
            decay = whole.decay()
            if decay is not None:
                # The printed loss leaves out the penalty, of which the gradients hold the slope.
                whole.is_contradicted, whole.assumed = True, "%s + %.3g · Σ w²" % (best.loss_name, decay / 2)
                whole.loss_name = best.loss_name
                return whole
        if whole is not None:
            whole.loss_name, whole.is_meant, whole.is_contradicted = best.loss_name, best.is_meant, best.is_contradicted
        return whole

    def with_known_loss(self, fruit, best, named):
        """
        The better of what losses of the file's own say, or None, and what a known one does; `named` is the loss that the
        file computes by that name.
        """
        own_name = best.loss_name if best is not None else None
        for loss in fruit.assumed():
            self.go_on()
            candidate = self.measured_round(fruit, loss, loss[0], _SCREENED)
            if candidate is None:
                continue
            candidate.loss_name = own_name
            if not (candidate.is_right or candidate.is_convention or candidate.fits_weights and candidate.fits_output):
                continue
            if best is None or candidate.rank() > best.rank():
                best = candidate
            if best.is_right:
                break
        if named is None or best is not None and best.is_own and best is not named:
            return best
        if best is named:
            # No other loss fits: where the file goes back by that name, it is this that it means.
            named.is_meant = named.is_meant or fruit.goes_back and fruit.is_of_round(named.loss)
            return named
        return self.beside(named, best)

    def beside(self, own, known):
        """Of the file's own loss, or None, and one that was tried and fits: which of them is to be spoken of."""
        if own is None or not own.is_sound or not own.count:
            return known
        if own.is_partly_right:
            return own
        if "a − y" in known.assumed and self.takes(own, r"log\w*\("):
            # Many print a squared error and train with a cross-entropy; nobody prints a cross-entropy beside squares.
            own.is_meant = True
            return own
        known.is_contradicted = True
        known.loss_name = own.loss_name
        return known

    def takes(self, candidate, words):
        """Whether a loss's expression or a function of the file that it calls speaks of such a thing."""
        bound = [line for line in candidate.text.splitlines() if re.match(r"\s*loss\w* =|\s*cost\w* =|\s*[jJ] =", line)]
        text = " ".join([candidate.loss_name or "", *bound])
        methods = [fn for one in self.names.classes.values() for fn in one.values()]
        called = [fn.node for fn in [*self.names.functions.values(), *methods] if fn.name + "(" in text]
        return any(re.search(words, each, re.I) for each in [text, *map(ast.unparse, called)])

    def layer_pairs(self):
        functions = self.names.functions
        for name, forward in functions.items():
            if not re.search(r"forward", name, re.I):
                continue
            stem = re.sub(r"_?forward_?", "", name, flags=re.I).lower()
            for other, backward in functions.items():
                same = re.sub(r"_?backward_?", "", other, flags=re.I).lower()
                if "backward" in other.lower() and same == stem and backward.parameters:
                    yield forward, backward


def is_target(fn, wanted):
    name = fn.name
    if wanted == name:
        return True
    if OTHER.search(name) or re.search(r"(deriv|prime)", name) and len(fn.parameters) <= 2:
        return False
    if (
        re.match(
            r"^(linear|affine|relu|sigmoid|tanh|softmax|conv|pool|batch_?norm|bn|layer|activation|dense)_", name, re.I
        )
        and not fn.owner
        and not (fn.gives_gradients and any(name and LOSS_NAME.match(name) for name in fn.returns))
    ):
        return False
    return bool(BACK.search(name) or fn.gives_gradients)
