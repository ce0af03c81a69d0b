"""Central differences of a declared function's loss beside the gradients that it returns."""

from ..own import OWN as __builtins__  # noqa: F401

import time

import numpy as np

from .declared import Refusal

STEPS = (1e-4, 1e-5, 1e-6)
# Of an array with more entries, some entries and some directions are taken.
MOST_ENTRIES = 48
SOME_ENTRIES = 20
DIRECTIONS = 6
# The sizes of random numbers that are tried for the point, until loss and gradients are of use there.
_SCALES = (1.0, 0.4, 0.15, 0.05, 0.01)
# Relative to the largest entry: closer than this, a smaller step would tell nothing new.
_CLOSE = 2e-7
_clock = time.perf_counter


class Slopes:
    """The differences of one parameter."""

    def __init__(self):
        self.entries = []
        self.numeric = []
        self.analytic = []
        self.kinks = []

    def add(self, entry, numeric, analytic, kink):
        self.entries.append(entry)
        self.numeric.append(numeric)
        self.analytic.append(analytic)
        self.kinks.append(kink)


class Result:
    """What was measured at the point."""

    def __init__(self, loss, again, gradients, slopes):
        self.loss, self.again, self.gradients, self.slopes = loss, again, gradients, slopes


def measure(declared, seed, seconds, each=None):
    """Measures all parameters at a random point, in `seconds` at most; only so many entries of `each`, where that is given."""
    begin = _clock()
    rng = np.random.RandomState(seed)
    loss, gradients = _choose_point(declared, rng)
    again = declared.loss()
    once = (_clock() - begin) / 4
    if declared.is_ours:
        declared.shorten(loss)
        if declared.short is not None:
            since = _clock()
            declared.loss()
            once = _clock() - since
    evaluations = int(max(0.0, seconds - (_clock() - begin)) / max(once, 1e-7))
    return Result(loss, again, gradients, _slopes(declared, loss, gradients, rng, evaluations, each))


def _choose_point(declared, rng):
    """Zero biases, tiny weights and dead units hide mistakes: other values of the same shapes, where the loss is finite."""
    best = None
    for scale in _SCALES:
        for parameter, at in zip(declared.parameters, declared.pairs):
            if at is not None:
                parameter.point = _random_values(parameter, scale, rng)
        try:
            loss, gradients = declared.evaluate()
        except (ArithmeticError, ValueError, IndexError, np.linalg.LinAlgError):
            continue
        if not np.isfinite(loss):
            continue
        tops = [np.max(np.abs(each), initial=0) for each in gradients if each is not None]
        useful = sum(bool(np.isfinite(top) and 1e-7 < top < 1e7) for top in tops)
        if best is None or useful > best[0]:
            best = useful, [parameter.point for parameter in declared.parameters], loss, gradients
        if useful == len(tops):
            break
    if best is None:
        for parameter in declared.parameters:
            parameter.point = parameter.start.copy()
        loss, gradients = declared.evaluate()
        if not np.isfinite(loss):
            raise Refusal("loss-not-finite", loss=loss)
        return loss, gradients
    for parameter, point in zip(declared.parameters, best[1]):
        parameter.point = point
    return best[2], best[3]


def _random_values(parameter, scale, rng):
    shape = parameter.shape
    fan = max(shape) if len(shape) > 1 else 4
    values = np.asarray(rng.standard_normal(shape)) * (0.8 / fan**0.5)
    # None near zero: an entry of no weight shows nothing.
    return np.asarray((values + np.where(values < 0, -0.05, 0.05)) * scale)


def _slopes(declared, loss, gradients, rng, evaluations, most_each):
    wanted = [_wanted(parameter, rng, gradient) for parameter, gradient in zip(declared.parameters, gradients)]
    if most_each is not None:
        wanted = [_fewer(each, most_each, rng) if len(each) > most_each else each for each in wanted]
    total = sum(len(each) for each in wanted)
    # Two evaluations where all is smooth, four more beside a kink.
    most = evaluations / 2.6
    if most < sum(bool(each) for each in wanted):
        raise Refusal("too-slow")
    if total > most:
        # In no time for all entries: a direction goes over all of them, so that none is left out.
        share = most / total
        wanted = [
            _directions(parameter.point.size, max(1, int(len(each) * share)), rng) if len(each) > 1 else each
            for parameter, each in zip(declared.parameters, wanted)
        ]
    found = []
    for parameter, gradient, moves in zip(declared.parameters, gradients, wanted):
        slopes = Slopes()
        given = None if gradient is None or gradient.size != parameter.point.size else gradient
        flat = None if given is None else _aligned(given, parameter.shape).reshape(-1)
        top = 0.0 if flat is None else float(np.max(np.abs(flat), initial=0))
        for entry, direction in moves:
            analytic = float("nan") if flat is None else float(flat[entry] if direction is None else flat @ direction)
            numeric, kink = _difference(declared, parameter, entry, direction, loss, analytic, top)
            slopes.add(entry, numeric, analytic, kink)
        parameter.put(parameter.point)
        found.append(slopes)
    return found


def _aligned(gradient, shape):
    """A gradient of the same entries in the parameter's shape."""
    return gradient if gradient.shape == shape else gradient.reshape(shape)


def _wanted(parameter, rng, gradient):
    """(entry, direction or None) of the slopes to take."""
    size = parameter.point.size
    if gradient is None:
        return []
    if size <= MOST_ENTRIES:
        return [(entry, None) for entry in range(size)]
    some = [int(entry) for entry in rng.choice(size, SOME_ENTRIES // 2, replace=False)]
    if gradient is not None and gradient.size == size:
        # Where most entries are zero, those that are not tell most.
        largest = np.argsort(-np.abs(gradient.reshape(-1)))[: SOME_ENTRIES // 2]
        some += [int(entry) for entry in largest if int(entry) not in some]
    return [(entry, None) for entry in some] + _directions(size, DIRECTIONS, rng)


def _directions(size, count, rng):
    drawn = [np.asarray(rng.standard_normal(size)) for _ in range(count)]
    return [(None, each / np.sqrt((each**2).sum())) for each in drawn]


def _fewer(moves, count, rng):
    directions = [move for move in moves if move[0] is None]
    entries = [move for move in moves if move[0] is not None]
    if directions:
        kept = directions[: max(1, count // 3)]
        return kept + entries[: max(0, count - len(kept))]
    chosen = rng.choice(len(entries), min(count, len(entries)), replace=False)
    return [entries[int(at)] for at in sorted(chosen)]


def _loss_at(declared, parameter, entry, direction, amount):
    point = parameter.point
    moved = point.copy()
    if direction is None:
        moved.reshape(-1)[entry] += amount
    else:
        moved += (amount * direction).reshape(point.shape)
    parameter.point = moved
    try:
        return declared.loss()
    finally:
        parameter.point = point


def _difference(declared, parameter, entry, direction, loss, analytic, top):
    """(slope, whether a kink makes it worthless): curvature makes one-sided slopes part by less at a smaller step."""
    before = None
    slope = float("nan")
    for step in STEPS:
        up = _loss_at(declared, parameter, entry, direction, step)
        down = _loss_at(declared, parameter, entry, direction, -step)
        slope = (up - down) / (2 * step)
        if not np.isfinite(slope):
            return slope, True
        gap = abs((up - loss) - (loss - down)) / step
        noise = 4e-16 * max(1.0, abs(loss)) / step
        scale = max(abs(slope), top, 1e-3)
        if gap <= 8 * noise + 1e-9 * scale or abs(slope - analytic) <= _CLOSE * scale + 4 * noise:
            return slope, False
        if before is not None and gap <= 0.3 * before + 8 * noise and gap < 0.05 * scale:
            return slope, False
        before = gap
    return slope, True
