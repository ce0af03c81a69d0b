"""Where the wrong gradients come from: each expression is doubled in turn, and what follows it is seen."""

from ...own import OWN as __builtins__  # noqa: F401

import math
import sys

import numpy as np

_get_frame = sys._getframe
_MOST_NAMES = 40
_MOST_HITS = 8
_MOST_SIZE = 20000
_SMALL = 16
_MOST_LATER = 500


def as_array(value):
    """A number or an array as float64 or as truth values; None for anything else."""
    if isinstance(value, (bool, np.bool_)):
        return np.asarray(value)
    if isinstance(value, (int, float, np.integer, np.floating)):
        return np.asarray(float(value))
    if isinstance(value, np.ndarray) and value.dtype.kind in "fiub" and 0 < value.size <= _MOST_SIZE:
        return value if value.dtype.kind == "b" else np.asarray(value, dtype=float)
    return None


def key_of(value):
    """What two equal arrays have in common."""
    rounded = np.asarray(value, dtype=float)
    return rounded.shape, (rounded + 0.0).tobytes()


class Held:
    """What a name of a function held whenever a statement was reached."""

    def __init__(self):
        self.values, self.hits = [], 0


class Probe:
    """What every expression goes through: it is noted, or one of them is doubled."""

    def __init__(self, places, module):
        self.places, self.module, self.changed, self.notes = places, module, None, False

    def __call__(self, number, value):
        if self.notes:
            place = self.places[number]
            if place.outer is None and place.hits < _MOST_HITS:
                self.note_names(place, _get_frame(1))
            place.hits += 1
            if len(place.values) < _MOST_HITS and len(place.values) == place.hits - 1:
                held = as_array(value)
                if held is not None:
                    place.values.append(held.copy())
            elif place.values and place.values[0].size <= _SMALL and len(place.later) < _MOST_LATER:
                held = as_array(value)
                if held is not None:
                    place.later.add(key_of(held))
        elif number == self.changed:
            if isinstance(value, (bool, np.bool_)) or isinstance(value, np.ndarray) and value.dtype.kind == "b":
                return np.logical_not(value)
            if as_array(value) is not None:
                return 2 * value
        return value

    def note_names(self, place, frame):
        """The arrays that the function's names hold there, also those that no expression reads."""
        names = dict(frame.f_locals)
        for name in frame.f_code.co_names:
            if name in frame.f_globals:
                names.setdefault(name, frame.f_globals[name])
        for text, value in [*_named(names, self.module), *self.indexed(place, names, frame)]:
            if callable(value):
                place.callables[text] = value
                continue
            held = as_array(value)
            if held is not None:
                one = place.held.setdefault(text, Held())
                if len(one.values) == place.hits:
                    one.values.append(held.copy())

    def indexed(self, place, names, frame):
        """The entries of lists by the indices that the function uses, and the last ones."""
        lists = [(text, value) for text, value in _named(names, self.module) if type(value) in (list, tuple)]
        lists += _numbered(names)
        if not lists:
            return
        for index, code in [("-1", None), *place.indices]:
            try:
                at = -1 if code is None else eval(code, frame.f_globals, names)
            except Exception:  # noqa: S112 - a name that is not there yet
                continue
            for text, value in lists:
                is_number = isinstance(at, (int, np.integer))
                if is_number and (at in value if type(value) is dict else -len(value) <= at < len(value)):
                    yield "%s[%s]" % (text, index), value[at]


def _numbered(names):
    """(expression, value) of dictionaries whose keys are numbers, also of those that `self` holds."""
    own = getattr(names.get("self"), "__dict__", {})
    for text, value in [*names.items(), *(("self.%s" % name, value) for name, value in own.items())]:
        if type(value) is dict and value and all(type(key) is int for key in value):
            yield text, value


def _named(names, module):
    """(expression, value) of names, of entries of dictionaries, of attributes of `self`."""
    for name, value in list(names.items())[:_MOST_NAMES]:
        if not name.isidentifier():
            continue
        if type(value) is dict:
            for key, item in list(value.items())[:_MOST_NAMES]:
                if type(key) is str:
                    yield "%s[%r]" % (name, key), item
        elif type(value).__module__ == module or name == "self":
            for key, item in list(getattr(value, "__dict__", {}).items())[:_MOST_NAMES]:
                if type(item) is not dict:
                    yield "%s.%s" % (name, key), item
                    continue
                for inner, part in list(item.items())[:_MOST_NAMES]:
                    if type(inner) is str:
                        yield "%s.%s[%r]" % (name, key, inner), part
        else:
            yield name, value


class Aim:
    """What gradients have to be: of each parameter the slopes that were measured, and which are wrong now."""

    def __init__(self, declared, result, epsilon, is_own):
        # Of a loss that was only tried, another multiple may be another loss.
        self.is_own = is_own
        self.close = 1e-3 if epsilon is not None and epsilon > 1e-6 else 1e-5
        self.rows = []
        for at, (parameter, gradient, slopes) in enumerate(zip(declared.parameters, result.gradients, result.slopes)):
            usable = [
                (entry, numeric)
                for entry, numeric, kink in zip(slopes.entries, slopes.numeric, slopes.kinks)
                if not kink and entry is not None and np.isfinite(numeric)
            ]
            if gradient is None or not usable:
                continue
            numeric = np.array([each[1] for each in usable])
            if np.max(np.abs(numeric)) > 1e-8:
                self.rows.append((at, parameter.shape, np.array([each[0] for each in usable]), numeric))
        self.loss = result.loss
        given = self.entries(result.gradients)
        self.before = given
        ratios = [self.ratio(row, entries) for row, entries in zip(self.rows, given)]
        # Of another convention all gradients are one multiple.
        self.is_right = all(ratio is not None and abs(ratio - ratios[0]) <= 1e-4 * abs(ratio) for ratio in ratios)
        # Those that are no multiple of their slopes; of those that are, some may only follow another convention.
        self.needed = [ratio is None for ratio in ratios]
        others = [ratio for ratio in ratios if ratio is not None and abs(ratio - 1) > 1e-4]
        self.targets = [1.0]
        # A convention is what at least as many gradients follow as the loss itself.
        if others:
            most = max(others, key=lambda ratio: sum(abs(ratio - each) <= 1e-4 * abs(ratio) for each in others))
            alike = sum(abs(most - each) <= 1e-4 * abs(most) for each in others)
            ones = len(ratios) - len(others) - ratios.count(None)
            # Of a loss that was only tried the multiple is no convention but what the loss is, where none says otherwise.
            if alike >= 2 and _is_usual(most) and alike > ones and (is_own or alike == len(others) and not ones):
                self.targets.append(most)

    def entries(self, gradients):
        """The entries that were measured, of each row; None where a gradient has another size."""
        return [self.entries_of(row, gradients) for row in self.rows]

    @staticmethod
    def entries_of(row, gradients):
        at, shape, entries, _ = row
        gradient = gradients[at]
        return None if gradient is None or gradient.size != math.prod(shape) else gradient.reshape(-1)[entries]

    def is_close(self, row, given, target):
        _, _, _, numeric = row
        if given is None or not np.all(np.isfinite(given)):
            return False
        top = max(np.max(np.abs(numeric * target)), np.max(np.abs(given)))
        return bool(np.max(np.abs(given - target * numeric)) <= self.close * top)

    def ratio(self, row, given):
        """What a gradient is of its slopes; None where that is no one number."""
        if given is None:
            return None
        numeric = row[3]
        ratio = float(numeric @ given) / float(numeric @ numeric)
        return ratio if ratio != 0 and self.is_close(row, given, ratio) else None

    def multiple(self, gradients):
        """The multiple of the loss that all gradients are of, if that is one that is met; at least two have to say it."""
        if len(self.rows) < 2 or sum(len(row[3]) > 1 for row in self.rows) < 2:
            return None
        first = None
        for row in self.rows:
            ratio = self.ratio(row, self.entries_of(row, gradients))
            if ratio is None:
                return None
            if first is None:
                first = ratio
            if abs(ratio - first) > 1e-4 * abs(first):
                return None
        return float("%.4g" % first) if _is_usual(first) else None

    def wrong_rows(self, target):
        """The rows of the gradients that are wrong."""
        return [row for row, given in zip(self.rows, self.before) if not self.is_close(row, given, target)]

    def keeps_loss(self, loss):
        return bool(abs(loss - self.loss) <= 1e-11 * max(1.0, abs(self.loss)))

    def is_met(self, loss, gradients, target):
        return self.keeps_loss(loss) and all(
            self.is_close(row, self.entries_of(row, gradients), target) for row in self.rows
        )

    def factor(self, gradients, target):
        """By what the doubled expression is to be multiplied for all gradients to be right; None where nothing does."""
        given = self.entries(gradients)
        moved, missing = [], []
        for row, before, after in zip(self.rows, self.before, given):
            if before is None or after is None:
                return None
            top = max(float(np.max(np.abs(row[3]))), 1e-300)
            moved.append((after - before) / top)
            missing.append((target * row[3] - before) / top)
        moved, missing = np.concatenate(moved), np.concatenate(missing)
        square = float(moved @ moved)
        if not square > 0:
            return None
        factor = float(moved @ missing) / square
        if np.max(np.abs(missing - factor * moved)) > self.close * max(1.0, float(np.max(np.abs(factor * moved)))):
            return None
        return 1 + factor


def _is_usual(ratio):
    """Whether a factor is one that conventions differ by: a count, half of one, or a part of one."""
    size = abs(ratio) if abs(ratio) > 1 else 1 / abs(ratio)
    return abs(2 * size - round(2 * size)) < 1e-3 * size
