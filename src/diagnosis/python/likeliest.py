"""Which of the edits that make everything right is most like a slip that is taken back."""

from ..own import OWN as __builtins__  # noqa: F401

from .trials import Enough, flat

_MOST_VALUES = 8
# Edits that differ by so many names, numbers and operators are equally near to what was written.
_NEAR = 3
# Where a line was seen to hold what a known mistake holds, an edit elsewhere that differs by more does not speak against it.
_FAR = 10


def likeliest(trials, fits, line, is_shown):
    """The fits of one line: where the fewest words are others, what a right program holds is made, the last such."""
    fits = [edit for edit in fits if not edit.hands_on] or fits
    if is_shown:
        fits = [edit for edit in fits if edit.line == line or edit.is_filled or edit.cost <= _FAR]
    if len({edit.line for edit in fits}) > 1:
        try:
            _tell_what_is_made(trials, fits)
        except Enough:
            pass
    if not fits:
        return []

    def rank(edit):
        is_told = is_shown and edit.line == line
        return not edit.is_filled, edit.cost // _NEAR, edit.held, not is_told, -edit.place.order

    best = min(fits, key=rank)
    return [edit for edit in fits if edit.line == best.line]


def _tell_what_is_made(trials, fits):
    """Of each fit, where among what a right program holds on the way the value of its statement stands."""
    (held,) = [flat(each) for each in trials.run.arguments.of([trials.probes[trials.main].held])]
    held = [each.ravel() for each in held or [] if each.size > 1]
    seen = []

    def look(number, value):
        if number == trials.numbers[id(edit.place.top.node)]:
            seen.append(value)
        return value

    trials.look_through(look)
    trials.left += len(fits)
    tops = {id(edit.place.top.node) for edit in fits}
    for edit in trials.each_in_place(
        fits, lambda node, made: trials.through_look(node, made) if id(node) in tops else made
    ):
        del seen[:]
        trials.evaluated(trials.main)
        made = [one for value in seen[:_MOST_VALUES] for one in flat(value) or []]
        for number, right in enumerate(held):
            if any(trials.is_right(one.ravel(), right) or trials.is_right(one.T.ravel(), right) for one in made):
                edit.held = number
                break
