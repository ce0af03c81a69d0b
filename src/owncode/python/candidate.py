"""A gradcheck() that could be run, and how well what was measured with it fits together."""

from ..own import OWN as __builtins__  # noqa: F401

import re

import numpy as np

# Of an array, a gradient is the slope up to this.
_CLOSE = 1e-4
_BIAS = re.compile(r"(^|[._'\[])(b|bias(es)?|b_?\w|beta)(_?\d+)?('?\])*$", re.I)


class Candidate:
    """A text that could be run, what was measured with it, and how well that fits."""

    def __init__(self, text, declared, result, fruit, bound, assumed=None):
        self.text, self.declared, self.result, self.fruit, self.assumed = text, declared, result, fruit, assumed
        # What the text has set up in the file's namespace.
        self.bound = bound
        self.ratios = [_ratio(slopes) for slopes in result.slopes]
        judged = [ratio for ratio in self.ratios if ratio != "none"]
        self.count = len(judged)
        self.right = sum(ratio is not None and abs(ratio - 1) < 1e-3 for ratio in judged)
        # One slope alone is always a multiple, but not the same as that of two others; of a table one row is touched.
        numbers = [1.0, 1.0, *(ratio for ratio in judged if ratio is not None)]
        self.constant = sum(
            ratio not in (None, "none")
            and (
                np.count_nonzero(slopes.numeric) > 1
                or sum(abs(ratio - each) < 1e-3 * abs(ratio) for each in numbers) > 2
            )
            for ratio, slopes in zip(self.ratios, result.slopes)
        )
        # Gradients of what the loss does not depend on: they are meant for another.
        self.against = sum(
            ratio == "none" and np.max(np.abs(np.nan_to_num(np.array(slopes.analytic))), initial=0) > 1e-7
            for ratio, slopes in zip(self.ratios, result.slopes)
        )
        # Whether it is a loss to speak of: the same on a second call, and what most of the gradients are meant for.
        self.is_sound = self.against * 2 <= self.count and abs(result.loss - result.again) <= 1e-9 * max(
            1.0, abs(result.loss)
        )
        self.loss_name, self.is_own = fruit.loss_name, assumed is None
        # Whether no other loss can be meant by the way it is called.
        self.is_meant = self.is_own and fruit.is_meant
        # Whether its loss is one that the file shows and nowhere names.
        self.is_only_shown = False
        # Whether the file has a loss of its own, of which these are no gradients.
        self.is_contradicted = False

    @property
    def is_right(self):
        return self.count > 0 and self.right == self.count and self.is_sound

    @property
    def is_scaled(self):
        ratios = [ratio for ratio in self.ratios if ratio != "none"]
        return (
            self.is_sound
            and self.count > 0
            and all(ratio is not None and abs(ratio - ratios[0]) <= 1e-3 * abs(ratios[0]) for ratio in ratios)
        )

    @property
    def is_settled(self):
        """Whether no other loss can be meant: all arrays are right, or two of some that are not."""
        return (
            self.is_right or self.is_convention or self.is_own and self.is_sound and (self.is_meant or self.right >= 2)
        )

    @property
    def is_convention(self):
        """Whether all gradients are of one multiple of the loss: of one that was only tried, a multiple that is met."""
        if not self.is_scaled or self.constant == 0:
            return False
        if self.assumed is None:
            return True
        ratio = abs(next(ratio for ratio in self.ratios if ratio != "none"))
        size = 1 / ratio if ratio < 1 else ratio
        return size < 1e5 and abs(2 * size - round(2 * size)) < 1e-3 * size

    @property
    def is_credible(self):
        """Whether what differs is worth telling: of gradients of this loss some are right, or some entries of one."""
        return self.is_sound and (self.is_meant or self.is_partly_right)

    @property
    def is_partly_right(self):
        return self.constant > 0 or any(_agreeing(slopes) >= 2 for slopes in self.result.slopes)

    def is_told(self, is_known):
        """The same where arguments may be invented: then only of the file's own loss, with two right arrays beside it."""
        return self.is_credible and (is_known or self.is_own and self.right >= 2)

    @property
    def is_told_of_layer(self):
        """Whether what is said of a layer by itself is worth telling: where its error was only guessed, beside what is right."""
        return not self.fruit.is_guess or self.is_right or self.is_scaled or self.right > 0 and self.count > 1

    @property
    def fits_enough(self):
        """
        Whether a loss that was only tried is that of enough arrays: the output's weights are among them, or several
        weights before those, whose error has come through the output's.
        """
        weights = [
            ratio for ratio, count, name in self.arrays()
            if ratio not in (None, "none") and count > 1 and not _BIAS.search(name)
        ]  # fmt: skip
        several = len(weights) > 1 and all(abs(ratio - weights[0]) < 1e-3 * abs(weights[0]) for ratio in weights)
        return bool(weights) and (self.fits_output or several)

    def arrays(self):
        """(ratio, number of entries, name) of each array; the numbers of one list are one."""
        rows = {}
        for slopes, parameter in zip(self.result.slopes, self.declared.parameters):
            held = None if parameter.place is None or parameter.target is not None else parameter.place.container
            rows.setdefault(id(held) if isinstance(held, list) else id(slopes), []).append((slopes, parameter.name))
        for row in rows.values():
            whole = _Row([slopes for slopes, _ in row])
            yield _ratio(whole), len(whole.entries), row[0][1]

    @property
    def lacks_axes(self):
        """
        Whether all that is not right is one number for an array of the file's own starting weights: a sum over all axes,
        which the update would add to each entry.
        """
        pairs = list(zip(self.result.gradients, self.declared.parameters))
        single = [each is not None and each.size == 1 < parameter.point.size for each, parameter in pairs]
        fits = [each is not None and each.size == parameter.point.size for each, parameter in pairs]
        return self.fruit.is_started and self.is_right and self.right > 1 and all(map(max, zip(single, fits)))

    def decay(self):
        """What the gradients hold of each parameter itself beside the slope of this loss; None where it is not one number."""
        found = []
        for ratio, slopes, parameter in zip(self.ratios, self.result.slopes, self.declared.parameters):
            if ratio == "none" or ratio is not None and abs(ratio - 1) < 1e-3:
                continue
            rows = [
                (analytic - numeric, parameter.point.reshape(-1)[entry])
                for entry, numeric, analytic, kink in zip(slopes.entries, slopes.numeric, slopes.analytic, slopes.kinks)
                if entry is not None
                and not kink
                and np.isfinite(numeric)
                and np.isfinite(analytic)
                # Of a table only the rows of a sample are touched.
                and (numeric or analytic)
            ]
            if len(rows) < 2:
                return None
            rest, value = np.array(rows).T
            share = float(rest @ value) / float(value @ value)
            if np.max(np.abs(rest - share * value)) > 1e-3 * np.max(np.abs(rest)):
                return None
            found.append(share)
        if not found or found[0] <= 0 or any(abs(each - found[0]) > 1e-2 * found[0] for each in found):
            return None
        return found[0]

    @property
    def fits_output(self):
        """Whether the last array of several entries has the gradient of this loss."""
        large = [ratio for ratio, count, _ in self.arrays() if count >= 3]
        return self.count > 1 and bool(large) and large[-1] not in (None, "none")

    def rank(self):
        return (
            self.is_right,
            self.is_scaled,
            self.fruit.fit,
            self.is_sound,
            self.count and self.right / self.count,
            self.count,
        )


class _Row:
    """The slopes of several numbers as those of one array."""

    def __init__(self, parts):
        self.entries = [each for part in parts for each in part.entries]
        self.numeric = [each for part in parts for each in part.numeric]
        self.analytic = [each for part in parts for each in part.analytic]
        self.kinks = [each for part in parts for each in part.kinks]


def _ratio(slopes):
    """What the gradient is of the slope; None where that differs, `none` where there is nothing to compare."""
    usable = [
        (numeric, analytic)
        for numeric, analytic, kink in zip(slopes.numeric, slopes.analytic, slopes.kinks)
        if not kink and np.isfinite(numeric) and np.isfinite(analytic)
    ]
    if not usable:
        return "none"
    numeric, analytic = np.array([each[0] for each in usable]), np.array([each[1] for each in usable])
    square = float(numeric @ numeric)
    if square < 1e-18:
        return "none"
    ratio = float(numeric @ analytic) / square
    top = float(np.max(np.abs(analytic)))
    if top <= 1e-9 or float(np.max(np.abs(analytic - ratio * numeric))) > _CLOSE * top:
        return None
    return ratio


def _agreeing(slopes):
    """How many entries are right beside some that are not."""
    top = max([abs(each) for each in slopes.numeric if np.isfinite(each)], default=0.0)
    return sum(
        not kink and abs(numeric) > 1e-3 * top and abs(numeric - analytic) <= _CLOSE * abs(numeric)
        for numeric, analytic, kink in zip(slopes.numeric, slopes.analytic, slopes.kinks)
    )
