"""Which places a round's parameters are: what its lines change in a way that depends on what was there, and read."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import collections
import re
import time

import numpy as np

from ..copied import walk
from .anew import Anew, is_spread
from .draft import NotSo
from .functions import FORWARD, name_of
from .held import CLOSED, MEMORY, layer_of
from .leaves import is_array, leaves
from .limited import TooSlow
from .movable import Movable
from .pairing import is_gradient_name, plain, plain_gradient
from .sites import bound_names
from .state import State, reseed

_clock = time.perf_counter
_MOST_TRIED = 80
# Of a trial run, in seconds.
_SLOW = 0.5
_MAKES_LOSS = re.compile(r"loss|cost|(^|_)(mse|bce|nll)(_|$)", re.I)
_NO_FORWARD = re.compile(r"back|deriv|prime|grad|train|update|loss|cost", re.I)
# Names of what is trained; what is only carried from step to step has others.
_WEIGHTS = re.compile(r"^_?(w|b|u|v|k|e|theta|gamma|beta|kernel|weight|bias|emb)", re.I)


def _goes_forward(statement):
    """Whether a statement of a round begins the way forward of another: it makes a loss, or calls what gives outputs."""
    if any(_MAKES_LOSS.search(name) for name in bound_names([statement])):
        return True
    calls = [name_of(each.func) or "" for each in walk(statement) if isinstance(each, ast.Call)]
    return any(FORWARD.search(name) and not _NO_FORWARD.search(name) for name in calls)


def _last(leaf):
    """The last name on the way to a leaf."""
    names = [leaf.base, *(key for key in leaf.path if isinstance(key, str))]
    return str(names[-1])


class Parameters(Anew, Movable):
    """The part of a round that looks for its parameters."""

    def find(self):
        """The places that it updates, the first statement that does, and what changes each."""
        self.state = State([self.draft.values])
        self.state.restore()
        self.places = self.movable()
        begin = _clock()
        after, self.first_changed = self.watched_run()
        self.took = _clock() - begin
        if self.took > _SLOW * 4:
            raise TooSlow()
        self.look_again()
        self.take_rows()
        self.take_named()
        grown = sorted(self.first_changed, key=lambda at: -np.size(self.places[at].value))[:_MOST_TRIED]
        self.parameters = [at for at in sorted(grown) if self.depends_on_itself(at, after)]
        if self.parameters:
            cut = min(self.first_changed[at] for at in self.parameters)
            read = [at for at in self.parameters if self.is_read(at, cut)] if cut > 0 else []
            # What is not read may be a memory, or a weight whose way forward lies before the lines.
            self.is_narrow = any(is_array(self.places[at].value) for at in self.parameters if read and at not in read)
            self.parameters = read or self.parameters
        if not self.parameters:
            raise NotSo("it changes no parameters")
        if self.begin_anew() or self.part():
            self.find()
            return
        self.parameters.sort(key=lambda at: (layer_of(self.places[at].name), at))
        self.cut = min(self.first_changed[at] for at in self.parameters)
        self.after = after

    def part(self):
        """
        Keeps of a round that updates, goes forward once more and updates again only the lines up to that: what follows is
        a round of its own, `later`, of another loss. Whether there was any such.
        """
        updates = sorted({step for at in self.parameters for step in self.changing.get(at, ())})
        for before, after in zip(updates, updates[1:]):
            if any(_goes_forward(self.statements[at]) for at in range(before + 1, after)):
                end = before + 1
                self.later = self.site.rest(self.statements[:end], self.statements[end:])
                self.statements, self.nodes, self.texts = self.statements[:end], self.nodes[:end], self.texts[:end]
                return True
        return False

    def look_again(self):
        """
        Adds what a first round leaves as it was by chance: weights behind zeros, a bias whose samples balance. Then it
        is looked at from another point, where what has moved is moved further.
        """
        rng = np.random.RandomState(1)
        texts, statements = self.texts, self.statements
        try:
            self.calm(range(len(self.places)))
            for at in list(self.first_changed)[:_MOST_TRIED]:
                value = self.now(self.places[at])
                if value is not None:
                    self.put(self.places[at], value + 0.3 * np.asarray(rng.standard_normal(value.shape)))
            _, changed = self.watched_run()
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return
        finally:
            self.state.restore()
            self.texts, self.statements = texts, statements
        for at, first in changed.items():
            self.first_changed.setdefault(at, first)

    def take_rows(self):
        """
        Adds the numbers of a row of which at least half are updated, `[w1, w2, bias]`: one that the update leaves out is a
        parameter that does not move. Whether it is read is looked at as of all others.
        """
        rows = {}
        for at, leaf in enumerate(self.places):
            row = leaf.slot.container if leaf.slot is not None and leaf.holder is None else None
            if isinstance(row, list) and not is_array(leaf.value):
                rows.setdefault(id(row), []).append(at)
        for row in rows.values():
            moved = [self.first_changed[at] for at in row if at in self.first_changed]
            if len(row) > len(moved) >= max(2, len(row) / 2):
                for at in row:
                    self.first_changed.setdefault(at, max(moved))

    def take_named(self):
        """
        Adds the weights of which a round makes gradients by their names, `grads['W1']` or `dW1`, and that it leaves as they
        were all the same: gradients of nothing but zeros are seldom right.
        """
        keys = [(plain(_last(leaf)), np.shape(leaf.value)) for leaf in self.places]
        for at, leaf in enumerate(self.places):
            if at in self.first_changed or not _WEIGHTS.match(_last(leaf)):
                continue
            # A sum over all axes is one number for all entries; that of a softmax's errors is nothing.
            if keys[at] not in self.slopes and (keys[at][0], ()) in self.slopes and np.size(leaf.value) > 1:
                keys[at] = (keys[at][0], ())
            if keys[at] not in self.slopes:
                continue
            # Of two networks with the same names, the gradients may all be the other's.
            if sum(keys[place] == keys[at] for place in self.first_changed) >= self.slopes[keys[at]]:
                continue
            moved = [first for place, first in self.first_changed.items() if keys[place] in self.slopes]
            if moved:
                self.first_changed[at] = max(moved)

    def named_slopes(self):
        """By (plain name of its parameter, shape) how many arrays the round has made that are named as its gradient."""
        found, seen = collections.Counter(), set()
        for name, value in self.draft.values.items():
            if name.startswith("__") or isinstance(value, CLOSED):
                continue
            for leaf in leaves(value, name, None, name)[:200]:
                keys = [key for key in leaf.path if isinstance(key, str)]
                is_number = isinstance(leaf.value, np.floating)
                if not (is_array(leaf.value) or is_number) or len(keys) < len(leaf.path):
                    continue
                if self.state.is_as_it_was(leaf.value):
                    continue
                if id(leaf.value) in seen:
                    continue
                seen.add(id(leaf.value))
                if is_gradient_name(_last(leaf)):
                    found[plain_gradient(_last(leaf)), np.shape(leaf.value)] += 1
                elif any(is_gradient_name(each) for each in [name, *keys[:-1]]):
                    found[plain(_last(leaf)), np.shape(leaf.value)] += 1
        return found

    def watched_run(self):
        """(values after the round, by place the first statement that changes it)."""
        before = [self.now(leaf) for leaf in self.places]
        now = list(before)
        first, self.changing = {}, {}
        reseed()
        with self.limited():
            for at, text in enumerate(self.texts):
                try:
                    self.go(at, text)
                except (KeyboardInterrupt, MemoryError):
                    raise
                except (Exception, SystemExit):
                    if not first:
                        raise
                    self.texts, self.statements = self.texts[:at], self.statements[:at]
                    break
                for place, leaf in enumerate(self.places):
                    value = self.now(leaf)
                    if value is None or now[place] is None:
                        continue
                    if value.shape != now[place].shape:
                        if not is_spread(now[place].shape, value.shape):
                            continue
                        if not self.is_own:
                            raise NotSo("an array that was only guessed has another shape")
                    if not np.array_equal(value, now[place], equal_nan=True):
                        first.setdefault(place, at)
                        self.changing.setdefault(place, []).append(at)
                        now[place] = value
        self.slopes = self.named_slopes()
        self.state.restore()
        return now, first

    def go(self, at, text):
        """Runs a statement; a call whose result nobody takes gives it a name, as it may be what comes out."""
        node = self.nodes[at]
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
            self.draft.run(text)
            return
        with np.errstate(all="ignore"):
            value = self.draft.value(text)
        if is_array(value) or isinstance(value, (float, list, tuple)):
            name = self.draft.local("result")
            named = ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], node.value), node)
            self.nodes[at] = self.statements[at] = ast.fix_missing_locations(named)
            self.texts[at] = ast.unparse(named)
            self.draft.values[name] = value

    def depends_on_itself(self, at, after):
        """Whether what a place holds afterwards depends on what it held before: what is overwritten is no parameter."""
        leaf = self.places[at]
        if _clock() > self.end:
            raise TooSlow()
        start = self.now(leaf)
        if after[at] is None or start is None or not np.all(np.isfinite(start)):
            return False
        try:
            self.put(leaf, start + 1e-3 * (1 + np.abs(start)))
            reseed()
            with self.limited(), np.errstate(all="ignore"):
                for text in self.texts:
                    self.draft.run(text)
            moved = self.now(leaf)
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            moved = None
        finally:
            self.state.restore()
        return moved is not None and moved.shape == after[at].shape and not np.array_equal(moved, after[at])

    def is_read(self, at, cut):
        """Whether what the lines before the update make depends on a place: not on a momentum, nor on a counter."""
        if self.without is None:
            self.calm(self.first_changed)
            self.without = self.made(cut)
            self.state.restore()
        # The slopes of a hinge change only where a sample comes over its edge.
        return any(self.shows(at, cut, move) for move in (1e-2, -1.5, 3.0))

    def shows(self, at, cut, move):
        leaf = self.places[at]
        self.calm(self.first_changed)
        start = self.now(leaf)
        try:
            if start is None:
                return False
            self.put(leaf, start + move * (1 + np.abs(start)))
            made = self.made(cut)
        finally:
            self.state.restore()
        return (
            made is None
            or len(made) != len(self.without)
            or any(
                one.shape != other.shape or not np.array_equal(one, other, equal_nan=True)
                for one, other in zip(made, self.without)
            )
        )

    def made(self, cut):
        """The arrays that the first lines leave, but for the places themselves."""
        reseed()
        try:
            with self.limited(), np.errstate(all="ignore"):
                for text in self.texts[:cut]:
                    self.draft.run(text)
            names = {self.renames.get(name, name) for name in bound_names(self.statements[:cut])}
            names |= {name for name in self.owners()}
            moved = {leaf.name for leaf in self.places}
            return [
                np.array(leaf.value, dtype=float)
                for name in sorted(names)
                for leaf in leaves(self.draft.values.get(name), name)[:200]
                if leaf.name not in moved and not MEMORY.search(leaf.name.rpartition(".")[2].partition("[")[0])
            ]
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return None
