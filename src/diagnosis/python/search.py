"""Which one place of the learner's program, written otherwise, makes everything right."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import time

import numpy as np

from .added import added
from .edits import exchanged, statements
from .further import elsewhere, filled, within
from .places import CHOICE, LOOK, NP, TICK, Look, Places, Rounds, chosen, chosen_statement, looked, number_or_array

_clock = time.perf_counter
# How often the program is run at most, and how many of its expressions are run through: some tenths of a second in the
# built-in Python, three seconds at the most. Counted, so that what is found does not depend on how busy the machine is; the
# clock only ends what takes far longer, a share of the time limit.
_MOST_RUNS = 2500
_MOST_WORK = 250000
_SHARE = 0.3
_FEWEST_RUNS = 300
_AT_ONCE = 200
_MOST_VALUES = 8
# Edits that differ by so many names, numbers and operators are equally near to what was written.
_NEAR = 3
# Where a line was seen to hold what a known mistake holds, an edit elsewhere that differs by more does not speak against it.
_FAR = 10


class Enough(Exception):
    """What the search may take is spent."""


def places_of(run, question):
    """
    `{fits, reached, done}`: the changes that make everything right, as `{line, order, text}`, those of the line where they
    are most like a slip; the lines that all wrong results and no right one come from; whether everything was tried. None
    where nothing can be tried.
    """
    search = _Search(run, [_Probe(run.arguments, each) for each in question["probes"]], question)
    namespace = run.namespace
    try:
        namespace[NP], namespace[TICK] = np, search.rounds
        return search.told()
    finally:
        search.places.set_back()
        for name in (LOOK, CHOICE, NP, TICK):
            namespace.pop(name, None)


class _Probe:
    """What is given, what each accepted computation gives back, and what a right program holds on the way."""

    def __init__(self, arguments, asked):
        self.given = asked["arguments"]
        self.ways = [flat(one) for one in arguments.of(asked["expected"])]
        self.held = asked["held"]


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
        self.close, self.line, self.is_shown = question["close"], question["line"], question["shown"]
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

    def all_right(self, given, probe):
        expected = self.expected[probe]
        return given is not None and len(given) == len(expected) and all(map(self.is_right, given, expected))

    def told(self):
        given = [self.evaluated(probe) for probe in range(len(self.probes))]
        if None in given:
            return None
        # The accepted computation that leaves the fewest faults.
        ways = [[each.ways[way] for each in self.probes] for way in range(len(self.probes[0].ways))]
        ways = [way for way in ways if all(len(a) == len(b) for a, b in zip(way, given))]
        if not ways:
            return None

        def compared(way):
            return [[self.is_right(a, b) for a, b in zip(each, way[i])] for i, each in enumerate(given)]

        self.expected = max(ways, key=lambda way: sum(map(sum, compared(way))))
        rights = compared(self.expected)
        # Where most is wrong: where nothing is, no edit would show.
        self.main = max(range(len(rights)), key=lambda i: (len(rights[i]) - sum(rights[i]), -i))
        self.before, self.right = given[self.main], rights[self.main]
        self.wrong = [not each for each in self.right]
        if not any(self.wrong):
            return None
        strict, self.fits, is_done = [], [], False
        try:
            self.look()
            strict, others = self.reached()
            self.find(strict, others)
            is_done = True
        except Enough:
            pass
        return {
            "fits": [{"line": edit.line, "order": edit.order, "text": edit.text} for edit in self.likeliest()],
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
        self.left = min(self.left, max(_FEWEST_RUNS, _MOST_WORK // max(look.count, 1)))

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
                is_strict = is_strict and not any(m for m, r in zip(moved, self.right) if r)
            (strict if is_strict else others).append(place)
            waiting += [(each, is_strict) for each in place.inner if each.hits]
        self.places.set_back()
        return strict, others

    def moved_by(self, seen):
        """Which results are others than before. What is not finite is neither the same nor another: it counts as moved."""
        if seen is None or len(seen) != len(self.before):
            return self.wrong
        return [not (np.array_equal(a, b) and np.isfinite(a).all()) for a, b in zip(self.before, seen)]

    def find(self, strict, others):
        """Tries what supposes less first: where something fits, nothing that supposes more is tried."""
        at = [place for place in self.places.all if place.hits and place.line == self.line]
        known = {id(place) for place in [*strict, *others]}
        bearing = [place for place in at if id(place) in known]
        rest = [place for place in at if id(place) not in known]
        fits, beside = [], ()
        for steps, further in (
            ([(filled, strict + others), (exchanged, strict)], (added, elsewhere)),
            ([(added, strict), (elsewhere, strict)], (within,)),
            ([(within, strict)], ()),
            ([(exchanged, others + rest)], ()),
            # What comes of right results too is added to only where the line of the trace has nothing to do with it.
            ([] if bearing else [(added, others), (elsewhere, others)], ()),
        ):
            for edits_of, reached in steps:
                self.fits += self.fitting(edits_of, reached)
            fits, beside = [edit for edit in self.fits if not edit.hands_on], further
            if fits:
                break
        if fits and not any(edit.is_filled or edit.line == self.line for edit in fits):
            # What fits elsewhere may be missing as well at the line of the trace.
            self.fits += [edit for edits_of in beside for edit in self.fitting(edits_of, bearing)]

    def fitting(self, edits_of, reached):
        edits = [edit for place in reached for edit in edits_of(place, self.places)]
        if edits_of is exchanged:
            edits += statements(reached)
        edits = [edit for edit in edits if edit.is_new]
        if self.line is not None:
            edits.sort(key=lambda edit: abs(edit.line - self.line))
        found = []
        for at in range(0, len(edits), _AT_ONCE):
            found += self.fitting_of(edits[at : at + _AT_ONCE])
        return found

    def fitting_of(self, edits):
        """Which of these edits, compiled together, make everything right."""
        order = [self.main, *[i for i in range(len(self.probes)) if i != self.main]]
        return [
            edit
            for edit in self.each_in_place(edits)
            if all(self.all_right(self.evaluated(probe), probe) for probe in order)
        ]

    def each_in_place(self, edits, through=lambda _, made: made):
        """Each edit in turn while the program runs with it; where some cannot be compiled, the others without them."""
        by_node = {}
        for number, edit in enumerate(edits):
            by_node.setdefault(id(edit.node), []).append((number, edit.made))

        def rewritten(node, made):
            cases = by_node.get(id(node))
            if cases is not None:
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
        for number, edit in enumerate(edits):
            namespace[CHOICE] = number
            yield edit
        self.places.set_back()

    def likeliest(self):
        """The fits of one line: where the fewest words are others, what a right program holds is made, the last such."""
        fits = [edit for edit in self.fits if not edit.hands_on] or self.fits
        if self.is_shown:
            fits = [edit for edit in fits if edit.line == self.line or edit.cost <= _FAR]
        if len({edit.line for edit in fits}) > 1:
            try:
                self.tell_what_is_made(fits)
            except Enough:
                pass
        if not fits:
            return []
        best = min(fits, key=self.rank)
        return [edit for edit in fits if edit.line == best.line]

    def rank(self, edit):
        is_told = self.is_shown and edit.line == self.line
        return not edit.is_filled, edit.cost // _NEAR, edit.held, not is_told, -edit.order

    def tell_what_is_made(self, fits):
        """Of each fit, where among what a right program holds on the way the value of its statement stands."""
        (held,) = [flat(each) for each in self.run.arguments.of([self.probes[self.main].held])]
        held = [each.ravel() for each in held or [] if each.size > 1]
        seen = []

        def look(number, value):
            if number == self.numbers[id(edit.place.top.node)]:
                seen.append(value)
            return value

        self.run.namespace[LOOK] = look
        self.left += len(fits)
        tops = {id(edit.place.top.node) for edit in fits}
        for edit in self.each_in_place(
            fits, lambda node, made: self.through_look(node, made) if id(node) in tops else made
        ):
            del seen[:]
            self.evaluated(self.main)
            made = [one for value in seen[:_MOST_VALUES] for one in flat(value) or []]
            for number, right in enumerate(held):
                if any(self.is_right(one.ravel(), right) or self.is_right(one.T.ravel(), right) for one in made):
                    edit.held = number
                    break
