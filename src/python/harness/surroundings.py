"""Random states, and a clock that waits for nobody."""

from .own import OWN as __builtins__  # noqa: F401

import itertools
import random
import sys
import time

import numpy as np

from .guard import guard

try:
    from os import urandom
except ImportError:
    urandom = None

_set_seed = np.random.seed
_get_state = getattr(np.random, "get_state", None)
_set_state = getattr(np.random, "set_state", None)
_random_seed = random.seed
# What makes a generator, where this NumPy has it.
_GENERATORS = [
    (module, name, getattr(module, name))
    for module, name in ((np.random, "default_rng"), (np.random, "RandomState"), (random, "Random"))
    if hasattr(module, name)
]
_random_getstate = random.getstate
_random_setstate = random.setstate


def read_in(folder):
    """A file of the learner's own finds its data and its modules beside it, in the learner's own interpreter."""
    import os

    os.chdir(folder)
    sys.path.insert(0, folder)
    guard.reads = True


def fresh_random():
    """Another random state each time, so that a result which depends on it shows."""
    if urandom is not None:
        seed = int.from_bytes(urandom(4), "little")
    else:
        seed = time.time_ns() & 0xFFFFFFFF
    _set_seed(seed)
    _random_seed(seed)
    for module, name, kind in _GENERATORS:
        setattr(module, name, kind)


def steady_random(seed):
    """The same random numbers in every run of a learner's own file, also of generators that are made without a seed."""
    _set_seed(seed)
    _random_seed(seed)
    made = itertools.count(seed + 1)
    for module, name, kind in _GENERATORS:
        setattr(module, name, _steady(kind, made) if isinstance(kind, type) else _seeded(kind, made))


def _seeded(new, made):
    def default_rng(seed=None):
        return new(next(made) if seed is None else seed)

    return default_rng


def _steady(kind, made):
    """A generator's class as it is, but for what it begins with where nothing is said of that."""

    def begin(self, seed=None, *rest):
        kind.__init__(self, next(made) if seed is None else seed, *rest)

    return type(kind.__name__, (kind,), {"__init__": begin, "__module__": kind.__module__})


_sleep = time.sleep


class without_sleep:
    """While it lasts, `time.sleep` comes back at once: a check waits for nothing that a program shows."""

    def __enter__(self):
        self.awake = True

        def sleep(seconds, /):
            if not self.awake:
                _sleep(seconds)

        time.sleep = sleep

    def __exit__(self, *raised):
        self.awake = False
        time.sleep = _sleep


def random_state():
    """Where the random generators stand, NumPy's (None where it cannot say) and Python's."""
    return (_get_state() if _get_state and _set_state else None), _random_getstate()


def restore_random(state):
    numpy_state, python_state = state
    if numpy_state is not None and _set_state is not None:
        _set_state(numpy_state)
    _random_setstate(python_state)
