"""Functions that look like a backward pass, and the gradcheck() that each can be measured by."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re
import time


from ..copied import walk
from .chain import Chain
from .draft import NotSo
from .engine import engine_texts
from .functions import BACK, COST, LOSS_NAME, OTHER, UPDATES
from .heads import head_fruits, is_head
from .invent import configs
from .layerclass import layer_fruits
from .layers import pair_fruits
from .lossclass import loss_fruits
from .limited import Limited
from .sites import sites_of
from .trained import Trained

_clock = time.perf_counter
# Why a function has no candidate where the time was over before it could be told.
LATE = "late"
# And where another part of its round could be told, and this one not.
OTHER_PART = "other-part"


class Search(Trained):
    """
    Looks for ways to measure what a file has, within a time. What a candidate says never depends on how far the search
    came: of what was left half-way nothing is told but that.
    """

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
            if best is None or self.order(candidate) > self.order(best):
                best = candidate
            if best.is_right and (best.is_own or not self.has_cost):
                break
        # Invented arguments count only where all shapes fit, but for a number among right gradients of arrays.
        if best is not None and best.fruit.fit < 1.0 and not best.lacks_axes:
            return None, "shapes"
        return best, reason

    @property
    def has_cost(self):
        return any(COST.search(name) and not BACK.search(name) for name in self.names.functions)

    def order(self, candidate):
        """By what the file's own loss says first, if it says something: a known one fits what it was not written for."""
        says = candidate.is_own and candidate.is_sound and candidate.is_meant or candidate.is_contradicted
        return (says, *candidate.rank())

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
                name, line = backward.call, backward.line
                best = self.within_time(
                    (name, line), self.best_of, pair_fruits(names, forward, backward, self.run.watched.seen)
                )
                if best is not None and not _lacks_axes(best, backward):
                    found.append((name, line, best, ""))
                    taken |= {forward.call, name}
        for name, methods in names.classes.items():
            told = [fn for key, fn in methods.items() if key[:2] != "__"]
            if not is_wanted(name, *methods) or any(is_covered(fn) or fn.call in taken for fn in told):
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
        found += [(None, line, None, OTHER_PART) for line in dict.fromkeys(self.untold)]
        return found + self.of_late([each for each in found if each[2] is not None])

    def of_late(self, found):
        """
        What the time did not suffice for, but for what another way has told: itself, or the way back that it calls. A
        layer that it calls is only a part of one.
        """
        told = {(name, line) for name, line, _, _ in found} | self.settled
        names = {name for name, _ in self.settled}
        names |= {name for name, _, candidate, _ in found if not candidate.fruit.gives_own_loss}
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
        if best is None or not best.is_told_of_layer or any(_lacks_axes(best, fn) for fn in methods.values()):
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
        for methods in self.names.classes.values():
            forward, backward = methods.get("forward"), methods.get("backward")
            if forward is not None and backward is not None and forward.is_static and backward.is_static:
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


def _lacks_axes(candidate, fn):
    """Whether arrays had too few axes: a function sums over several by number, and one number is left for an array."""
    single = any(
        gradient is not None and gradient.size == 1 < parameter.point.size
        for gradient, parameter in zip(candidate.result.gradients, candidate.declared.parameters)
    )
    return single and any(
        isinstance(call, ast.Call)
        and any(isinstance(each, ast.Tuple) for each in [*call.args, *(one.value for one in call.keywords)])
        and getattr(call.func, "attr", "") in ("sum", "mean")
        for call in walk(fn.node)
    )
