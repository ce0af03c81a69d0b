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
from .functions import BACK, INPUT, LOSS_NAME, OTHER, PREDICTED, RATE, TARGET
from .leaves import Leaf, is_array, is_number, leaves, node_names, scalar_of
from .pairing import is_gradient_name
from .sites import Renamed, bound_names, declared_global, is_shown_only
from .state import State, reseed

_clock = time.perf_counter
_setprofile = sys.setprofile
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
_TRAINS = re.compile(r"\b(train\w*|fit\w*|step|learn|optimi[sz]e|run|main|gradient_descent\w*)\(", re.I)
_KEPT = re.compile(r"loss|cost|error|hist|^j", re.I)
_CLOSED_TYPES = (type(sys), type, type(is_array), type(len))


class TooSlow(BaseException):
    """A trial run has had its time."""


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
        return _Limited(min(self.end, _clock() + _LONGEST), self.covered)

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
            if fit < 1.0 and not self.is_own:
                return None
            chosen.update(zip(names, texts))
        if len(chosen) < len(places):
            return None
        return [chosen[leaf.name] for leaf in places], [leaf.name for leaf in places]

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
        back = [fn for fn in self.reached() if BACK.search(fn.name) and not OTHER.search(fn.name)]
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
            if is_array(value) or is_number(value) or isinstance(value, (list, tuple)) and is_array(np.asarray(value)):
                return text, value
        return None

    def own_losses(self, held):
        """(name, expression, number of the statement after which it stands) of losses of the file's own."""
        head = self.statements[: self.cut]
        found = {}

        def note(name, text, place):
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
        data = {"x": self.data_text(held, INPUT), "y": self.data_text(held, TARGET)}
        outputs = [name for name, _ in self.outputs(held)[0]]
        functions = [(fn.name, fn) for fn in self.names.functions.values()]
        if self.chain.instance:
            functions += [("%s.%s" % (self.chain.instance, name), fn) for name, fn in self.chain.methods().items()]
        for called, fn in functions:
            if not _COSTS.search(fn.name) or _NO_COST.search(fn.name):
                continue
            for output in outputs[:4] or [None]:
                given = []
                for name in fn.parameters:
                    text = self.argument(name, held, data, output)
                    if text is None:
                        break
                    given.append(text)
                if len(given) + len(fn.defaults) >= len(fn.parameters):
                    yield "%s(%s)" % (called, ", ".join(given))

    def argument(self, name, held, data, output):
        bare = [spelled for spelled in self.renames.values() if spelled == "check_" + name and spelled in held]
        if INPUT.match(name) and data["x"]:
            return data["x"][0]
        if PREDICTED.match(name) and output is not None:
            return output
        if TARGET.match(name) and data["y"]:
            return data["y"][0]
        if bare:
            return bare[0]
        return name if name in held and not isinstance(held[name], _CLOSED_TYPES) else None


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
        if self.target is None:
            return
        target, wanted = self.target
        # What an object holds of a step is that of before the step, also after it.
        last = len(self.round.texts) - 1 if self.is_update else len(head) - 1
        samples = len(wanted) if np.ndim(wanted) else 1
        for output, value in self.outputs:
            place = max([at for at, each in enumerate(head) if _binds(self.round, each, output)], default=last)
            for name, text in loss_texts(output, target, value, wanted, samples):
                yield name, text, place


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


def _is_loss(value):
    """Whether a value can be a loss: one number that is no count."""
    return scalar_of(value) is not None and not isinstance(value, (int, np.integer))


def beyond(node):
    """Gives what no line of the file holds a line beyond them."""
    for each in ast.walk(node):
        if hasattr(each, "lineno"):
            each.lineno = each.end_lineno = BEYOND
    return node


class _Limited:
    """Ends a trial run at its time, and notes the functions of the file that it calls."""

    def __init__(self, end, covered):
        self.end, self.covered, self.count = end, covered, 0

    def __enter__(self):
        def note(frame, event, argument):
            self.count += 1
            if event == "call":
                self.covered.add((frame.f_code.co_name, frame.f_code.co_firstlineno))
            if self.count % 32 == 0 and _clock() > self.end:
                raise TooSlow()

        _setprofile(note)

    def __exit__(self, kind, error, place):
        _setprofile(None)
        if kind is TooSlow:
            raise NotSo("one round takes too long")
        return False
