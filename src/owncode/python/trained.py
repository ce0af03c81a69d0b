"""The rounds of a file's own training, each measured with the losses that it may mean."""

from ..own import OWN as __builtins__  # noqa: F401

import time

from .invent import configs
from .limited import TooSlow
from .rounds import Round
from .sites import sites_of
from .trials import Trials

_clock = time.perf_counter
# Losses of the file that are tried of one round, and entries of each array that a trial looks at.
_MOST_LOSSES = 8
_SCREENED = 4
# Ways to invent arguments of a function that trains and that the file never calls.
_MOST_CONFIGS = 8


class Trained(Trials):
    """The part of a search that goes by where the file trains."""

    def of_rounds(self, wanted):
        """(site's round, candidate) of where the file trains, the best first, none that goes over the same lines."""
        found = []
        for site in sites_of(self.names):
            if site.key in self.settled:
                continue
            best = self.within_time(site.key, self.of_site, site)
            if best is None:
                continue
            found.append(best)
            if best[1].is_right:
                self.settled |= best[0].reach()
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

    def of_site(self, site):
        seen = self.run.watched.seen
        is_known = site.fn is None or (site.fn.owner, site.fn.name) in seen
        for config in [next(configs())] if is_known else list(configs())[:_MOST_CONFIGS]:
            self.go_on()
            try:
                round_ = Round(self.names, site, config, seen, min(self.end, _clock() + self.seconds / 3))
                round_.prepare()
                round_.find()
                fruits = list(round_.fruits())
            except (KeyboardInterrupt, MemoryError):
                raise
            except (Exception, SystemExit):  # noqa: S112 - this site is none
                continue
            best = None
            for fruit in fruits:
                candidate = self.of_round_fruit(fruit)
                if candidate is not None and (best is None or candidate.rank() > best.rank()):
                    best = candidate
                if best is not None and best.is_settled:
                    break
            if best is not None and (best.is_right or best.is_convention or best.is_told(is_known)):
                return round_, best
        return None

    def of_round_fruit(self, fruit):
        """The best candidate of a round's lines: with the file's own losses, else with a known one."""
        best, named, is_late = None, None, fruit.is_late
        for loss in fruit.losses[:_MOST_LOSSES]:
            self.go_on()
            try:
                candidate = self.measured_round(fruit, loss, None, _SCREENED)
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
            if is_named or candidate.is_only_shown:
                if candidate.count and (named is None or candidate.rank() > named.rank()):
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
        if (
            whole is not None
            and whole.is_own
            and not whole.is_right
            and not self.takes(whole, "penalt|reg|lam|decay|l2")
        ):
            decay = whole.decay()
            if decay is not None:
                # The printed loss leaves out the penalty, of which the gradients hold the slope.
                whole.is_contradicted, whole.assumed = True, "%s + %.3g · Σ w²" % (best.loss_name, decay / 2)
                whole.loss_name = best.loss_name
                return whole
        if whole is not None:
            whole.loss_name, whole.is_meant, whole.is_contradicted = best.loss_name, best.is_meant, best.is_contradicted
        return whole

    def with_known_loss(self, fruit, best, named):
        """
        The better of what losses of the file's own say, or None, and what a known one does; `named` is the loss that the
        file computes by that name.
        """
        own_name = best.loss_name if best is not None else None
        for loss in fruit.assumed():
            self.go_on()
            candidate = self.measured_round(fruit, loss, loss[0], _SCREENED)
            if candidate is None:
                continue
            candidate.loss_name = own_name
            if not (candidate.is_right or candidate.is_convention or candidate.fits_weights and candidate.fits_output):
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
