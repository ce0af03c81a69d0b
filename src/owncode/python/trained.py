"""The rounds of a file's own training, each measured with the losses that it may mean."""

from ..own import OWN as __builtins__  # noqa: F401

import re
import time

import numpy as np

from .functions import BACK
from .invent import configs
from .limited import TooSlow
from .rounds import Round
from .screen import Group, Screen, groups_of
from .sites import sites_of
from .trials import SCREENED, Trials

_clock = time.perf_counter
# Losses of the file that are tried of one round.
_MOST_LOSSES = 8
# What a loss with a penalty speaks of, by name or as a sum of squared weights.
_PENALTY = r"(\((?P<w>\w+) \*\* 2\)\.sum\(\)|np\.sum\((?P<v>\w+) \*\* 2\)) for ((?P=w)|(?P=v)) in|penalt|reg|lam|decay|l2|(sum|norm)\((np\.(square|abs)\()?[\w.]*W\w*(\[[^]]*\])?( \*|\))"
# Ways to invent arguments of a function that trains and that the file never calls.
_MOST_CONFIGS = 8


class Trained(Trials):
    """The part of a search that goes by where the file trains."""

    def of_rounds(self, wanted):
        """(site's round, candidate) of where the file trains, the best first, none that goes over the same lines."""
        found = []
        steps, others = self.in_order(sites_of(self.names))
        for site in [*steps, *others]:
            if site.key in self.settled or not site.updates and site.called & {name for name, _ in self.settled}:
                continue
            best = self.within_time(site.key, self.of_site, site)
            if best is None:
                continue
            found.append(best)
            round_, candidate = best
            if site in steps:
                # What calls it may say of more, or by a loss of its own.
                is_settled = (
                    candidate.is_own and candidate.is_convention and candidate.count > 1 and not round_.is_narrow
                )
            else:
                is_settled = candidate.is_right
            if is_settled:
                self.settled |= round_.reach()
        kept, reached = [], set()
        for round_, candidate in sorted(found, key=lambda each: each[1].rank(), reverse=True):
            reach = round_.reach()
            wider = [
                (other, each)
                for other, each in found
                if set(round_.names_moved()) < set(other.names_moved()) and other.reach() & reach and each.is_credible
            ]
            if wider:
                # What goes over more parameters says more, also where some of them differ.
                continue
            if not reach & reached and (wanted is None or any(wanted == name for name, _ in reach)):
                kept.append((round_, candidate))
            reached |= reach
        return kept

    def in_order(self, sites):
        """
        (steps, others): functions of one whole step that the file has called and that other sites call come first. They
        say all that rounds of them say, and cost less.
        """
        seen = self.run.watched.seen
        called = set().union(*(site.called for site in sites))
        steps = [
            site
            for site in sites
            if site.fn is not None
            and not site.is_loop
            and site.fn.name in called
            and (site.fn.owner, site.fn.name) in seen
            and not BACK.search(site.fn.name)
        ]
        return steps, [site for site in sites if site not in steps]

    def of_site(self, site):
        seen = self.run.watched.seen
        is_known = site.fn is None or (site.fn.owner, site.fn.name) in seen
        for config in [next(configs())] if is_known else list(configs())[:_MOST_CONFIGS]:
            self.go_on()
            round_, fruits, is_found = None, [], False
            try:
                round_ = Round(self.names, site, config, seen, min(self.end, _clock() + self.seconds / 3))
                round_.prepare()
                round_.find()
                fruits = list(round_.fruits())
                is_found = True
            except (KeyboardInterrupt, MemoryError):
                raise
            except (Exception, SystemExit):  # noqa: S112 - this site is none
                continue
            finally:
                if not is_found and round_ is not None and round_.state is not None:
                    # What it has changed half-way is no matter of the next.
                    round_.state.restore()
            best = None
            for fruit in fruits:
                candidate = self.of_round_fruit(fruit)
                if candidate is not None and (best is None or candidate.rank() > best.rank()):
                    best = candidate
                if best is not None and best.is_settled:
                    break
            is_told = best is not None and (best.is_right or best.is_convention or best.is_told(is_known))
            found = (round_, best) if is_told else None
            if round_.later is None and found is None:
                continue
            return found if round_.later is None else self.of_parts(found, round_.later)
        return None

    def of_parts(self, found, later):
        """
        Of a round in parts, two networks in turn, what is to be told: the part that differs, else the first. One of which
        nothing can be told is noted, for what is said of the other is not all.
        """
        other = self.of_site(later)
        if found is None:
            if other is not None:
                self.untold.append(other[0].site.line)
            return other
        if other is None:
            self.untold.append(later.line)
            return found
        parts = [found, other]
        return min(parts, key=lambda each: each[1].is_right + (each[1].is_right or each[1].is_convention))

    def of_round_fruit(self, fruit):
        """The best candidate of a round's lines: with the file's own losses, else with a known one."""
        best, named, like, is_late = None, None, None, fruit.is_late
        # What is of the samples that the lines go over comes first: of others the gradients are hardly ever.
        losses = sorted(fruit.distinct_losses(), key=lambda each: not fruit.is_of_round(each))[:_MOST_LOSSES]
        first, rest = losses[:1], losses[1:]
        screen = None
        for loss in losses:
            self.go_on()
            try:
                if loss in first:
                    candidate = self.measured_round(fruit, loss, None, SCREENED)
                    like = candidate
                else:
                    screen = screen or self.screen_of_own(fruit, rest, like)
                    candidate = screen.of(loss)
            except TooSlow:
                # Where another loss fits, this one need not.
                is_late = True
                continue
            if candidate is None:
                continue
            candidate.is_meant = fruit.goes_back_from(loss[1])
            if best is None or candidate.rank() > best.rank():
                best = candidate
            is_named = fruit.is_named(loss)
            candidate.is_only_shown = not is_named and fruit.is_squared(loss)
            if (is_named or candidate.is_only_shown) and candidate.count:
                if named is None or _is_closer(fruit, candidate, named):
                    named = candidate
            if best.is_settled:
                break
        if best is None or not best.is_settled:
            best = self.with_known_loss(fruit, best, named)
        if is_late and (best is None or not best.is_settled):
            raise TooSlow()
        if best is None:
            return None
        whole = self.measured_round(fruit, best.loss, best.assumed)
        is_bare = whole is not None and (whole.is_own or best.loss in fruit.round.misses)
        if is_bare and not whole.is_right and not self.takes(whole, _penalty_of(fruit)):
            decay = whole.decay()
            if decay is not None:
                # The printed loss leaves out the penalty, of which the gradients hold the slope.
                name = best.loss_name if whole.is_own else best.assumed
                whole.is_contradicted, whole.assumed = True, "%s + %.3g · Σ w²" % (name, decay / 2)
                whole.loss_name = best.loss_name
                return whole
        if whole is not None:
            whole.loss_name, whole.is_meant, whole.is_contradicted = best.loss_name, best.is_meant, best.is_contradicted
        return whole

    def screen_of_own(self, fruit, losses, like):
        """
        What tries losses of the file's own. They call its functions, which may change what its lines read: they stand in
        one run only where they leave the gradients as they are with a first loss alone, whose candidate is `like`.
        """
        together = Group((), None)
        together.losses = losses
        if like is not None and len(losses) > 1:
            found = self.measured_group(fruit, together, False, SCREENED)
            if found and all(_same(each.result.gradients, like.result.gradients) for each in found.values()):
                return Screen([together], lambda _: found)
        return Screen(groups_of(losses), lambda group: self.screened(fruit, group, False))

    def screened(self, fruit, group, are_known):
        """By loss of a group its candidate by some entries of each array."""
        if len(group.losses) > 1:
            return self.measured_group(fruit, group, are_known, SCREENED)
        loss = group.losses[0]
        return {loss: self.measured_round(fruit, loss, loss[0] if are_known else None, SCREENED)}

    def with_known_loss(self, fruit, best, named):
        """
        The better of what losses of the file's own say, or None, and what a known one does; `named` is the loss that the
        file computes by that name.
        """
        own_name = best.loss_name if best is not None else None
        losses = list(dict.fromkeys(fruit.assumed()))
        screen = Screen(groups_of(losses), lambda group: self.screened(fruit, group, True))
        for loss in losses:
            self.go_on()
            candidate = screen.of(loss)
            if candidate is None:
                continue
            candidate.loss_name = own_name
            if not (candidate.is_right or candidate.is_convention or candidate.fits_enough):
                continue
            if best is None or candidate.rank() > best.rank():
                best = candidate
            if best.is_right:
                break
        if named is None or best is not None and best.is_own and best is not named:
            return best
        if best is named:
            # No other loss fits: where the file goes back by that name, it is this that it means.
            named.is_meant = named.is_meant or fruit.goes_back and fruit.is_of_round(named.loss)
            return named
        return self.beside(named, best)


def _penalty_of(fruit):
    """What a loss with a penalty on what the round moves speaks of, whatever its weights are called."""
    names = {re.escape(re.findall(r"[^\W\d]\w*", name)[-1]) for name in fruit.round.names_moved()}
    return r"%s|(sum|norm|dot)\((np\.(square|abs)\()?[\w.]*\b(%s)\b" % (_PENALTY, "|".join(sorted(names)))


def _is_closer(fruit, candidate, other):
    """Whether a loss is rather the one that is meant than another: one that fits, else one of the samples of the round."""

    def worth(each):
        return each.is_right, each.is_scaled, fruit.is_of_round(each.loss), each.rank()

    return worth(candidate) > worth(other)


def _same(some, others):
    """Whether the gradients are those of another run, to the last bit."""
    return len(some) == len(others) and all(
        one is other or one is not None and other is not None and np.array_equal(one, other, equal_nan=True)
        for one, other in zip(some, others)
    )
