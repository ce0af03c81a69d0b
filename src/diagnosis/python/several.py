"""A slip made in more than one place: edits each of which makes a part right, and which together make everything right."""

from ..own import OWN as __builtins__  # noqa: F401

import itertools

from ..copied import walk
from .alike import alike

# Of each result so many edits that make it right are tried together with those of the others, so often at most.
_OF_EACH = 2
MOST_TOGETHER = 32


class Several:
    """Keeps the edits that make something right, and puts them together."""

    def __init__(self, trials):
        self.trials = trials
        self.improving = []

    def take(self, edit, rights):
        """`rights`: which results are right with the edit in place; None where other things came back."""
        if rights is None or not all(r for r, before in zip(rights, self.trials.right) if before):
            return
        made_right = frozenset(i for i, r in enumerate(rights) if r and self.trials.wrong[i])
        if made_right:
            self.improving.append((edit, made_right))

    def fits(self):
        """The edits of the first line of those that make everything right together; none where there are none."""
        for sets in (self._alike(), self._together()):
            for edits in itertools.islice(sets, MOST_TOGETHER // 2):
                if self.trials.are_right_together(edits):
                    first = min(edits, key=lambda edit: edit.place.order)
                    return [edit for edit in edits if edit.line == first.line]
        return []

    def _alike(self):
        """An edit, and the same in the statements that are like its own."""
        for edit, _ in sorted(self.improving, key=lambda each: (each[0].hands_on, each[0].cost)):
            others = alike(edit, self.trials.places)
            if others:
                yield [edit, *others]

    def _together(self):
        """Sets of edits at different places: for each result that an edit makes right, one that does."""
        of_each = []
        for result in sorted(frozenset().union(*(made for _, made in self.improving))):
            making = [each for each in self.improving if result in each[1]]
            making.sort(key=lambda each: (each[0].hands_on, each[0].cost, -len(each[1]), -each[0].place.order))
            of_each.append([edit for edit, _ in making[:_OF_EACH]])
        for chosen in itertools.product(*of_each):
            edits = list({id(edit): edit for edit in chosen}.values())
            if len(edits) > 1 and not _is_any_within_another(edits):
                yield edits


def _is_any_within_another(edits):
    inside = [{id(node) for node in walk(edit.node)} for edit in edits]
    return any(id(a.node) in nodes for a in edits for b, nodes in zip(edits, inside) if a is not b)
