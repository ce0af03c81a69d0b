"""One round of a file's own training, up to its first update: which lines, which parameters, which gradients."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import copy
import re
import sys
import time

import numpy as np

from .chain import Chain
from .draft import FILE, Fruit, NotSo, loss_texts, paired_texts
from .functions import BACK, FORWARD, INPUT, LOSS_NAME, OTHER, PREDICTED, RATE, TARGET
from .limited import Limited
from .leaves import Leaf, is_array, is_number, leaves, node_names, scalar_of
from .pairing import is_gradient_name
from .sites import Renamed, bound_names, declared_global, is_shown_only
from .state import State, reseed

_clock = time.perf_counter
_MOST_LEAVES = 400
# The line of what the file does not hold.
BEYOND = 1 << 20
# A longer list of numbers is an account of something.
_LONGEST_ROW = 40
_MOST_TRIED = 80
_MOST_ENTRIES = 1 << 20
# Of a trial run, in seconds.
_LONGEST = 1.5
_SLOW = 0.25
_NO_PARAMETER = re.compile(
    r"(^|[._'\[])(loss|cost|error|err|delta|output|out|acc\w*|total|epoch|iter\w*|step|count|velocity|vel|moment\w*|"
    r"cache|best|score|history|smooth|running|lr|learning_rate|eta|alpha)s?\w*('\])?$", re.I
)  # fmt: skip
_MEMORY = re.compile(r"^_?(m|v|s|h|g|vd?|sd?|md?)_?(d?[wb]\d*|t)$|veloc|moment|mem|cache|adagrad|hist", re.I)
_COSTS = re.compile(r"cost|loss|mse|entropy|objective|criterion|energy|^j$|nll|bce|error|score", re.I)
_NO_COST = re.compile(r"deriv|prime|grad|back|delta|propag|update|plot|train", re.I)
_NO_FORWARD = re.compile(r"back|deriv|prime|grad|train|loss|cost|error", re.I)
_TRAINS = re.compile(r"\b(train\w*|fit\w*|step|learn|optimi[sz]e|run|main|gradient_descent\w*)\(", re.I)
_KEPT = re.compile(r"loss|cost|error|hist|^j", re.I)
_CLOSED_TYPES = (type(sys), type, type(is_array), type(len))


class Round:
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

    # ------------------------------------------------------------------ what leads to it
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
        from .invent import option_text, size_text

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

    # ------------------------------------------------------------------ what it changes
    def find(self):
        """The places that it updates, the first statement that does, and what changes each."""
        self.state = State([self.draft.values])
        self.state.restore()
        self.places = self.movable()
        begin = _clock()
        after, self.first_changed = self.watched_run()
        self.took = _clock() - begin
        if self.took > _SLOW * 4:
            raise NotSo("one round takes too long")
        grown = sorted(self.first_changed, key=lambda at: -np.size(self.places[at].value))[:_MOST_TRIED]
        self.parameters = [at for at in sorted(grown) if self.depends_on_itself(at, after)]
        if self.parameters:
            cut = min(self.first_changed[at] for at in self.parameters)
            read = [at for at in self.parameters if self.is_read(at, cut)] if cut > 0 else []
            self.parameters = read or self.parameters
        if not self.parameters:
            raise NotSo("it changes no parameters")
        self.parameters.sort(key=lambda at: (_layer(self.places[at].name), at))
        self.cut = min(self.first_changed[at] for at in self.parameters)
        self.after = after

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
            if name.startswith("__") or isinstance(value, _CLOSED_TYPES) or name not in mentioned:
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
                leaf = _held(leaf)
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
        if any(is_gradient_name(part.strip("']")) or _MEMORY.search(part.strip("']")) for part in base):
            return False
        return is_array_ or not (LOSS_NAME.match(last) or RATE.match(last) or _NO_PARAMETER.search(last))

    def depends_on_itself(self, at, after):
        """Whether what a place holds afterwards depends on what it held before: what is overwritten is no parameter."""
        leaf = self.places[at]
        if _clock() > self.end:
            return False
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
                if leaf.name not in moved and not _MEMORY.search(leaf.name.rpartition(".")[2].partition("[")[0])
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

    # ------------------------------------------------------------------ the fruit
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

    def gradients(self, held):
        """(expressions, parameters) of arrays that the update takes a multiple of, or that are named so."""
        pool = []
        for name in bound_names([each for each in self.statements[: self.cut]]):
            spelled = self.renames.get(name, name)
            if spelled in held:
                pool += leaves(held[spelled], spelled, None, spelled)
        known = {leaf.name for leaf in pool} | {self.places[at].name for at in self.parameters}
        for name, value in held.items():
            if not name.startswith("__") and not isinstance(value, _CLOSED_TYPES):
                pool += [leaf for leaf in leaves(value, name, None, name)[:200] if leaf.name not in known]
        pool = [each for leaf in pool for each in _both(leaf) if is_array(each.value) or is_number(each.value)]
        places = [self.places[at] for at in self.parameters]
        chosen = self.by_step(pool)
        if len(chosen) < len(places):
            rest = [leaf for leaf in places if leaf.name not in chosen]
            named, taken = [], {text.removesuffix(".T") for text in chosen.values()}
            for leaf in pool:
                if _says_gradient(leaf.name) and leaf.name not in taken and id(leaf.value) not in taken:
                    taken.add(id(leaf.value))
                    named.append(leaf)
            try:
                texts, names, fit = paired_texts(named, rest)
            except NotSo:
                return None
            if fit < 1.0 and not self.is_own or self.is_turned(chosen, dict(zip(names, texts)), pool):
                return None
            chosen.update(zip(names, texts))
        if len(chosen) < len(places):
            return None
        return [chosen[leaf.name] for leaf in places], [leaf.name for leaf in places]

    def is_turned(self, chosen, named, pool):
        """Whether an update goes along one gradient and against another: then what it does is to be measured."""
        values = {leaf.name: leaf.value for leaf in pool}
        signs = set()
        for at in self.parameters:
            name = self.places[at].name
            value = values.get((chosen.get(name) or named.get(name, "")).removesuffix(".T"))
            step = np.array(self.places[at].value, dtype=float) - self.after[at]
            ratio = _ratio(step, value, None) if value is not None and np.size(value) == step.size else None
            if ratio is not None:
                signs.add(ratio > 0)
        return len(signs) > 1

    def by_step(self, pool):
        """By parameter the expression of the array that the update takes a multiple of, the same multiple for all."""
        chosen, factor = {}, None
        for at in sorted(self.parameters, key=lambda at: -np.size(self.places[at].value)):
            step = np.array(self.places[at].value, dtype=float) - self.after[at]
            same = [leaf for leaf in pool if np.size(leaf.value) == step.size and _ratio(step, leaf.value, factor)]
            if not same or factor is None and step.size < 2:
                continue
            best = min(same, key=lambda leaf: (not _says_gradient(leaf.name), len(leaf.name)))
            factor = factor or _ratio(step, best.value, None)
            turned = np.shape(best.value) == step.shape[::-1] != step.shape
            chosen[self.places[at].name] = best.name + (".T" if turned else "")
        return chosen

    def fruit(self, body, gradients, places, losses, outputs, target):
        fruit = RoundFruit(self, body, gradients, places, losses, outputs, target)
        fruit.is_update = False
        return fruit

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

    def rate(self):
        """The expression of the learning rate; None where none is known."""
        values = self.draft.values
        for name in [*self.renames.values(), *values]:
            bare = name.replace("check_", "")
            if RATE.match(bare) and name in values and scalar_of(values[name]):
                return name
        instance = self.chain.instance
        owners = [instance] if instance else []
        owners += [name for name, value in values.items() if type(value).__name__ in self.names.classes]
        for owner in owners:
            value = values.get(owner) if owner in values else None
            for name in [*getattr(value, "__dict__", {}), *vars(type(value))] if value is not None else ():
                if RATE.match(name) and scalar_of(getattr(value, name, None)):
                    return "%s.%s" % (owner, name)
        literal = {
            repr(abs(part.value))
            for text in self.texts[self.cut :]
            for node in ast.walk(ast.parse(text))
            if isinstance(node, (ast.AugAssign, ast.Assign))
            for part in ast.walk(node.value)
            if isinstance(part, ast.Constant) and isinstance(part.value, float) and part.value
        }
        return literal.pop() if len(literal) == 1 else None

    def is_plain(self):
        """Whether a step is in proportion to the rate, or nearly so as it gets small: with a memory it is not."""
        rate = self.rate()
        bound = {self.renames.get(name, name) for name in bound_names(self.statements)}
        if rate is None or not re.match(r"^[A-Za-z_]", rate) or rate in bound:
            return True
        steps = []
        try:
            start = scalar_of(self.draft.value(rate))
            for share in (1.0, 0.5, 0.25):
                self.draft.run("%s = %r" % (rate, start * share))
                reseed()
                with self.limited(), np.errstate(all="ignore"):
                    for text in self.texts:
                        self.draft.run(text)
                now = [self.now(self.places[at]) for at in self.parameters]
                self.state.restore()
                steps.append(
                    np.concatenate(
                        [
                            ((self.now(self.places[at]) - value) / share).reshape(-1)
                            for at, value in zip(self.parameters, now)
                        ]
                    )
                )
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return False
        finally:
            self.state.restore()
        first, second = np.max(np.abs(steps[0] - steps[1])), np.max(np.abs(steps[1] - steps[2]))
        return first <= 1e-6 * np.max(np.abs(steps[0])) + 1e-12 or second < 0.75 * first

    # ------------------------------------------------------------------ what it is called
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

    # ------------------------------------------------------------------ losses
    def outputs(self, held):
        """(names that may hold what comes out, the target's name) among what the lines before the update bind."""
        bound = [self.renames.get(name, name) for name in bound_names(self.statements[: self.cut])]
        wanted = self.data_text(held, TARGET)
        if wanted is None:
            return [], None
        target, goal = wanted
        goal = np.array(goal)
        size = goal.size
        places = {self.places[at].name for at in self.parameters}
        found = []
        for name in bound + ([self.chain.instance] if self.chain.instance else []) + list(held):
            if name not in held or name == target or isinstance(held[name], _CLOSED_TYPES) or name[:2] == "__":
                continue
            whole = isinstance(held[name], list) and _is_row(held[name]) and len(held[name]) == size and name in bound
            if whole and not re.search(r"delta|error|diff|err|expect|target|^d[A-Z]", name):
                found.append((name, np.array(held[name], dtype=float)))
                continue
            for leaf in leaves(held[name], name, None, name)[:60]:
                last = leaf.name.rpartition(".")[2]
                if leaf.name in places or is_gradient_name(last) or re.search(r"delta|error|diff|err|^d[A-Z]", last):
                    continue
                value = leaf.value
                fits = np.size(value) == size or np.ndim(value) == 2 and goal.ndim == 1 and size in np.shape(value)
                if fits and (is_array(value) and value.dtype.kind == "f" or isinstance(value, float)):
                    if all(leaf.name != each for each, _ in found):
                        found.append((leaf.name, np.array(value, dtype=float)))
        found.sort(key=lambda each: not PREDICTED.match(re.sub(r"[\d_]*$", "", each[0].rpartition(".")[2])))
        return found[:8], (target, goal)

    def data_text(self, held, names):
        """(expression, value) of the round's inputs or targets; None where it has none that are named so."""
        head = self.statements[: self.cut]
        bound = [self.renames.get(name, name) for name in bound_names(head)]
        texts = [name for name in reversed(bound) if names.match(name.replace("check_", ""))]
        for node in [each for statement in head for each in ast.walk(statement)]:
            if isinstance(node, ast.Subscript) and names.match(ast.unparse(node.value).rpartition(".")[2]):
                texts.append(self.text_of(node))
        texts += [name for name in self.renames.values() if names.match(name.replace("check_", ""))]
        texts += [name for name in held if names.match(name)]
        for text in dict.fromkeys(texts):
            try:
                value = eval(compile(text, FILE, "eval", 0, True), held)
            except Exception:  # noqa: S112 - what is only there while it runs
                continue
            if is_array(value) or is_number(value) or isinstance(value, (list, tuple)) and _is_row(value):
                return text, value
        return None

    def own_losses(self, held):
        """(name, expression, number of the statement after which it stands) of losses of the file's own."""
        head = self.statements[: self.cut]
        found = {}

        places = set(self.names_moved())

        def note(name, text, place):
            if text not in places:
                found.setdefault(text, (name, text, place))

        for at in range(len(head) - 1, -1, -1):
            for name in bound_names([head[at]]):
                spelled = self.renames.get(name, name)
                if LOSS_NAME.match(name) and _is_loss(held.get(spelled)):
                    note(name, spelled, at)
        for name, node in self.loss_nodes():
            text = self.text_of(node)
            if text in found or _TRAINS.search(text):
                continue
            used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            place = max([at for at, each in enumerate(head) if used & set(bound_names([each]))], default=-1)
            value = self.tried(text, held)
            if _is_loss(value) and not isinstance(value, (list, tuple)):
                note(name or text, text, place)
            elif isinstance(value, tuple) and value and scalar_of(value[0]) is not None:
                note(name or text, text + "[0]", place)
        for text in self.cost_calls(held):
            if scalar_of(self.tried(text, held)) is not None:
                used = {each.id for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Name)}
                spelled = [{self.renames.get(name, name) for name in bound_names([each])} for each in head]
                note(text, text, max([at for at, names in enumerate(spelled) if used & names], default=-1))
        return list(found.values())

    def tried(self, text, held):
        try:
            with self.limited(), np.errstate(all="ignore"):
                return eval(compile(text, FILE, "eval", 0, True), held)
        except (KeyboardInterrupt, MemoryError):
            raise
        except (Exception, SystemExit):
            return None

    def loss_nodes(self):
        """(name or None, expression) of what the file computes or shows as a loss, the round's own lines first."""
        for node in self.statements:
            for each in ast.walk(node):
                if isinstance(each, (ast.Assign, ast.AugAssign)):
                    target = each.target if isinstance(each, ast.AugAssign) else each.targets[0]
                    name = target.id if isinstance(target, ast.Name) else getattr(target, "attr", "")
                    if LOSS_NAME.match(name):
                        yield name, each.value
        if self.returned is not None:
            for part in self.returned.elts if isinstance(self.returned, ast.Tuple) else [self.returned]:
                yield None, part
        roots = [*self.appended, *self.statements, self.site.fn.node if self.site.fn else None, self.names.tree]
        for node in [each for root in roots if root is not None for each in ast.walk(root)]:
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == "append" and len(node.args) == 1 and _KEPT.search(ast.unparse(node.func.value)):
                yield None, node.args[0]
            elif called == "print":
                for part in node.args:
                    if any(isinstance(each, ast.Call) for each in ast.walk(part)):
                        yield None, part
            elif _COSTS.search(called) and not _NO_COST.search(called):
                yield None, node

    def cost_calls(self, held):
        """Calls of the file's own costs with the round's data, its outputs and its parameters."""
        given = self.given(held)
        outputs = [name for name, _ in self.outputs(held)[0][:3]] + [
            text for text, _ in self.forward_calls(held, given)
        ]
        for called, fn in self.callable(_COSTS, _NO_COST):
            for output in outputs or [None]:
                arguments = self.arguments(fn, held, given, output)
                if arguments is not None:
                    yield "%s(%s)" % (called, ", ".join(arguments))
        for names, over in self.inner_samples():
            inner = {**given, **names}
            scope = {**held, **self.first_of(names, over, held)}
            for output, _ in self.forward_calls(scope, inner):
                for called, fn in self.callable(_COSTS, _NO_COST):
                    arguments = self.arguments(fn, scope, inner, output)
                    if arguments is not None:
                        yield "sum(%s(%s) for %s in %s)" % (
                            called,
                            ", ".join(arguments),
                            ", ".join(names.values()),
                            over,
                        )

    def callable(self, wanted, unwanted):
        """(expression, function) of the file's functions and of its objects' methods that are named so."""
        found = [(fn.name, fn) for fn in self.names.functions.values()]
        for owner, methods in self.owners().items():
            found += [("%s.%s" % (owner, name), fn) for name, fn in methods.items() if name[:2] != "__"]
        return [(text, fn) for text, fn in found if wanted.search(fn.name) and not unwanted.search(fn.name)]

    def given(self, held):
        """By the names of arguments, the expressions that the round gives the file's functions for them."""
        found = {}
        functions = {fn.name: fn for _, fn in self.callable(re.compile(""), re.compile("(?!)"))}
        for statement in self.nodes[: self.cut + 1]:
            for node in ast.walk(statement):
                called = isinstance(node, ast.Call) and (
                    getattr(node.func, "attr", None) or getattr(node.func, "id", None)
                )
                if called in functions:
                    for name, part in zip(functions[called].parameters, node.args):
                        found.setdefault(name, ast.unparse(part))
        for key, names in (("x", INPUT), ("y", TARGET)):
            data = self.data_text(held, names)
            if data is not None:
                found.setdefault(key, data[0])
                found["<%s>" % key] = data[0]
        return found

    def arguments(self, fn, held, given, output):
        """The expressions of a call's arguments; None where one is not known."""
        found = []
        for name in fn.parameters:
            text = self.argument(name, held, given, output)
            if text is None:
                return found if name in fn.defaults else None
            found.append(text)
        return found

    def argument(self, name, held, given, output):
        if PREDICTED.match(name) and output is not None:
            return output
        if name in given:
            return given[name]
        if INPUT.match(name) and "<x>" in given:
            return given["<x>"]
        if TARGET.match(name) and "<y>" in given:
            return given["<y>"]
        if "check_" + name in self.renames.values() and "check_" + name in held:
            return "check_" + name
        return name if name in held and not isinstance(held[name], _CLOSED_TYPES) else None

    def forward_calls(self, held, given):
        """(expression, value) of what comes out of the file's own forward pass with the round's inputs."""
        wanted = self.data_text(held, TARGET) if "<y>" not in given else (given["<y>"], self.tried(given["<y>"], held))
        if wanted is None or wanted[1] is None or isinstance(wanted[1], (list, tuple)) and not _is_row(wanted[1]):
            return
        size = np.size(wanted[1])
        for called, fn in self.callable(FORWARD, _NO_FORWARD):
            arguments = self.arguments(fn, held, given, None)
            needed = [name for name in fn.parameters if name not in fn.defaults]
            if not arguments and len(needed) == 1 and "<x>" in given:
                arguments = [given["<x>"]]
            if not arguments:
                continue
            text = "%s(%s)" % (called, ", ".join(arguments))
            value = self.tried(text, held)
            parts = [(text, value)]
            if isinstance(value, tuple):
                parts = [("%s[%d]" % (text, at), part) for at, part in enumerate(value)]
            if isinstance(value, (list, tuple)) and value and is_array(value[-1]):
                parts.append((text + "[-1]", value[-1]))
            for inner, part in list(parts):
                if isinstance(part, (list, tuple)) and part and is_array(part[-1]):
                    parts.append((inner + "[-1]", part[-1]))
            fitting = [each for each in parts if _is_output(each[1]) and np.size(each[1]) == size]
            yield from fitting[-1:]

    def inner_samples(self):
        """({x, y: names}, what they run over) of loops over samples among the lines before the update."""
        for node in self.nodes[: self.cut]:
            if isinstance(node, ast.For) and isinstance(node.target, ast.Tuple) and len(node.target.elts) == 2:
                names = [getattr(each, "id", None) for each in node.target.elts]
                if all(names) and names[0] != names[1]:
                    yield {"<x>": names[0], "<y>": names[1]}, ast.unparse(node.iter)

    def first_of(self, names, over, held):
        value = self.tried("next(iter(%s))" % over, held)
        return dict(zip(names.values(), value)) if isinstance(value, (list, tuple)) and len(value) == 2 else {}

    def summed(self, held):
        """(name, expression) of known losses summed over the samples of a loop."""
        for names, over in self.inner_samples():
            scope = {**held, **self.first_of(names, over, held)}
            for output, value in self.forward_calls(scope, names):
                goal = scope.get(names["<y>"])
                for name, text in loss_texts(output, names["<y>"], value, np.asarray(goal), 1):
                    yield "Σ " + name, "sum(%s for %s in %s)" % (text, ", ".join(names.values()), over)


class RoundFruit(Fruit):
    """The lines of a round; each loss that may be meant stands after the line that it needs."""

    def __init__(self, round_, body, gradients, places, losses, outputs, target):
        super().__init__(round_.draft, None, gradients, places, None, outputs, target)
        self.round, self.body, self.losses = round_, body, losses
        self.samples = 1
        self.is_update = False

    def program(self, loss, place):
        """(text, its setting up, its function as a tree) with a loss after the statement of that number, -1 for first."""
        round_ = self.round
        shift = 1 if self.is_update else 0
        body = list(self.body)
        name = "loss"
        if not loss.isidentifier() or self.is_update:
            while name in round_.draft.values or any(re.search(r"\b%s\b" % name, line) for line, _ in body):
                name += "_"
            body.insert(place + 1 + shift, ("%s = %s" % (name, loss), None))
        else:
            name = loss
        bound = set(bound_names(ast.parse("\n".join(line for line, _ in body)).body))
        shared = [each for each in bound if self.is_shared(each, body)]
        if shared:
            body.insert(0, ("global %s" % ", ".join(sorted(shared)), None))
        draft = round_.draft
        kept, draft.body = draft.body, [line for line, _ in body]
        try:
            text = draft.text(name, self.gradients, self.parameters)
        finally:
            draft.body = kept
        tree = ast.parse(text)
        function = tree.body.pop()
        beyond(function)
        # The lines of the file keep their numbers: what they leave is told with them.
        for at, (_, node) in enumerate(body):
            if node is not None:
                function.body[at] = node
        # A tracing Python counts lines from the first, and loses count before it.
        function.lineno = min([node.lineno for _, node in body if node is not None], default=BEYOND)
        return text, tree, function

    def is_shared(self, name, body):
        """Whether a name that the lines bind is one that they read first, and so has to be that of the top level."""
        if name not in self.round.draft.values:
            return False
        if any(re.match(r"^%s\b" % re.escape(name), place) for place in self.parameters):
            return True
        for text, _ in body:
            tree = ast.parse(text)
            uses = [each for each in ast.walk(tree) if isinstance(each, ast.Name) and each.id == name]
            if any(isinstance(each.ctx, ast.Load) for each in uses):
                return True
            if uses:
                return isinstance(tree.body[0], (ast.AugAssign, ast.If, ast.For, ast.While))
        return False

    def assumed(self):
        """(name, expression, place) of the known losses of what comes out."""
        head = self.round.statements[: self.round.cut]
        for name, text in self.round.sums:
            yield name, text, -1
        if self.target is None:
            return
        target, wanted = self.target
        # What an object holds of a step is that of before the step, also after it.
        last = len(self.round.texts) - 1 if self.is_update else len(head) - 1
        samples = len(wanted) if np.ndim(wanted) > 1 else 1
        for output, value in [*self.outputs[:4], *self.round.forward, *self.outputs[4:]]:
            place = max([at for at, each in enumerate(head) if _binds(self.round, each, output)], default=last)
            if any(output is text for text, _ in self.round.forward):
                used = {each.id for each in ast.walk(ast.parse(output)) if isinstance(each, ast.Name)}
                spelled = [{self.round.renames.get(name, name) for name in bound_names([each])} for each in head]
                place = max([at for at, names in enumerate(spelled) if used & names], default=-1)
            out = "np.asarray(%s)" % output if isinstance(value, list) or np.ndim(value) == 1 else output
            for name, text in loss_texts(out, _row_text(target, wanted), value, wanted, samples):
                yield name, text, place


def _row_text(target, wanted):
    return "np.asarray(%s)" % target if np.ndim(wanted) == 1 else target


def _binds(round_, statement, output):
    base = re.split(r"[.\[]", output)[0]
    return base in [round_.renames.get(name, name) for name in bound_names([statement])]


def _ratio(step, value, factor):
    """What a step is of an array, entry by entry; None where that is not one number, or not the given one."""
    given = np.array(value, dtype=float)
    if given.shape != step.shape:
        if given.shape == step.shape[::-1]:
            given = given.T
        given = given.reshape(step.shape)
    square = float((given * given).sum())
    if not np.isfinite(square) or square == 0:
        return None
    ratio = float((given * step).sum()) / square
    top = float(np.max(np.abs(step)))
    if top == 0 or not np.all(np.abs(step - ratio * given) <= 1e-6 * top + 1e-13):
        return None
    if factor is not None and abs(ratio - factor) > 1e-5 * abs(factor):
        return None
    return ratio


def _layer(name):
    numbers = re.findall(r"\d+", name)
    return int(numbers[0]) if numbers else 0


def _says_gradient(name):
    return any(is_gradient_name(part.strip("']\"")) for part in re.split(r"[.\[]", name.replace("check_", "")))


def _held(leaf):
    """Of a value of an autograd engine, the number in it."""
    if leaf.holder is None:
        return leaf
    name = node_names(leaf.holder)[0]
    return Leaf(getattr(leaf.holder, name), leaf.path, leaf.name + "." + name, leaf.base, leaf.slot)


def _both(leaf):
    """The number in such a value and its gradient."""
    if leaf.holder is None:
        return [leaf]
    _, slope = node_names(leaf.holder)
    text = "%s.%s" % (leaf.name, slope)
    return [_held(leaf), Leaf(getattr(leaf.holder, slope), (*leaf.path, slope), text, leaf.base, None)]


def _is_output(value):
    return is_array(value) or isinstance(value, float) or isinstance(value, list) and _is_row(value)


def _is_row(value):
    return len(value) > 0 and all(is_number(each) for each in value)


def _is_loss(value):
    """Whether a value can be a loss: one number that is no count."""
    return scalar_of(value) is not None and not isinstance(value, (int, np.integer))


def beyond(node):
    """Gives what no line of the file holds a line beyond them."""
    for each in ast.walk(node):
        if hasattr(each, "lineno"):
            each.lineno = each.end_lineno = BEYOND
    return node
