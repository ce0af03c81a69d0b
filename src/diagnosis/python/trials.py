"""Running the learner's program as it is and with edits in place, and comparing what comes back."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import itertools
import time

import numpy as np

from .places import CHOICE, LOOK, NP, TICK, Look, Places, Rounds, chosen, chosen_statement, looked, number_or_array

_clock = time.perf_counter
# How often the program is run at most, and how many of its expressions are run through: some tenths of a second in the
# built-in Python, four seconds at the most. Counted, so that what is found does not depend on how busy the machine is; the
# clock only ends what takes far longer, a share of the time limit.
_MOST_RUNS = 3000
_MOST_WORK = 350000
_SHARE = 0.3
_FEWEST_RUNS = 300
_AGAIN = 0.4


class Enough(Exception):
    """What the search may take is spent."""


class _Probe:
    """What is given, what each accepted computation gives back, and what a right program holds on the way."""

    def __init__(self, arguments, asked):
        self.given = asked["arguments"]
        self.ways = [flat(one) for one in arguments.of(asked["expected"])]
        self.held = asked["held"]
        # How many numbers are given.
        self.size = sum(each.size for each in map(number_or_array, arguments.of(self.given)) if each is not None)


def flat(value):
    """The arrays of what came back, in order; None where something else is among it."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (tuple, list)):
        found = []
        for item in value:
            inner = flat(item)
            if inner is None:
                return None
            found += inner
        return found
    array = number_or_array(value)
    return None if array is None else [np.array(array, dtype=float)]


class Trials:
    """Runs of the program on the probes, as many as may be."""

    def __init__(self, run, question):
        self.run = run
        self.probes = [_Probe(run.arguments, each) for each in question["probes"]]
        self.close = question["close"]
        self.learner = run.entry.driven()
        self.places = Places(run.source.tree, run.namespace)
        self.rounds = Rounds()
        self.left = _MOST_RUNS
        self.end = _clock() + run.timeout * _SHARE
        run.namespace[NP], run.namespace[TICK] = np, self.rounds

    def set_back(self):
        self.places.set_back()
        for name in (LOOK, CHOICE, NP, TICK):
            self.run.namespace.pop(name, None)

    def evaluated(self, probe):
        """What comes back on a probe; None where the program stops. Raises Enough."""
        if self.left <= 0 or _clock() > self.end:
            raise Enough
        self.left -= 1
        self.rounds.now = 0
        given = self.run.arguments.of(self.probes[probe].given)
        try:
            with np.errstate(all="ignore"):
                return flat(self.learner(*given))
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return None

    def is_right(self, given, expected):
        if given.shape != expected.shape:
            return False
        if given.size == 0:
            return True
        top = np.max(np.abs(expected))
        return bool(np.all(np.abs(given - expected) <= self.close * max(top, 1e-300)))

    def rights(self, given, probe):
        """Which results are right; None where other things came back."""
        expected = self.expected[probe]
        if given is None or len(given) != len(expected):
            return None
        return [self.is_right(one, right) for one, right in zip(given, expected)]

    def is_any_wrong(self):
        """
        Runs the program on every probe, and keeps the accepted computation that leaves the fewest faults, and the probe
        on which most is wrong, the smallest of such: where nothing is, no edit would show. False where nothing can be tried.
        """
        given = [self.evaluated(probe) for probe in range(len(self.probes))]
        if None in given:
            return False
        ways = [[each.ways[way] for each in self.probes] for way in range(len(self.probes[0].ways))]
        ways = [way for way in ways if all(len(a) == len(b) for a, b in zip(way, given))]
        if not ways:
            return False

        def compared(way):
            return [[self.is_right(a, b) for a, b in zip(each, way[i])] for i, each in enumerate(given)]

        self.expected = max(ways, key=lambda way: sum(map(sum, compared(way))))
        rights = compared(self.expected)
        self.main = max(range(len(given)), key=lambda i: (rights[i].count(False), -self.probes[i].size, -i))
        self.before, self.right = given[self.main], rights[self.main]
        self.wrong = [not each for each in self.right]
        return any(self.wrong)

    def look(self):
        """Runs the program once, and keeps what each of its places is and when."""
        look = Look(self.places.all)
        self.numbers = {id(place.node): number for number, place in enumerate(self.places.all)}
        self.watched(look)
        look.keeps = False
        self.rounds.most = 4 * self.rounds.now + 16
        self.count = look.count
        self.most = self.left = min(self.left, max(_FEWEST_RUNS, _MOST_WORK // max(look.count, 1)))
        return look

    def begin_again(self):
        """Lets a share of the runs be made again that there were at first."""
        self.left = int(_AGAIN * self.most)

    def look_through(self, look):
        """Lets what is looked at go through `look`."""
        self.run.namespace[LOOK] = look

    def watched(self, look):
        """What comes back where every expression goes through `look`."""
        self.look_through(look)
        self.places.run(self.through_look)
        seen = self.evaluated(self.main)
        self.places.set_back()
        return seen

    def through_look(self, node, made):
        number = self.numbers.get(id(node))
        return made if number is None else looked(number, made)

    def moved_by(self, seen):
        """Which results are others than before. What is not finite is neither the same nor another: it counts as moved."""
        if seen is None or len(seen) != len(self.before):
            return self.wrong
        return [not (np.array_equal(a, b) and np.isfinite(a).all()) for a, b in zip(self.before, seen)]

    def rights_now(self):
        """Which results are right on the probe where most was wrong, as the program is now."""
        return self.rights(self.evaluated(self.main), self.main)

    def are_all_right(self, rights):
        """Whether everything is right on every probe, as the program is now; `rights`: what `rights_now` has told."""
        others = [probe for probe in range(len(self.probes)) if probe != self.main]
        return _all(rights) and all(_all(self.rights(self.evaluated(probe), probe)) for probe in others)

    def are_right_together(self, edits):
        """Whether everything is right on every probe with all of these edits in place at once."""
        made = {id(edit.node): edit.made for edit in edits}

        def rewritten(node, own):
            return made.get(id(node), own)

        try:
            self.places.run(rewritten)
            return self.are_all_right(self.rights_now())
        except (SyntaxError, ValueError, TypeError, RecursionError):
            return False
        finally:
            self.places.set_back()

    def each_in_place(self, edits, through=lambda _, made: made):
        """Each edit in turn while the program runs with it; where some cannot be compiled, the others without them."""
        by_node, numbers = {}, itertools.count()
        for edit in edits:
            by_node.setdefault(id(edit.node), []).append(edit)
        # The numbers of one node's edits follow each other.
        number_of = {id(edit): next(numbers) for alike in by_node.values() for edit in alike}

        def rewritten(node, made):
            if id(node) in by_node:
                cases = [(number_of[id(edit)], edit.made) for edit in by_node[id(node)]]
                made = chosen_statement(cases, made) if isinstance(node, ast.stmt) else chosen(cases, made)
            return through(node, made)

        namespace = self.run.namespace
        namespace[CHOICE] = -1
        try:
            self.places.run(rewritten)
        except (SyntaxError, ValueError, TypeError, RecursionError):
            self.places.set_back()
            half = len(edits) // 2
            if half > 0:
                yield from self.each_in_place(edits[:half], through)
                yield from self.each_in_place(edits[half:], through)
            return
        for edit in edits:
            namespace[CHOICE] = number_of[id(edit)]
            yield edit
        self.places.set_back()


def _all(rights):
    return rights is not None and all(rights)
