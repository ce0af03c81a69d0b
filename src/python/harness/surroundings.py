"""The interpreter's settings and random states, kept over a run."""

from .own import OWN as __builtins__  # noqa: F401

import random
import sys
import time
import warnings

import numpy as np

try:
    from signal import alarm as _set_alarm
except ImportError:
    _set_alarm = None

try:
    from os import urandom
except ImportError:
    urandom = None

_settrace = sys.settrace
_setprofile = sys.setprofile
_set_recursion_limit = sys.setrecursionlimit
_recursion_limit = sys.getrecursionlimit()
_numpy_reset = getattr(np, "_reset", None)
_set_seed = np.random.seed
_get_state = getattr(np.random, "get_state", None)
_set_state = getattr(np.random, "set_state", None)
_random_seed = random.seed
_random_getstate = random.getstate
_random_setstate = random.setstate
_get_print = getattr(np, "get_printoptions", None)
_set_print = getattr(np, "set_printoptions", None)
_get_error = getattr(np, "geterr", None)
_set_error = getattr(np, "seterr", None)


def fresh_random():
    """Another random state each time, so that a result which depends on it shows."""
    if urandom is not None:
        seed = int.from_bytes(urandom(4), "little")
    else:
        seed = time.time_ns() & 0xFFFFFFFF
    _set_seed(seed)
    _random_seed(seed)


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


class Surroundings:
    """The interpreter's own settings, kept over a run."""

    def __init__(self):
        self.streams = sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__
        self.path = list(sys.path)
        self.finders = list(sys.meta_path), list(sys.path_hooks)
        self.filters = list(warnings.filters)
        self.print = _get_print() if _get_print and _set_print else None
        self.error = _get_error() if _get_error and _set_error else None

    def restore(self):
        if _set_alarm is not None:
            _set_alarm(0)
        _settrace(None)
        _setprofile(None)
        _set_recursion_limit(_recursion_limit)
        (sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__) = self.streams
        sys.path[:] = self.path
        sys.meta_path[:], sys.path_hooks[:] = self.finders
        warnings.filters[:] = self.filters
        mutated = getattr(warnings, "_filters_mutated", None)
        if mutated is not None:
            mutated()
        if self.print is not None:
            _set_print(**{k: v for k, v in self.print.items() if k != "override_repr"})
        if self.error is not None:
            _set_error(**self.error)
        if _numpy_reset is not None:
            _numpy_reset()


def random_state():
    """Where the random generators stand, NumPy's (None where it cannot say) and Python's."""
    return (_get_state() if _get_state and _set_state else None), _random_getstate()


def restore_random(state):
    numpy_state, python_state = state
    if numpy_state is not None:
        _set_state(numpy_state)
    _random_setstate(python_state)
