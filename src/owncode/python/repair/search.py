"""Which one change of one place makes every gradient right."""

from ...own import OWN as __builtins__  # noqa: F401

import ast
import contextlib
import time

import numpy as np

from ...copied import walk
from ..draft import NotSo
from ..limited import Limited, TooSlow
from .edit import ADDS, PROJECTS, RANKS
from .edits import HELPERS, edits_of
from .contributions import normalised
from .terms import penalties
from .places import CHOICE, PROBE, Program
from .multiples import Multiples, most_of
from .probe import Aim, Probe
from .scene import Scene
from .told import tellable, told_of
from .operands import exchanges
from .statements import scaled_names, statement_edits

_clock = time.perf_counter
# How much longer than the first evaluation one with a change may take, and what it may take at least.
_SLOWER, _LEAST = 30, 0.3


class NotSearched(Exception):
    """The time was over before all was tried: what was not might fit as well."""


def repair(run, declared, result, epsilon, is_own, seconds):
    """
    The mistake that one change takes back, as `{code, line}`; None where there is none, or more than one. Raises
    `NotSearched` where the time does not suffice to tell.
    """
    aim = Aim(declared, result, epsilon, is_own)
    if not aim.rows or aim.is_right:
        return None
    if seconds <= 0:
        raise NotSearched
    held = Spaces(run, declared)
    held.put(HELPERS)
    try:
        return _Search(run, declared, aim, held, _clock() + seconds).found()
    except NotSo:
        raise NotSearched from None
    finally:
        held.set_back()


class Spaces:
    """Names beside those of the file, for its functions and for the lines of a check that were written for it."""

    def __init__(self, run, declared):
        self.spaces = [run.namespace]
        # What a call changes is set back before the next: to what is remembered of it, with these names.
        remembered = declared.state.containers
        if declared.whole is not None:
            self.spaces.append(declared.function.__globals__)
        self.spaces += [
            items for container, items in remembered if any(container is space for space in list(self.spaces))
        ]
        names = (*HELPERS, PROBE, CHOICE)
        self.names = names
        self.kept = [{name: space[name] for name in names if name in space} for space in self.spaces]

    def put(self, values):
        for space in self.spaces:
            space.update(values)

    def set_back(self):
        for space, kept in zip(self.spaces, self.kept):
            for name in self.names:
                space.pop(name, None)
            space.update(kept)


class _Search(Multiples):
    def __init__(self, run, declared, aim, held, end):
        self.run, self.declared, self.aim, self.held, self.end = run, declared, aim, held, end
        self.program = Program(run, declared)
        self.probe = Probe(self.program.places, run.namespace.get("__name__"))
        self.fits = []
        # A changed condition may never become false.
        self.may_hang = any(isinstance(node, ast.While) for node in walk(run.source.tree))
        self.longest = None

    def go_on(self):
        if _clock() > self.end:
            raise NotSo("it takes too long")

    def evaluated(self):
        """(loss, gradients); None where the code stops. Raises `NotSo` when the time is over."""
        seen = self.evaluated_once()
        if self.probe.changed is not None or seen is not None and self.aim.keeps_loss(seen[0]):
            return seen
        # An edit before this one, or this one, may have written into what the file's own lines only read.
        if not self.declared.mend():
            return seen
        seen = self.evaluated_once()
        self.declared.mend()
        return seen

    def evaluated_once(self):
        self.go_on()
        begin = _clock()
        try:
            with self.limited(begin):
                return self.declared.evaluate()
        except TooSlow:
            self.go_on()
            return None
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return None
        finally:
            if self.longest is None:
                self.longest = max(_LEAST, _SLOWER * (_clock() - begin))

    def limited(self, begin):
        if not self.may_hang:
            return contextlib.nullcontext()
        return Limited(self.end if self.longest is None else min(self.end, begin + self.longest))

    def found(self):
        doubled, forward = self.looked_at()
        if doubled is None:
            return None
        self.scene = Scene(self.run, self.declared, self.program, forward)
        for target in self.aim.targets:
            self.fits, self.others = [], {}
            self.tried(doubled, target)
            told = self.told(self.fits, target)
            if told is not None or self.fits:
                return told
            # What makes all gradients those of one multiple of the loss, where no other change makes them any.
            if len(self.others) == 1 and self.aim.is_own:
                ((multiple, fits),) = self.others.items()
                told = self.told(fits, multiple)
                if told is not None:
                    return told
        return None

    def told(self, fits, target):
        told = told_of(fits, self.program, self.scene, self.wrong_shapes(target))
        if told is None:
            return None
        wrong = [row[0] for row in self.aim.wrong_rows(target)]
        return {**told, "target": wrong[0] if wrong else self.aim.rows[0][0]}

    def wrong_shapes(self, target):
        return [row[1] for row in self.aim.wrong_rows(target)]

    def looked_at(self):
        """({place: gradients with it doubled} of those that all wrong gradients depend on, places of the way forward)."""
        program, probe = self.program, self.probe
        self.held.put({PROBE: probe})
        try:
            program.probed()
            probe.notes = True
            first = self.evaluated()
            probe.notes = False
            if first is None or not self.aim.keeps_loss(first[0]):
                return None, None
            noted = [place for place in program.places if place.hits]
            for order, place in enumerate(noted):
                place.order = order
            doubled, forward = {}, []
            waiting = [place for place in noted if self.is_top(place)]
            # What lies within an expression that matters is looked at after it.
            inner = {}
            for place in noted:
                if place.outer is not None:
                    inner.setdefault(place.outer.number, []).append(place)
            while waiting:
                place = waiting.pop(0)
                if not place.values:
                    waiting += inner.get(place.number, [])
                    continue
                probe.changed = place.number
                seen = self.evaluated()
                probe.changed = None
                if seen is not None and not self.aim.keeps_loss(seen[0]):
                    forward += [place, *self.within(place, inner)]
                    continue
                if seen is None or self.covers(seen[1]):
                    doubled[place] = None if seen is None else seen[1]
                    waiting += inner.get(place.number, [])
            return doubled, forward
        finally:
            program.set_back()

    def within(self, place, inner):
        found = []
        for each in inner.get(place.number, []):
            found += [each, *self.within(each, inner)]
        return found

    def is_top(self, place):
        return place.outer is None

    def covers(self, gradients):
        """Whether every gradient changes that no convention makes right."""
        return all(
            # What is zero stays zero, whatever is doubled.
            one is None or other is None or not np.any(one) or not np.array_equal(one, other)
            for one, other, is_needed in zip(self.aim.before, self.aim.entries(gradients), self.aim.needed)
            if is_needed
        )

    def tried(self, doubled, target):
        """
        Tries the edits of the places, those that suppose least first: where one makes all right, what supposes more is
        not told, and not tried.
        """
        lines = {place.line for place in doubled}
        ranked = {rank: [] for rank in RANKS}
        for place in doubled:
            self.go_on()
            for edit in edits_of(place, self.scene):
                ranked[edit.rank].append(edit)
        statements = list(statement_edits(self.program, lines))
        names = list(scaled_names(self.program, self.scene))
        for place, gradients in doubled.items():
            if gradients is not None:
                self.scaled(place, gradients, target)
        for rank in RANKS:
            if any(edit.rank < rank for edit in tellable(self.fits, self.program)):
                return
            self.attempt_all(ranked[rank], lambda edit, seen: self.judge(edit, seen, target))
            if rank == ADDS:
                own = self.parameters_of(self.aim.wrong_rows(target))
                self.penalised([write for place in doubled for write in penalties(place, self.scene, own)], target)
                self.penalised([write for place in doubled for write in most_of(place, self.scene)], target)
                for edit in exchanges(doubled, self.scene):
                    self.attempt(edit, target)
            if rank == PROJECTS:
                # Of what is right but for a part that these terms take away, any mistake may be the cause.
                self.penalised([write for place in doubled for write in normalised(place, self.scene)], target)
            for write in names:
                if write("scaled", 2.0).rank == rank:
                    self.renamed(write, target)
            for edit in statements:
                if edit.rank == rank:
                    self.attempt(edit, target)

    def attempt_all(self, edits, then):
        """
        Tries expressions that stand side by side in the code, where a number says which of them is meant; `then` is told
        of each what came of it.
        """
        self.held.put({CHOICE: -1})
        try:
            self.program.choosing([(edit.place, edit.node) for edit in edits])
            for number, edit in enumerate(edits):
                self.held.put({CHOICE: number})
                then(edit, self.evaluated())
        finally:
            self.program.set_back()

    def outcome(self, edit):
        units = edit.units
        edit.apply()
        try:
            for unit in units:
                unit.run_as(unit.root)
            return self.evaluated()
        except (SyntaxError, ValueError, RecursionError):
            return None
        finally:
            edit.undo()
            for unit in units:
                unit.set_back()

    def attempt(self, edit, target):
        return self.judge(edit, self.outcome(edit), target)

    def judge(self, edit, seen, target):
        """Whether an edit makes all right; those that make all alike are kept too."""
        if seen is None or not self.aim.keeps_loss(seen[0]):
            return False
        if self.aim.is_met(*seen, target):
            self.fits.append(edit)
            return True
        multiple = self.aim.multiple(seen[1])
        if multiple is not None:
            self.others.setdefault(multiple, []).append(edit)
        return False
