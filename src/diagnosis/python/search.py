"""Which one place of the learner's program, written otherwise, makes everything right."""

from ..own import OWN as __builtins__  # noqa: F401

from .added import added, around
from .edits import exchanged, statements
from .further import elsewhere, filled, within
from .likeliest import likeliest
from .places import number_or_array
from .several import MOST_TOGETHER, Several
from .trials import Enough, Trials

_AT_ONCE = 200


def places_of(run, question):
    """
    `{fits, reached, done}`: the changes that make everything right, as `{line, text}`, those of the line where they are
    most like a slip; the lines that all wrong results and no right one come from; whether everything was tried. None
    where nothing can be tried.
    """
    trials = Trials(run, question)
    try:
        if not trials.is_any_wrong():
            return None
        return _Search(trials, question["line"], question["shown"]).told()
    finally:
        trials.set_back()


class _Search:
    def __init__(self, trials, line, is_shown):
        self.trials, self.line, self.is_shown = trials, line, is_shown
        self.places = trials.places
        self.fits, self.several = [], Several(trials)

    def told(self):
        strict, parts, is_done = [], [], False
        try:
            look = self.trials.look()
            strict, others, parts = self.reached(look)
            self.find(strict, others)
            is_done = True
        except Enough:
            pass
        reached = {place.line for place in strict if place.is_changed}
        if reached and not self.fits and not self.is_shown and self.line not in reached:
            self.trials.begin_again()
            self.find_several(parts)
        fits = likeliest(self.trials, self.fits, self.line, self.is_shown)
        return {
            "fits": [{"line": edit.line, "text": edit.text} for edit in fits],
            "reached": sorted(reached),
            "done": is_done,
        }

    def reached(self, look):
        """
        The places that every wrong result comes from: those that no right one comes from, and the others; and the places
        that only a part of the wrong results comes from, and no right one.
        """
        trials = self.trials
        strict, others, parts = [], [], []
        waiting = [(place, strict) for place in self.places.all if place.outer is None and place.hits]
        self.places.run(trials.through_look)
        while waiting:
            place, among = waiting.pop(0)
            if number_or_array(place.value) is not None:
                look.changed = trials.numbers[id(place.node)]
                moved = trials.moved_by(trials.evaluated(trials.main))
                is_any_right = any(m for m, r in zip(moved, trials.right) if r)
                if not all(m for m, w in zip(moved, trials.wrong) if w):
                    if is_any_right or not any(moved):
                        continue
                    among = parts
                elif among is not parts:
                    place.is_changed = True
                    among = others if is_any_right else among
            among.append(place)
            waiting += [(each, among) for each in place.inner if each.hits]
        self.places.set_back()
        return strict, others, parts

    def find(self, strict, others):
        """Tries what supposes less first: where something fits, nothing that supposes more is tried."""
        at = [place for place in self.places.all if place.hits and place.line == self.line]
        known = {id(place) for place in [*strict, *others]}
        bearing = [place for place in at if id(place) in known]
        rest = [place for place in at if id(place) not in known]
        fits, beside = [], ()
        for steps, further in (
            ([(filled, strict + others), (exchanged, strict)], (around, added, elsewhere)),
            ([(around, strict), (added, strict), (elsewhere, strict)], (within,)),
            ([(within, strict)], ()),
            ([(exchanged, others + rest)], ()),
            # What comes of right results too is added to only where the line of the trace has nothing to do with it.
            ([] if bearing else [(around, others), (added, others), (elsewhere, others)], ()),
        ):
            for edits_of, reached in steps:
                self.fits += self.fitting(edits_of, reached)
            self.fits = [edit for edit in self.fits if not edit.is_within] or self.fits
            fits, beside = [edit for edit in self.fits if not edit.hands_on], further
            if fits:
                break
        if fits and not any(edit.is_filled or edit.line == self.line for edit in fits):
            # What fits elsewhere may be missing as well at the line of the trace.
            self.fits += [edit for edits_of in beside for edit in self.fitting(edits_of, bearing)]

    def find_several(self, parts):
        """Tries what makes a part of the results right, and together with the others all."""
        at = [place for place in parts if place.line == self.line]
        rest = [place for place in parts if place.line != self.line]
        try:
            self.fitting(exchanged, parts)
            for places in (at, rest):
                for edits_of in (around, within, added, elsewhere):
                    self.fitting(edits_of, places)
        except Enough:
            pass
        self.trials.left += MOST_TOGETHER * len(self.trials.probes)
        try:
            self.fits = self.several.fits()
        except Enough:
            pass

    def fitting(self, edits_of, reached):
        edits = [edit for place in reached for edit in edits_of(place, self.places)]
        if edits_of is exchanged:
            edits += statements(reached)
        edits = [edit for edit in edits if edit.is_new]
        if self.line is not None:
            edits.sort(key=lambda edit: abs(edit.line - self.line))
        found = []
        for at in range(0, len(edits), _AT_ONCE):
            among = edits[at : at + _AT_ONCE]
            for edit in self.trials.each_in_place(among):
                rights = self.trials.rights_now()
                self.several.take(edit, rights)
                if self.trials.are_all_right(rights):
                    found.append(edit)
        return found
