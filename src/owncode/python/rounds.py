"""One round of a file's own training, up to its first update: which lines, and which parameters."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import copy
import re
import time

import numpy as np

from .chain import Chain
from .draft import FILE, NotSo
from .functions import BACK, LOSS_NAME, OTHER, RATE
from .held import CLOSED, MEMORY, held_number, layer_of
from .invent import option_text, size_text
from .leaves import is_array, is_number, leaves
from .limited import Limited, TooSlow
from .lines import RoundFruit
from .losses import Losses
from .pairing import is_gradient_name
from .sites import Renamed, bound_names, declared_global, is_shown_only
from .state import State, reseed
from .steps import Steps

_clock = time.perf_counter
_MOST_LEAVES = 400
# A longer list of numbers is an account of something.
_LONGEST_ROW = 40
_MOST_TRIED = 80
_MOST_ENTRIES = 1 << 20
# Of a trial run, in seconds.
_LONGEST = 3.0
_SLOW = 0.5
_NO_PARAMETER = re.compile(
    r"(^|[._'\[])(loss|cost|error|err|delta|output|out|acc\w*|total|epoch|iter\w*|step|count|velocity|vel|moment\w*|"
    r"cache|best|score|history|smooth|running|lr|learning_rate|eta|alpha)s?\w*('\])?$", re.I
)  # fmt: skip


class Round(Losses, Steps):
    """What one site's round does, found out by running it."""

    def __init__(self, names, site, config, seen, end):
        self.names, self.site, self.config, self.end = names, site, config, end
        self.chain = Chain(names, site.fn, site.fn.owner if site.fn else None, config, seen)
        self.draft = self.chain.draft
        self.renames = {}
        self.covered = set()
        # Whether its arguments are those of the file's own run.
        self.is_own = True
        self.codes = {}
        self.without = None
        # Whether what may be its loss took too long to be tried.
        self.is_late = False

    def prepare(self):
        """Sets up what the lines need; raises `NotSo` or what they raise."""
        site = self.site
        if site.fn is not None:
            self.enter(site.fn)
        shared = declared_global(site.fn.node) if site.fn else set()
        if site.fn is not None:
            for name in bound_names(site.before):
                if name not in shared:
                    self.renames.setdefault(name, "check_" + name)
        with self.limited():
            for statement in site.before:
                if not is_shown_only(statement) and not isinstance(statement, ast.Return):
                    self.draft.set_up(self.text_of(statement))
        self.statements = [each for each in self.flat(site.body) if not is_shown_only(each)]
        self.appended = [each for each in self.flat(site.body) if is_shown_only(each)]
        returns = [each for each in self.statements if isinstance(each, ast.Return)]
        self.returned = returns[0].value if returns else None
        self.statements = [each for each in self.statements if not isinstance(each, ast.Return)]
        if not self.statements:
            raise NotSo("nothing happens there")
        self.nodes = [self.renamed(each) for each in self.statements]
        self.texts = [ast.unparse(each) for each in self.nodes]

    def enter(self, fn):
        chain = self.chain
        seen = chain.arguments_seen.get((fn.owner, fn.name))
        self.is_own = seen is not None
        if fn.owner:
            chain.make_instance()
            self.renames[fn.node.args.args[0].arg] = chain.instance
        elif seen is None:
            chain.start_parameters()
        if seen is None:
            chain.sizes_of_data()
            chain.fit_sizes()
            chain.make_data()
        for name in fn.parameters:
            text = chain.seen_text(fn, name)
            if text is None and seen is None and name not in fn.defaults:
                text = chain.lookup(name, fn) or self.invented(name)
            if text is None and name in fn.defaults:
                text = ast.unparse(fn.defaults[name])
            if text is None:
                raise NotSo("arguments not known: %s" % name)
            self.renames[name] = "check_" + name
            self.draft.set_up("check_%s = %s" % (name, text))
        for option in fn.node.args.kwonlyargs:
            raise NotSo("arguments not known: %s" % option.arg)

    def invented(self, name):
        return option_text(name) or size_text(name, self.config) or self.config.parameter(name, self.chain.top())

    def flat(self, body):
        """The statements of a body without the blocks that only guard them."""
        for node in body:
            if isinstance(node, (ast.With, ast.Try)):
                yield from self.flat(node.body)
            else:
                yield node

    def renamed(self, node):
        return ast.fix_missing_locations(Renamed(self.renames).visit(copy.deepcopy(node)))

    def text_of(self, node):
        return ast.unparse(self.renamed(node))

    def limited(self):
        return Limited(min(self.end, _clock() + _LONGEST), self.covered)

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
        grown = sorted(self.first_changed, key=lambda at: -np.size(self.places[at].value))[:_MOST_TRIED]
        self.parameters = [at for at in sorted(grown) if self.depends_on_itself(at, after)]
        if self.parameters:
            cut = min(self.first_changed[at] for at in self.parameters)
            read = [at for at in self.parameters if self.is_read(at, cut)] if cut > 0 else []
            self.parameters = read or self.parameters
        if not self.parameters:
            raise NotSo("it changes no parameters")
        self.parameters.sort(key=lambda at: (layer_of(self.places[at].name), at))
        self.cut = min(self.first_changed[at] for at in self.parameters)
        self.after = after

    def look_again(self):
        """
        Adds what a first round leaves as it was by chance: weights behind zeros, a bias whose samples balance. Then it
        is looked at from another point, where what has moved is moved further.
        """
        rng = np.random.RandomState(1)
        texts, statements = self.texts, self.statements
        try:
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

    def movable(self):
        found, taken, total = [], set(), 0
        values = self.draft.values
        order = sorted(values, key=lambda name: (not name.startswith("check_"), name))
        mentioned = {each.id for text in self.texts for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Name)}
        for value in self.names.namespace.values():
            for each in vars(value).values() if isinstance(value, type) else [value]:
                mentioned |= set(getattr(getattr(each, "__code__", None), "co_names", ()))
        for name in order:
            value = values[name]
            if name.startswith("__") or isinstance(value, CLOSED) or name not in mentioned:
                continue
            for leaf in leaves(value, name, None, name.replace("check_", "")):
                if is_array(leaf.value):
                    total += leaf.value.size
                    if id(leaf.value) in taken or total > 4 * _MOST_ENTRIES:
                        continue
                    taken.add(id(leaf.value))
                elif (
                    not is_number(leaf.value)
                    or isinstance(leaf.slot and leaf.slot.container, list)
                    and (len(leaf.slot.container) > _LONGEST_ROW)
                ):
                    continue
                if leaf.holder is not None and id(leaf.holder) in taken:
                    continue
                taken.add(id(leaf.holder))
                leaf = held_number(leaf)
                if not self.may_be_parameter(leaf.name, is_array(leaf.value)):
                    continue
                found.append(leaf)
                self.codes[leaf.name] = compile(leaf.name, FILE, "eval", 0, True)
                if len(found) >= _MOST_LEAVES:
                    return found
        return found

    def now(self, leaf):
        try:
            return np.array(eval(self.codes[leaf.name], self.draft.values), dtype=float)
        except (LookupError, AttributeError, TypeError, ValueError, NameError):
            return None

    def watched_run(self):
        """(values after the round, by place the first statement that changes it)."""
        before = [self.now(leaf) for leaf in self.places]
        now = list(before)
        first = {}
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
                    if value is None or now[place] is None or value.shape != now[place].shape:
                        continue
                    if not np.array_equal(value, now[place], equal_nan=True):
                        first.setdefault(place, at)
                        now[place] = value
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

    def may_be_parameter(self, name, is_array_):
        last = re.split(r"[.\[]", name)[-1].strip("']") if not name.endswith("]") or "'" in name[-3:] else name
        last = last.replace("check_", "")
        base = re.split(r"[.\[]", name.replace("check_", ""))
        if any(is_gradient_name(part.strip("']")) or MEMORY.search(part.strip("']")) for part in base):
            return False
        return is_array_ or not (LOSS_NAME.match(last) or RATE.match(last) or _NO_PARAMETER.search(last))

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
        leaf = self.places[at]
        start = self.now(leaf)
        if self.without is None:
            self.without = self.made(cut)
        try:
            self.put(leaf, start + 1e-2 * (1 + np.abs(start)))
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

    def owners(self):
        """By expression the methods of the objects of the file's classes that the lines speak of."""
        used = {each.id for text in self.texts for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Name)}
        if self.chain.instance:
            used.add(self.chain.instance)
        values = self.draft.values
        kinds = {name: type(values[name]).__name__ for name in used if name in values}
        return {name: self.names.classes[kind] for name, kind in kinds.items() if kind in self.names.classes}

    def put(self, leaf, values):
        if is_array(leaf.value) and leaf.value.dtype.kind == "f" and leaf.value.flags.writeable:
            leaf.value[...] = values
        elif leaf.slot is not None:
            leaf.slot.set(values if np.ndim(values) else float(values))
        else:
            self.draft.values[leaf.name] = values if np.ndim(values) else float(values)

    def fruits(self):
        """What can be measured of it: gradients that are there before the update, else what the update does."""
        head = list(zip(self.texts, self.nodes))[: self.cut]
        reseed()
        with self.limited():
            for text, _ in head:
                self.draft.run(text)
        held = dict(self.draft.values)
        found = self.gradients(held)
        outputs, target = self.outputs(held)
        losses = list(self.own_losses(held))
        self.forward = [*self.forward_calls(held, self.given(held))] if target is not None else []
        self.sums = [*self.summed(held)]
        self.state.restore()
        if found is not None and self.cut > 0:
            texts, places = found
            yield self.fruit(head, texts, places, losses, outputs, target)
        if self.is_plain():
            yield self.by_update(losses, outputs, target)

    def fruit(self, body, gradients, places, losses, outputs, target):
        return RoundFruit(self, body, gradients, places, losses, outputs, target)

    def by_update(self, losses, outputs, target):
        listed = "[%s]" % ", ".join(self.places[at].name for at in self.parameters)
        rate = self.rate()
        divided = "" if rate is None else " / %s" % rate
        old, made = self.draft.local("before"), self.draft.local("gradients")
        begin = "%s = [np.array(p, dtype=float) for p in %s]" % (old, listed)
        end = "%s = [(old - new)%s for old, new in zip(%s, %s)]" % (made, divided, old, listed)
        places = [self.places[at].name for at in self.parameters]
        fruit = RoundFruit(
            self, [(begin, None), *zip(self.texts, self.nodes), (end, None)], made, places, losses, outputs, target
        )
        fruit.is_update = True
        return fruit

    def reached(self):
        """The functions of the file that it calls."""
        known = [*self.names.functions.values(), *(fn for one in self.names.classes.values() for fn in one.values())]
        return [fn for fn in known if (fn.name, fn.line) in self.covered]

    def reach(self):
        """The functions that it goes through, and what it is a part of, each as (name, line)."""
        return {(fn.name, fn.line) for fn in self.reached()} | {self.site.key}

    def names_moved(self):
        return [self.places[at].name for at in self.parameters]

    def told(self):
        """(name, line) of the function to speak of: the way back, else where it trains; no name for a script's lines."""
        named = [fn for fn in self.reached() if BACK.search(fn.name) and not OTHER.search(fn.name)]
        back = [fn for fn in named if not re.search(r"deriv|prime|slope", fn.name, re.I)]
        fn = back[0] if back else self.site.fn
        if fn is None:
            return None, self.site.line
        return (fn.name if fn.owner is None else "%s.%s" % (fn.owner, fn.name)), fn.line
