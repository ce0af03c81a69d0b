"""Parameters that the file's own training has left where nothing shows: spread over the samples, or large."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re
import time

import numpy as np

from ..copied import walk
from .draft import FILE
from .functions import statements_of
from .leaves import leaves
from .limited import Limited, TooSlow
from .state import reseed

_clock = time.perf_counter
# What may be spent on making one thing anew, in seconds.
_LONGEST = 0.5
# What a sigmoid of an input or two still tells apart.
_LARGE = 3.0
_BIAS = re.compile(r"^_*(b|bias(es)?|beta|intercept|theta_?0|c)_?\w{0,3}$", re.I)


def is_spread(before, after):
    """Whether an array of one shape has become one of another by being added to what has more entries."""
    try:
        return before != after and np.broadcast_shapes(before, after) == after
    except ValueError:
        return False


def _calmed(value):
    """The values of a parameter, none of them large."""
    top = float(np.max(np.abs(value), initial=0))
    return value / top if np.isfinite(top) and top > _LARGE else value


class Anew:
    """
    The part of a round that lets parameters begin as the file makes them. A bias to which one entry for each sample was
    added has the shape of such a gradient from then on, and seems right beside it.
    """

    def begin_anew(self):
        """Makes again what holds a bias that the file's own training has spread; whether there was any such."""
        made = {}
        for root in dict.fromkeys(map(self.root_of, self.places)):
            statement = None if root is None else self.making(root)
            if statement is not None and root not in self.renewed and self.has_spread(root, statement):
                made[root] = statement
        for root, statement in made.items():
            self.draft.set_up(ast.unparse(statement))
            # And what was set up of it.
            again = [line for line in self.draft.setup if re.match(r"check_\w+ = %s$" % re.escape(root), line)]
            for line in dict.fromkeys(again):
                self.draft.setup.remove(line)
                self.draft.set_up(line)
        self.renewed |= set(made)
        return bool(made)

    def root_of(self, leaf):
        """The name of the file's under which a bias is held; None for what is none, or is made by the check itself."""
        names = [leaf.base, *(key for key in leaf.path if isinstance(key, str))]
        if not _BIAS.match(names[-1]) or not np.shape(leaf.value):
            return None
        root = re.split(r"[.\[]", leaf.name)[0]
        for line in self.draft.setup:
            made = re.match(r"(check_\w+) = ([^\W\d]\w*)$", line)
            if made and made.group(1) == root:
                root = made.group(2)
        return root if root in self.names.namespace else None

    def making(self, root):
        """The file's last statement outside of loops that gives a name to something new; None where none does."""
        made = None
        for node in statements_of(self.names.tree.body):
            if isinstance(node, ast.Assign):
                inner = {id(each) for target in node.targets for each in walk(target)}
                bound = [each.id for each in walk(node) if isinstance(each, ast.Name) and id(each) in inner]
                read = [each.id for each in walk(node.value) if isinstance(each, ast.Name)]
                if root in bound and root not in read:
                    made = node
        return made

    def calm(self, places):
        """Makes large parameters smaller: where the file's own training has gone astray, all units are saturated."""
        for at in places:
            value = self.now(self.places[at])
            calmed = None if value is None else _calmed(value)
            if calmed is not value:
                self.put(self.places[at], calmed)

    def has_spread(self, root, statement):
        """Whether something that a name holds has spread since the statement that made it."""
        values = dict(self.draft.values)
        try:
            with Limited(min(self.end, _clock() + _LONGEST)), np.errstate(all="ignore"):
                exec(compile(ast.unparse(statement), FILE, "exec", 0, True), values)
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit, TooSlow):
            return False
        finally:
            self.state.restore()
            reseed()
        first = {leaf.path: leaf.shape for leaf in leaves(values.get(root), root)}
        return any(
            leaf.path in first and is_spread(first[leaf.path], leaf.shape)
            for leaf in leaves(self.draft.values[root], root)
        )
