"""Which one place of the learner's program, written otherwise, makes everything right."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import time

import numpy as np

from .added import added
from .edits import exchanged, statements
from .places import CHOICE, LOOK, NP, TICK, Look, Places, Rounds, chosen, chosen_statement, looked, number_or_array

_clock = time.perf_counter
# How often the program is run at most, and how many of its expressions are run through: some tenths of a second in the
# built-in Python. Counted, so that what is found does not depend on how busy the machine is; the clock only ends what
# takes far longer, a share of the time limit.
_MOST_RUNS = 450
_MOST_WORK = 45000
_SHARE = 0.3


class Enough(Exception):
    """What the search may take is spent."""


def places_of(run, question):
    """
    `{fits, reached, done}`: the changes that make everything right, as `{line, order, text}`, the simplest kind alone; the
    lines that all wrong results and no right one come from; whether everything was tried. None where nothing can be tried.
    """
    probes = [
        (each["arguments"], [flat(one) for one in run.arguments.of(each["expected"])]) for each in question["probes"]
    ]
    search = _Search(run, probes, question)
    namespace = run.namespace
    try:
        namespace[NP], namespace[TICK] = np, search.rounds
        return search.told()
    finally:
        search.places.set_back()
        for name in (LOOK, CHOICE, NP, TICK):
            namespace.pop(name, None)


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


class _Search:
    def __init__(self, run, probes, question):
        self.run, self.probes = run, probes
        self.close, self.line = question["close"], question["line"]
        self.kinds = (exchanged, added) if question["adds"] else (exchanged,)
        self.learner = run.entry.driven()
        self.places = Places(run.source.tree, run.namespace)
        self.rounds = Rounds()
        self.left = _MOST_RUNS
        self.end = _clock() + run.timeout * _SHARE

    def evaluated(self, probe):
        """What comes back on a probe; None where the program stops."""
        if self.left <= 0 or _clock() > self.end:
            raise Enough
        self.left -= 1
        self.rounds.now = 0
        given = self.run.arguments.of(self.probes[probe][0])
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

    def all_right(self, given, probe):
        expected = self.expected[probe]
        return given is not None and len(given) == len(expected) and all(map(self.is_right, given, expected))

    def told(self):
        given = [self.evaluated(probe) for probe in range(len(self.probes))]
        if None in given:
            return None
        # The accepted computation that leaves the fewest faults.
        ways = [[each[1][way] for each in self.probes] for way in range(len(self.probes[0][1]))]
        ways = [way for way in ways if all(len(a) == len(b) for a, b in zip(way, given))]
        if not ways:
            return None

        def compared(way):
            return [[self.is_right(a, b) for a, b in zip(each, way[i])] for i, each in enumerate(given)]

        self.expected = max(ways, key=lambda way: sum(map(sum, compared(way))))
        rights = compared(self.expected)
        self.main = min(range(len(rights)), key=lambda i: (sum(rights[i]), i))
        self.right = [all(each) for each in zip(*rights)]
        self.before, self.wrong = given[self.main], [not each for each in rights[self.main]]
        if not any(self.wrong):
            return None
        strict, self.fits, is_done = [], [], False
        try:
            self.look()
            self.fitting(exchanged, [place for place in self.places.all if place.hits and place.line == self.line])
            if all(edit.hands_on for edit in self.fits):
                strict, others = self.reached()
                for edits, reached in [*((each, strict) for each in self.kinds), (exchanged, others)]:
                    self.fitting(edits, [each for each in reached if edits is added or each.line != self.line])
                    if self.fits:
                        break
            is_done = True
        except Enough:
            pass
        return {
            "fits": [
                {"line": edit.line, "order": edit.order, "text": edit.text}
                for edit in [each for each in self.fits if not each.hands_on] or self.fits
            ],
            "reached": sorted({place.line for place in strict if place.is_changed}),
            "done": is_done,
        }

    def look(self):
        """Runs the program once, and keeps what each of its places is and when."""
        look = Look(self.places.all)
        self.run.namespace[LOOK] = look
        self.look_at, self.numbers = look, {id(place.node): number for number, place in enumerate(self.places.all)}
        self.places.run(self.through_look)
        self.evaluated(self.main)
        self.places.set_back()
        look.keeps = False
        self.rounds.most = 4 * self.rounds.now + 16
        self.left = min(self.left, max(60, _MOST_WORK // max(look.count, 1)))

    def through_look(self, node, made):
        number = self.numbers.get(id(node))
        return made if number is None else looked(number, made)

    def reached(self):
        """The places that every wrong result comes from: those that no right one comes from, and the others."""
        self.places.run(self.through_look)
        strict, others = [], []
        waiting = [(place, True) for place in self.places.all if place.outer is None and place.hits]
        while waiting:
            place, is_strict = waiting.pop(0)
            if number_or_array(place.value) is not None:
                self.look_at.changed = self.numbers[id(place.node)]
                moved = self.moved_by(self.evaluated(self.main))
                if not all(m for m, w in zip(moved, self.wrong) if w):
                    continue
                place.is_changed = True
                is_strict = not any(m for m, r in zip(moved, self.right) if r)
            (strict if is_strict else others).append(place)
            waiting += [(each, is_strict) for each in place.inner if each.hits]
        self.places.set_back()
        return strict, others

    def moved_by(self, seen):
        """Which results are others than before. What is not finite is neither the same nor another: it counts as moved."""
        if seen is None or len(seen) != len(self.before):
            return self.wrong
        return [not (np.array_equal(a, b) and np.isfinite(a).all()) for a, b in zip(self.before, seen)]

    def fitting(self, edits_of, reached):
        edits = [edit for place in reached for edit in edits_of(place, self.places)]
        if edits_of is exchanged:
            edits += statements(self.places, reached)
        edits = [edit for edit in edits if edit.is_new]
        if self.line is not None:
            edits.sort(key=lambda edit: abs(edit.line - self.line))
        by_node = {}
        for number, edit in enumerate(edits):
            by_node.setdefault(id(edit.node), []).append((number, edit.made))

        def rewritten(node, made):
            cases = by_node.get(id(node))
            if cases is None:
                return made
            return chosen_statement(cases, made) if isinstance(node, ast.stmt) else chosen(cases, made)

        namespace = self.run.namespace
        namespace[CHOICE] = -1
        try:
            self.places.run(rewritten)
        except (SyntaxError, ValueError, RecursionError):
            self.places.set_back()
            return
        for number, edit in enumerate(edits):
            namespace[CHOICE] = number
            order = [self.main, *[i for i in range(len(self.probes)) if i != self.main]]
            if all(self.all_right(self.evaluated(probe), probe) for probe in order):
                self.fits.append(edit)
                if edits_of is exchanged and edit.line == self.line and not edit.hands_on:
                    break
        self.places.set_back()
