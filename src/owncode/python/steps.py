"""What an update of a round is of the arrays that are there before it: by that a parameter's gradient is known."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

import numpy as np

from ..copied import walk
from .draft import NotSo, paired_texts
from .functions import RATE
from .held import CLOSED, both, is_memory, ratio_of, says_gradient
from .leaves import is_array, is_number, leaves, scalar_of
from .pairing import plain, plain_gradient
from .sites import bound_names
from .state import reseed


def _root(name):
    """The name of what holds an array: `net` of `net[0].W`."""
    return re.split(r"[.\[]", name)[0]


class Steps:
    """The part of a round that looks for its gradients."""

    def gradients(self, held):
        """(expressions, parameters) of arrays that the update takes a multiple of, or that are named so."""
        pool = []
        for name in bound_names([each for each in self.statements[: self.cut]]):
            spelled = self.renames.get(name, name)
            if spelled in held:
                pool += leaves(held[spelled], spelled, None, spelled)
        made = list(pool)
        known = {leaf.name for leaf in pool} | {self.places[at].name for at in self.parameters}
        for name, value in held.items():
            if not name.startswith("__") and not isinstance(value, CLOSED):
                pool += [leaf for leaf in leaves(value, name, None, name)[:200] if leaf.name not in known]
        # Where a gradient is nothing, a step is a multiple of what an earlier one has left.
        pool = [leaf for leaf in pool if not is_memory(leaf)]
        pool = [each for leaf in pool for each in both(leaf) if is_array(each.value) or is_number(each.value)]
        places = [self.places[at] for at in self.parameters]
        others = self.others(held, places)
        pool = [leaf for leaf in pool if plain_gradient(leaf.name) not in others - {plain(leaf.name)}]
        chosen = self.by_step(pool)
        if len(chosen) < len(places):
            rest = [leaf for leaf in places if leaf.name not in chosen]
            named = []
            taken = {text.removesuffix(".T") for text in chosen.values()} | {id(leaf.value) for leaf in places}
            # Under the keys of the parameters, in a dictionary of their own; those may be in one that an object holds.
            keyed = {
                (path, np.shape(each.value))
                for each in rest
                if each.path and isinstance(each.path[-1], str)
                for path in (each.path, each.path[-1:])
            }
            alike = {leaf.name for leaf in made if (leaf.path, np.shape(leaf.value)) in keyed}
            # Of two names of one array, that beside the parameters: a loop's `layer` still is one of `net`.
            roots = {_root(each.name) for each in places}
            for leaf in sorted(pool, key=lambda each: _root(each.name) not in roots):
                if (
                    (says_gradient(leaf.name) or leaf.name in alike)
                    and leaf.name not in taken
                    and id(leaf.value) not in taken
                ):
                    taken.add(id(leaf.value))
                    named.append(leaf)
            try:
                texts, names, fit = paired_texts(named, rest)
            except NotSo:
                return None
            if fit < 1.0 and not self.is_own or self.is_turned(chosen, dict(zip(names, texts)), pool):
                return None
            chosen.update(zip(names, texts))
        if len(chosen) < len(places):
            return None
        return [chosen[leaf.name] for leaf in places], [leaf.name for leaf in places]

    def others(self, held, places):
        """The plain names of arrays that are none of some places: `dv` beside `v` is no gradient of a state `h`."""
        own = {plain(re.split(r"[\[\]']+", leaf.name.replace("check_", "").rstrip("]'"))[-1]) for leaf in places}
        names = [name for name, value in held.items() if is_array(value) and not name.startswith("__")]
        return {plain(name.replace("check_", "")) for name in names} - own

    def is_turned(self, chosen, named, pool):
        """Whether an update goes along one gradient and against another: then what it does is to be measured."""
        values = {leaf.name: leaf.value for leaf in pool}
        signs = set()
        for at in self.parameters:
            name = self.places[at].name
            value = values.get((chosen.get(name) or named.get(name, "")).removesuffix(".T"))
            step = np.array(self.places[at].value, dtype=float) - self.after[at]
            ratio = ratio_of(step, value, None) if value is not None and np.size(value) == step.size else None
            if ratio is not None:
                signs.add(ratio > 0)
        return len(signs) > 1

    def by_step(self, pool):
        """By parameter the expression of the array that the update takes a multiple of, the same multiple for all."""
        chosen, factor = {}, None
        for at in sorted(self.parameters, key=lambda at: -np.size(self.places[at].value)):
            step = np.array(self.places[at].value, dtype=float) - self.after[at]
            same = [leaf for leaf in pool if np.size(leaf.value) == step.size and ratio_of(step, leaf.value, factor)]
            if not same or factor is None and step.size < 2:
                continue
            best = min(same, key=lambda leaf: (not says_gradient(leaf.name), len(leaf.name)))
            factor = factor or ratio_of(step, best.value, None)
            turned = np.shape(best.value) == step.shape[::-1] != step.shape
            chosen[self.places[at].name] = best.name + (".T" if turned else "")
        return chosen

    def rate(self):
        """The expression of the learning rate; None where none is known."""
        values = self.draft.values
        for name in [*self.renames.values(), *values]:
            bare = name.replace("check_", "")
            if RATE.match(bare) and name in values and scalar_of(values[name]):
                return name
        instance = self.call.instance
        owners = [instance] if instance else []
        owners += [name for name, value in values.items() if type(value).__name__ in self.names.classes]
        for owner in owners:
            value = values.get(owner) if owner in values else None
            for name in [*getattr(value, "__dict__", {}), *vars(type(value))] if value is not None else ():
                if RATE.match(name) and scalar_of(getattr(value, name, None)):
                    return "%s.%s" % (owner, name)
        literal = {
            repr(abs(part.value))
            for text in self.texts[self.cut :]
            for node in walk(ast.parse(text))
            if isinstance(node, (ast.AugAssign, ast.Assign))
            for part in walk(node.value)
            if isinstance(part, ast.Constant) and isinstance(part.value, float) and part.value
        }
        return literal.pop() if len(literal) == 1 else None

    def is_plain(self):
        """Whether a step is in proportion to the rate, or nearly so as it gets small: with a memory it is not."""
        rate = self.rate()
        bound = {self.renames.get(name, name) for name in bound_names(self.statements)}
        if rate is None or not re.match(r"^[A-Za-z_]", rate) or rate in bound:
            return not self.carries()
        steps = []
        try:
            start = scalar_of(self.draft.value(rate))
            if start is None:
                return False
            for share in (1.0, 0.5, 0.25):
                self.draft.run("%s = %r" % (rate, start * share))
                self.run_round()
                now = [self.now(self.places[at]) for at in self.parameters]
                self.state.restore()
                steps.append(
                    np.concatenate(
                        [
                            ((self.now(self.places[at]) - value) / share).reshape(-1)
                            for at, value in zip(self.parameters, now)
                        ]
                    )
                )
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return False
        finally:
            self.state.restore()
        first, second = np.max(np.abs(steps[0] - steps[1])), np.max(np.abs(steps[1] - steps[2]))
        return first <= 1e-6 * np.max(np.abs(steps[0])) + 1e-12 or second < 0.75 * first

    def run_round(self):
        """Runs all lines of the round, with the random numbers of every run."""
        reseed()
        with self.limited():
            for text in self.texts:
                self.draft.run(text)

    def carries(self):
        """Whether a second round from the same parameters takes another step: it has kept something of the first."""
        places = [self.places[at] for at in self.parameters]
        start, ends = [self.now(leaf) for leaf in places], []
        try:
            for _ in range(2):
                for leaf, value in zip(places, start):
                    now = eval(self.codes[leaf.name], self.draft.values)
                    if is_array(now) and now.dtype.kind == "f":
                        now[...] = value
                    else:
                        self.put(leaf, value)
                self.run_round()
                ends.append([self.now(leaf) for leaf in places])
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return False
        finally:
            self.state.restore()
        return any(
            np.shape(one) == np.shape(other) and not np.allclose(one, other, 1e-9, 1e-12, equal_nan=True)
            for one, other in zip(*ends)
        )
