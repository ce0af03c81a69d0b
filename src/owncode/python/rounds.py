"""One round of a file's own training, up to its first update: which lines, and which parameters."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import itertools
import re
import time

from .arguments import Arguments
from ..copied import copied
from .draft import NotSo
from .functions import BACK, OTHER, name_of
from .invent import option_text, size_text
from .limited import Limited
from .lines import RoundFruit
from .losses import Losses
from .parameters import Parameters
from .sites import Renamed, bound_names, declared_global, is_shown_only
from .state import reseed
from .steps import Steps
from .tokens import told_by
from .windows import telling_start

_clock = time.perf_counter
# Of a trial run, in seconds.
_LONGEST = 3.0
# Of a loop's samples, how many are looked at.
_MOST_SAMPLES = 200


class Round(Parameters, Losses, Steps):
    """What one site's round does, found out by running it."""

    def __init__(self, names, site, config, seen, end):
        self.names, self.site, self.config, self.end = names, site, config, end
        self.call = Arguments(names, site.fn, site.fn.owner if site.fn else None, config, seen)
        self.draft = self.call.draft
        self.renames = {}
        self.covered = set()
        # Whether its arguments are those of the file's own run.
        self.is_own = True
        self.codes, self.state = {}, None
        self.without = None
        # Whether what may be its loss took too long to be tried.
        self.is_late = False
        # Whether it changes arrays that its lines do not read before.
        self.is_narrow = False
        # The names of what it does not begin with as the file's own training has left it.
        self.renewed = set()
        # What follows its lines in the same round, a site of its own.
        self.later = None

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
                    self.draft.set_up(self.text_of(self.telling(statement)))
        # A `pass` holds the place of a line that is missing.
        body = list(self.flat(site.body))
        with self.limited():
            window = telling_start(body, lambda node: self.draft.value(self.text_of(node)))
            if window is not None:
                self.draft.set_up("%s = %d" % (self.text_of(ast.Name(window[0], ast.Load())), window[1]))
        self.statements = [each for each in body if isinstance(each, ast.Pass) or not is_shown_only(each)]
        self.appended = [each for each in self.flat(site.body) if is_shown_only(each)]
        returns = [each for each in self.statements if isinstance(each, ast.Return)]
        self.returned = returns[0].value if returns else None
        self.statements = [
            part for each in self.statements if not isinstance(each, ast.Return) for part in self.in_steps(each)
        ]
        if all(isinstance(each, ast.Pass) for each in self.statements):
            raise NotSo("nothing happens there")
        self.nodes = [self.renamed(each) for each in self.statements]
        self.texts = [ast.unparse(each) for each in self.nodes]

    def telling(self, statement):
        """
        The statement that binds a loop's sample: one that tells more than the second, where there is one. What is added up
        wrongly shows only where a token comes twice, and what takes the wrong index only where two of them differ.
        """
        over = getattr(statement, "samples", None)
        if over is None:
            return statement
        samples = self.draft.value(self.text_of(over))
        if not isinstance(samples, (list, tuple, zip, enumerate)):
            return statement
        worth = [told_by(each) for each in itertools.islice(samples, _MOST_SAMPLES)]
        if not worth or max(worth) == worth[:2][-1]:
            return statement
        best = worth.index(max(worth))
        return ast.parse("%s = list(%s)[%d]" % (ast.unparse(statement.targets[0]), ast.unparse(over), best)).body[0]

    def enter(self, fn):
        call = self.call
        seen = call.arguments_seen.get((fn.owner, fn.name))
        self.is_own = seen is not None
        if fn.owner:
            call.make_instance()
            self.renames[fn.node.args.args[0].arg] = call.instance
        elif seen is None:
            call.start_parameters()
        if seen is None:
            call.sizes_of_data()
            call.fit_sizes()
            call.make_data()
        for name in fn.parameters:
            text = call.seen_text(fn, name)
            if text is None and seen is None and name not in fn.defaults:
                text = call.lookup(name, fn) or self.invented(name)
            if text is None and name in fn.defaults:
                text = ast.unparse(fn.defaults[name])
            if text is None:
                raise NotSo("arguments not known: %s" % name)
            self.renames[name] = "check_" + name
            self.draft.set_up("check_%s = %s" % (name, text))
        for option in fn.node.args.kwonlyargs:
            raise NotSo("arguments not known: %s" % option.arg)

    def invented(self, name):
        return option_text(name) or size_text(name, self.config) or self.config.parameter(name, self.call.top())

    def flat(self, body):
        """The statements of a body without the blocks that only guard them."""
        for node in body:
            if isinstance(node, (ast.With, ast.Try)):
                yield from self.flat(node.body)
            else:
                yield node

    def in_steps(self, statement):
        """A statement whose call is given what a way back makes, `step(backward(y))`: first that, then the call."""
        call = statement.value if isinstance(statement, ast.Expr) else None
        for at, given in enumerate(call.args if isinstance(call, ast.Call) else ()):
            if isinstance(given, ast.Call) and BACK.search(name_of(given.func) or ""):
                name = self.draft.local("gradients")
                made = copied(statement)
                made.value.args[at] = ast.copy_location(ast.Name(name, ast.Load()), given)
                first = ast.Assign([ast.Name(name, ast.Store())], copied(given))
                return [ast.fix_missing_locations(ast.copy_location(first, statement)), made]
        return [statement]

    def renamed(self, node):
        return ast.fix_missing_locations(Renamed(self.renames).visit(copied(node)))

    def text_of(self, node):
        return ast.unparse(self.renamed(node))

    def limited(self):
        return Limited(min(self.end, _clock() + _LONGEST), self.covered)

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
        self.misses = [*self.squared_misses(held)]
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

    def told(self):
        """(name, line) of the function to speak of: the way back, else where it trains; no name for a script's lines."""
        named = [fn for fn in self.reached() if BACK.search(fn.name) and not OTHER.search(fn.name)]
        back = [fn for fn in named if not re.search(r"deriv|prime|slope", fn.name, re.I)]
        fn = back[0] if back else self.site.fn
        if fn is None:
            return None, self.site.line
        return (fn.name if fn.owner is None else "%s.%s" % (fn.owner, fn.name)), fn.line
