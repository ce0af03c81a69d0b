"""What a training that is the learner's own function held in its arrays before every so many of its rounds."""

from .own import OWN as __builtins__  # noqa: F401

import sys
import time

import numpy as np

from .arrays import ndarray
from .limits import FILENAME, MAX_HELD_SECONDS, MAX_HELD_SIZE
from .trace import members

_settrace = sys.settrace
_clock = time.perf_counter


class Enough(BaseException):
    """Ends a training that takes too long to be watched."""


def _arrays(frame):
    """The arrays of a frame's locals, and of what they hold, each under the way to write it."""
    found = {}
    for name, value in frame.f_locals.items():
        for way, item in [(name, value), *members(name, value)]:
            if isinstance(item, ndarray) and item.dtype.kind == "f" and item.size <= MAX_HELD_SIZE:
                found[way] = item
    return found


class Rounds:
    """One frame of the learner's: how often each line was begun, and what the arrays were at every so many times."""

    def __init__(self):
        self.counts = {}
        self.moments = {}
        # The arrays themselves when the frame returned.
        self.end = {}


class Watcher:
    """
    A trace function that knows no names: the loop of a training is the frame in which a line is begun as often as there
    are rounds.
    """

    def __init__(self, every):
        self.every = every
        self.frames = []
        self.seen = set()
        self.last = _clock() + MAX_HELD_SECONDS

    def __call__(self, frame, event, argument):
        # What is called over and over is no training but a part of one.
        if frame.f_code.co_filename != FILENAME or frame.f_code in self.seen:
            return None
        self.seen.add(frame.f_code)
        rounds = Rounds()
        self.frames.append(rounds)

        def local(frame, event, argument):
            if event == "line":
                count = rounds.counts.get(frame.f_lineno, 0)
                rounds.counts[frame.f_lineno] = count + 1
                if count % self.every == 0:
                    if _clock() > self.last:
                        raise Enough
                    now = {name: np.array(array, dtype=np.float64) for name, array in _arrays(frame).items()}
                    rounds.moments.setdefault(frame.f_lineno, []).append(now)
            elif event == "return":
                rounds.end = _arrays(frame)
            return local

        return local

    def held(self, returned, rounds):
        """What became `returned`, one row of numbers for each moment; None where no frame has a loop of so many rounds."""
        for frame in self.frames:
            for line, count in frame.counts.items():
                if count != rounds:
                    continue
                names = [_name_of(array, frame.end) for array in returned]
                moments = frame.moments[line]
                if all(name in moment for moment in moments for name in names):
                    return [[moment[name] for name in names] for moment in moments]
        return None


def _name_of(array, arrays):
    """Under which name an array is held: itself, else one that is equal to it."""
    for name, one in arrays.items():
        if one is array:
            return name
    for name, one in arrays.items():
        if np.shape(one) == np.shape(array) and np.array_equal(one, array):
            return name
    return None


def watched(learner, every, rounds, arguments, count):
    """
    Calls a training. Gives what it returned, and for every so many rounds the arrays that became the first `count` of it;
    None in place of either where that cannot be told.
    """
    watcher = Watcher(every)
    _settrace(watcher)
    try:
        returned = learner(*arguments)
    except Enough:
        return None, None
    finally:
        _settrace(None)
    return returned, watcher.held(returned[:count], rounds) if isinstance(returned, (tuple, list)) else None
